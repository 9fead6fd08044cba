import type { Section } from '@second-story/record'

/** How many things a section holds, for the contents; null for prose, where counting says nothing. */
export function sectionCount(section: Section): number | null {
  if (section.byHand || section.key === 'system') return null
  let count = 0
  for (const block of section.blocks) {
    if (block.block === 'timeline') for (const day of block.days) count += day.entries.length
    else if (block.block === 'questions') count += block.questions.length
    // sentences from event to event stand for no item of their own
    else if (block.block === 'groups')
      for (const { lines } of block.groups) count += lines.filter((line) => line.item !== null).length
  }
  return count
}

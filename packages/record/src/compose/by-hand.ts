import type { ProseBlock, ProseSection } from '@second-story/board'
import type { SectionComposer } from './section.ts'

/** A section that people write together. */
export function byHand(key: ProseSection, title: string): SectionComposer {
  return {
    key,
    title,
    byHand: true,
    compose: (view) => {
      const prose = view.prose(key).filter(saysSomething)
      return prose.length === 0 ? [] : [{ block: 'prose', prose }]
    },
  }
}

function saysSomething(block: ProseBlock): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.some((run) => run.text.trim() !== '')
    case 'list':
      return block.entries.some((entry) => entry.some(saysSomething))
    case 'quote':
      return block.blocks.some(saysSomething)
    case 'code':
      return block.text.trim() !== ''
    case 'rule':
      return true
  }
}

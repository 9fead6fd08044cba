import type { Item } from '@second-story/board'
import { firstLine, itemType } from '@second-story/board'
import type { BroughtBack } from './copy-back.ts'

/** What a copy would add, in one sentence. */
export function broughtWords({ added, changed, sections }: BroughtBack): string {
  const parts = [
    added.length > 0 ? `${counted(added.length, 'thing')} not on this board` : '',
    changed.length > 0 ? `${changed.length} with more words` : '',
    sections > 0 ? `${counted(sections, 'part')} of the record` : '',
  ].filter(Boolean)
  const last = parts.pop()
  if (last === undefined) return 'Everything in it is on this board already.'
  return parts.length === 0 ? `${last}.` : `${parts.join(', ')} and ${last}.`
}

/** What was left out of it, and why; '' when nothing was. */
export function leftWords(left: number): string {
  if (left === 0) return ''
  return `${counted(left, 'thing')} left out: deleted here meanwhile, or somewhere that you may not write.`
}

/** What a thing is called in a list of them. */
export function nameOf(item: Item): string {
  if (item.type === 'plain') return item.name || 'something new'
  const type = itemType(item.type)
  const words = (item as unknown as Record<string, unknown>)[type.words]
  return firstLine(typeof words === 'string' ? words : '', `a ${type.noun}`)
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

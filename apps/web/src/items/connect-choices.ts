import type { Item, RelationKind } from '@second-story/board'

/** One way to say how two things hang together, seen from the first. */
export interface ConnectChoice {
  /** "calls", "fed into", "fed by" */
  readonly words: string
  readonly kind: RelationKind
  /** the arrow goes from the other to this one */
  readonly reversed: boolean
}

const out = (words: string, kind: RelationKind): ConnectChoice => ({ words, kind, reversed: false })
const back = (words: string, kind: RelationKind): ConnectChoice => ({ words, kind, reversed: true })

const SYSTEM: readonly ConnectChoice[] = [
  out('calls', 'calls'),
  back('is called by', 'calls'),
  out('reads', 'reads'),
  out('writes to', 'writes'),
  out('publishes to', 'publishes'),
  out('consumes from', 'consumes'),
  out('replicates to', 'replicates-to'),
  out('fails over to', 'fails-over-to'),
  out('backs up to', 'backs-up-to'),
  out('notifies', 'notifies'),
  out('watches', 'monitors'),
  out('starts after', 'depends-on'),
]

const STORY: readonly ConnectChoice[] = [
  out('goes with', 'relates-to'),
  out('fed into', 'contributed-to'),
  back('fed by', 'contributed-to'),
  out('made harder', 'made-difficult'),
  out('hid', 'hid'),
  out('helped', 'helped'),
  out('held back', 'limited'),
  out('shaped', 'shaped'),
  out('is evidence for', 'supports'),
  out('speaks against', 'contradicts'),
]

/**
 * What may be said between two things, the usual first: an arrow of the system between components, a plain line
 * between what is told (FACE.md: a new arrow starts plain), a chip towards a component, an insight's source.
 */
export function connectChoices(from: Item, to: Item): readonly ConnectChoice[] {
  if (isSystem(from) && isSystem(to)) return SYSTEM
  if (from.type === 'insight') return [out('comes from', 'from'), out('goes with', 'relates-to')]
  if (to.type === 'insight') return [back('gave us', 'from'), out('goes with', 'relates-to')]
  if (isSystem(to)) return [out('is about', 'about'), out('goes with', 'relates-to')]
  if (isSystem(from)) return [back('is spoken of in', 'about'), out('goes with', 'relates-to')]
  if (from.type === 'question' || to.type === 'question' || from.type === 'idea' || to.type === 'idea')
    return [
      from.type === 'question' || from.type === 'idea'
        ? out('is about', 'about')
        : back('is asked in', 'about'),
    ]
  return STORY
}

/** What an arrow that stands may say instead, in its direction; what it says now is among it. */
export function arrowKinds(from: Item, to: Item, now: RelationKind): readonly RelationKind[] {
  const kinds = connectChoices(from, to).flatMap((choice) => (choice.reversed ? [] : [choice.kind]))
  return [...new Set([...kinds, now])]
}

function isSystem(item: Item): boolean {
  return item.type === 'component' || item.type === 'boundary'
}

/** May anything be connected to it? Boundaries, frames and words on the page stay out of the web. */
export function isConnectable(item: Item): boolean {
  const { type } = item
  const isOfThePage = type === 'frame' || type === 'text' || type === 'bookmark'
  return !isOfThePage && type !== 'plain' && type !== 'boundary'
}

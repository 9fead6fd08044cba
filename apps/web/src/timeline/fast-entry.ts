import type { BoardSnapshot, Component, ItemId, LayerName, TimelineEvent } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { mentionsIn } from './mentions.ts'
import { orderFor } from './order.ts'
import { type ParsedWhen, parseWhen } from './parse-when.ts'

/** A line typed at the foot of the timeline, as it is understood so far. */
export interface Entry {
  readonly parsed: ParsedWhen | null
  /** what happened, without the time */
  readonly what: string
  /** components that the words name */
  readonly about: readonly Component[]
}

export interface EntryContext {
  readonly board: BoardSnapshot
  /** in their order */
  readonly events: readonly TimelineEvent[]
  /** the event that people stand on: its day is meant where none is said */
  readonly walking?: ItemId | null
  /** ms since 1970 */
  readonly now: number
}

/** Reads `14:05 ~ pager fires for orders`: a time, what happened, and what it is about. */
export function readEntry(text: string, { board, events, walking, now }: EntryContext): Entry {
  const line = text.replace(/\s+/g, ' ').trim()
  const parsed = parseWhen(line, { zone: board.conduct.zone, near: nearOf(events, walking ?? null), now })
  const what = (parsed?.rest ?? line).trim()
  const components: Component[] = []
  for (const item of board.items.values()) if (item.type === 'component') components.push(item)
  return { parsed, what, about: mentionsIn(what, components) }
}

/** The plain commands that make the event: itself, where it stands, and one chip a component. */
export function entryCommands(
  entry: Entry,
  { board, events }: EntryContext,
  makeId: MakeId,
  layer: LayerName = 'common',
): readonly object[] {
  const { order, also } = orderFor(events, entry.parsed?.hint ?? null)
  const when = entry.parsed?.when ?? {
    precision: 'unknown',
    at: null,
    end: null,
    words: '',
    zone: board.conduct.zone,
    order,
  }
  const id = makeId()
  return [
    { do: 'add', id, type: 'event', layer, fields: { when: { ...when, order }, text: entry.what } },
    ...also,
    ...entry.about.map(({ id: to }) => ({ do: 'connect', id: makeId(), from: id, to, kind: 'about' })),
  ]
}

/** The time of the event people stand on, else of the latest: its day is meant where none is said. */
function nearOf(events: readonly TimelineEvent[], walking: ItemId | null): string | null {
  const here = events.find(({ id }) => id === walking)?.when.at
  if (here) return here
  return events.findLast(({ when }) => when.at !== null)?.when.at ?? null
}

import {
  type BoardSnapshot,
  type ItemId,
  KIND_OF_PART,
  type Part,
  type TimelineEvent,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { openPlace } from '../outline/make-item.ts'
import type { WriteLayer } from '../review/write-layer.ts'
import { placeBeside } from './place-beside.ts'

/** What can be added without leaving the timeline. */
export type Addition = 'factor' | 'question' | 'idea'

export interface Added {
  readonly type: Addition
  readonly words: string
  readonly part: Part
}

/**
 * The commands that add something to an event: the thing, and what joins it. A factor lies beside its event on the
 * map, which is put there with it; while people write quietly it stays with its writer and moves nothing.
 */
export function additionCommands(
  board: BoardSnapshot,
  event: TimelineEvent,
  { type, words, part }: Added,
  where: WriteLayer,
  makeId: MakeId,
): readonly object[] {
  const id = makeId()
  const base = { do: 'add', id, type, layer: where.layer }
  const fields = { ...where.fields, text: words }
  if (type === 'idea') return [{ ...base, fields }, join(makeId, id, event.id, 'from')]
  if (where.layer !== 'common') {
    return [
      { ...base, fields: { ...fields, kind: KIND_OF_PART[part] } },
      join(makeId, id, event.id, 'relates-to'),
    ]
  }
  const put = event.place ? null : openPlace(board, 'event')
  const after = put ? withPlace(board, event, put) : board
  const place = placeBeside(after, event.id, type)
  return [
    ...(put ? [{ do: 'place', places: [{ id: event.id, place: put }] }] : []),
    { ...base, place, fields: type === 'factor' ? { ...fields, kind: KIND_OF_PART[part] } : fields },
    join(makeId, id, event.id, type === 'factor' ? 'relates-to' : 'about'),
  ]
}

function join(makeId: MakeId, from: string, to: ItemId, kind: string): object {
  return { do: 'connect', id: makeId(), from, to, kind }
}

function withPlace(
  board: BoardSnapshot,
  event: TimelineEvent,
  place: Record<string, unknown>,
): BoardSnapshot {
  const items = new Map(board.items)
  items.set(event.id, { ...event, place: place as unknown as NonNullable<TimelineEvent['place']> })
  return { ...board, items }
}

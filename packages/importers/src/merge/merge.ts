import { type BoardSnapshot, type Command, type Item, SYSTEM_RELATIONS } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { DraftArrow } from '../system/draft.ts'
import { type Known, storedKey, WHOLE } from '../system/known.ts'
import { offerArrows, saidOf } from './arrows.ts'
import type { ImportChange, ImportStep } from './change.ts'
import type { DraftItem } from './fields.ts'
import { changedWords, goneItems, missingWords, removal } from './items.ts'
import { type ArrowsSaid, arrowPrint, arrowsSaid, readArrows, type Said, said, sameSaid } from './said.ts'

export interface MergeAsked {
  readonly board: BoardSnapshot
  readonly format: string
  readonly file: string
  readonly files: readonly string[]
  readonly items: readonly DraftItem[]
  readonly arrows: readonly DraftArrow[]
  readonly ids: ReadonlyMap<string, string>
  /** by stored key, what these files brought before */
  readonly own: Known
  /** by stored key, what is taken for one thing with it, `own` included */
  readonly known: Known
  readonly isObserved: boolean
  readonly makeId: MakeId
}

export interface Merged {
  readonly changes: readonly ImportChange[]
  readonly steps: readonly ImportStep[]
}

/** What a file changes of what is on the board already, and the arrows that come. */
export function merge(asked: MergeAsked): Merged {
  const { board, items, arrows, ids, own, known, isObserved, makeId } = asked
  const byKey = new Map<string, Item>()
  for (const { key } of items) {
    const item = known.get(storedKey(key))
    if (item) byKey.set(key, item)
  }
  const names = new Map(items.map(({ key, name }) => [key, nameOnBoard(byKey.get(key)) || name]))
  const asks = { board, arrows, ids, known: withGone(byKey, own), names, isObserved, makeId }
  const offered = [
    ...offerArrows({ ...asks, own: new Set([...own.values()].map((item) => item.id)) }),
    ...items.flatMap((one) => {
      const item = byKey.get(one.key)
      if (!item) return []
      if (own.has(storedKey(one.key))) return changedWords(one, item)
      return isDrawnByHand(item) ? missingWords(one, item) : []
    }),
    ...goneItems(own, new Set(items.map(({ key }) => storedKey(key))), new Set(asked.files)),
    ...(isObserved && known.size > 0 ? unseenItems(board, known) : []),
  ]
  const marks = items.flatMap((one): ImportStep[] => {
    const item = byKey.get(one.key)
    const mark = item && markFor(one, item, asked, withGone(byKey, own))
    return mark ? [{ command: mark }] : []
  })
  return { changes: offered.map((one) => one.change), steps: [...offered.map((one) => one.step), ...marks] }
}

/** What a file said of a thing that comes. */
export function saidAtFirst(one: DraftItem, arrows: readonly DraftArrow[]): Said {
  return said(one.fields, arrowsSaid(arrows))
}

/** Its keys are those of the file; what the file has no longer keeps the key that was stored. */
function withGone(byKey: ReadonlyMap<string, Item>, own: Known): ReadonlyMap<string, Item> {
  const there = new Set([...byKey.values()].map((item) => item.id))
  const gone = [...own].filter(([key, item]) => key !== WHOLE && !there.has(item.id))
  return new Map([...byKey, ...gone])
}

// what was drawn by hand and is taken for one thing with the file's belongs to the file from now on
function markFor(
  one: DraftItem,
  item: Item,
  asked: MergeAsked,
  known: ReadonlyMap<string, Item>,
): Command | null {
  const { board, format, file, own } = asked
  const isOwn = own.has(storedKey(one.key))
  if (item.type !== one.type || !('provenance' in item) || (!isOwn && !isDrawnByHand(item))) return null
  const outgoing = asked.arrows.filter(({ from }) => from === one.key)
  const now = said(one.fields, keeping(arrowsSaid(outgoing), item, board, known))
  if (sameSaid(item.provenance?.said, now)) return null
  const from =
    isOwn && item.provenance ? item.provenance : { format, file: one.file ?? file, key: storedKey(one.key) }
  return { do: 'set', id: item.id, fields: { provenance: { ...from, said: now } } }
}

/** With what the file said before and says no longer, as long as it is on the board: it stays offered as gone. */
function keeping(
  now: ArrowsSaid,
  item: Item,
  board: BoardSnapshot,
  known: ReadonlyMap<string, Item>,
): ArrowsSaid {
  const base = readArrows(saidOf(item))
  if ([...base.keys()].every((print) => now.has(print))) return now
  const keys = new Map([...known].map(([key, one]) => [one.id, key]))
  const out = new Map(now)
  for (const { from, to, kind } of board.relations.values()) {
    const toKey = from === item.id ? keys.get(to) : undefined
    if (toKey === undefined) continue
    const print = arrowPrint(kind, toKey)
    const words = base.get(print)
    if (words !== undefined && !out.has(print)) out.set(print, words)
  }
  return out
}

/** What is drawn with the things that were seen, on the same ground or with an arrow to one of them, and was not seen itself. */
function unseenItems(board: BoardSnapshot, known: Known) {
  const seen = new Set<string>([...known.values()].map((item) => item.id))
  const grounds = new Set([...known.values()].map((item) => item.place?.parent ?? null))
  const linked = new Set<string>()
  for (const { from, to, kind } of board.relations.values()) {
    if (!(SYSTEM_RELATIONS as readonly string[]).includes(kind)) continue
    if (seen.has(from)) linked.add(to)
    if (seen.has(to)) linked.add(from)
  }
  return [...board.items.values()]
    .filter((item) => item.type === 'component' && item.layer === 'common' && !seen.has(item.id))
    .filter((item) => linked.has(item.id) || (item.place && grounds.has(item.place.parent)))
    .map((item) => removal(item, 'unseen'))
}

function isDrawnByHand(item: Item): boolean {
  return 'provenance' in item && item.provenance === null
}

function nameOnBoard(item: Item | undefined): string {
  return item && 'name' in item ? item.name : ''
}

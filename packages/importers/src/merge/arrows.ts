import { type BoardSnapshot, type Item, type Relation, SYSTEM_RELATIONS } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { DraftArrow } from '../system/draft.ts'
import { storedKey } from '../system/known.ts'
import type { ImportChange, ImportStep } from './change.ts'
import { calledAs } from './fields.ts'
import { type ArrowsSaid, arrowPrint, brief, readArrows } from './said.ts'

type Offered = { readonly change: ImportChange; readonly step: ImportStep }

export interface ArrowsAsked {
  readonly board: BoardSnapshot
  /** what the file says, one arrow of a kind between two */
  readonly arrows: readonly DraftArrow[]
  /** key -> id, of what is there and of what comes */
  readonly ids: ReadonlyMap<string, string>
  /** key -> what is on the board already; also what is taken for one thing with it */
  readonly known: ReadonlyMap<string, Item>
  /** the ids of what these files brought themselves: only of them it is known what they said before */
  readonly own: ReadonlySet<string>
  /** what each key is called */
  readonly names: ReadonlyMap<string, string>
  /** the file saw the system at work, it does not describe it */
  readonly isObserved: boolean
  readonly makeId: MakeId
}

/** Start-up order, and who watches or ships what: nothing that a trace would show. */
const NOT_RUN_TIME = new Set<string>(['depends-on', 'monitors', 'deploys'])

/** Arrows that come, whose words change, that the file has no longer, or that nothing observed goes along. */
export function offerArrows(asked: ArrowsAsked): readonly Offered[] {
  return [...comingArrows(asked), ...goneArrows(asked)]
}

function comingArrows({
  board,
  arrows,
  ids,
  known,
  own,
  names,
  isObserved,
  makeId,
}: ArrowsAsked): readonly Offered[] {
  const drawn = new Map(
    [...board.relations.values()].map((one) => [arrowKey(one.from, one.to, one.kind), one]),
  )
  const goes = new Set([...drawn.values()].flatMap(runTimePairs))
  const seen = new Set<string>()
  return arrows.flatMap((arrow): Offered[] => {
    const { from, to, kind, label } = arrow
    const ends = { from: ids.get(from), to: ids.get(to) }
    if (ends.from === undefined || ends.to === undefined) return []
    const key = arrowKey(ends.from, ends.to, kind)
    if (seen.has(key)) return []
    seen.add(key)
    const base = baseOf(known.get(from), own)
    const there = drawn.get(key)
    if (there) return relabel(there, arrow, base, names)
    if (isObserved && goes.has(pairOf(ends.from, ends.to, kind))) return []
    const isRemoved = known.has(from) && known.has(to) && base.has(arrowPrint(kind, to))
    const words = { name: names.get(from) ?? from, to: names.get(to) ?? to }
    // by its keys in the file, so that the next plan calls it the same
    const id = `connect ${storedKey(`${from} ${kind} ${to}`)}`
    const why = isRemoved ? 'removed-here' : 'new'
    return [
      {
        change: { id, does: 'connect', type: 'arrow', kind, ...words, now: label, why, taken: !isRemoved },
        step: {
          command: { do: 'connect', id: makeId(), from: ends.from, to: ends.to, kind, label },
          change: id,
        },
      },
    ]
  })
}

function relabel(
  there: Relation,
  { from, to, kind, label }: DraftArrow,
  base: ArrowsSaid,
  names: ReadonlyMap<string, string>,
): Offered[] {
  const before = base.get(arrowPrint(kind, to))
  if (there.label === label || label === '' || before === brief(label)) return []
  // words that people wrote on an arrow of theirs are not asked about
  if (before === undefined && there.label !== '') return []
  const taken = before === brief(there.label)
  const id = `amend ${there.id}`
  return [
    {
      change: {
        id,
        does: 'change',
        type: 'arrow',
        kind,
        name: names.get(from) ?? from,
        to: names.get(to) ?? to,
        field: 'label',
        was: there.label,
        now: label,
        why: taken ? 'changed' : 'changed-here',
        taken,
      },
      step: { command: { do: 'amend', id: there.id, label }, change: id },
    },
  ]
}

function goneArrows({ board, arrows, ids, known, own, isObserved }: ArrowsAsked): readonly Offered[] {
  const keys = new Map([...known].map(([key, item]) => [item.id as string, key]))
  const now = new Set(arrows.flatMap((one) => arrowKey(ids.get(one.from), ids.get(one.to), one.kind)))
  const goes = new Set(arrows.map((one) => pairOf(ids.get(one.from), ids.get(one.to), one.kind)))
  return [...board.relations.values()].flatMap((one): Offered[] => {
    const [from, to] = [keys.get(one.from), keys.get(one.to)]
    if (from === undefined || to === undefined || now.has(arrowKey(one.from, one.to, one.kind))) return []
    const base = baseOf(known.get(from), own)
    const isGone = base.has(arrowPrint(one.kind, to))
    const isUnseen = isObserved && runTimePairs(one).some((pair) => !goes.has(pair))
    if (!isGone && !isUnseen) return []
    const id = `disconnect ${one.id}`
    return [
      {
        change: {
          id,
          does: 'disconnect',
          type: 'arrow',
          kind: one.kind,
          name: calledAs(board.items.get(one.from)),
          to: calledAs(board.items.get(one.to)),
          was: one.label,
          why: isGone ? 'gone' : 'unseen',
          taken: false,
        },
        step: { command: { do: 'disconnect', ids: [one.id] }, change: id },
      },
    ]
  })
}

function baseOf(item: Item | undefined, own: ReadonlySet<string>): ArrowsSaid {
  return readArrows(item && own.has(item.id) ? saidOf(item) : undefined)
}

/** What an item's file said of it when it was brought. */
export function saidOf(item: Item | undefined) {
  return item && 'provenance' in item ? item.provenance?.said : undefined
}

/** Who reaches whom at run time, whatever the kind: taking from a queue is reaching it the other way. */
function runTimePairs({ from, to, kind }: Relation): string[] {
  if (!(SYSTEM_RELATIONS as readonly string[]).includes(kind) || NOT_RUN_TIME.has(kind)) return []
  return [pairOf(from, to, kind)]
}

function pairOf(from: string | undefined, to: string | undefined, kind: string): string {
  return kind === 'consumes' ? `${to} > ${from}` : `${from} > ${to}`
}

function arrowKey(from: string | undefined, to: string | undefined, kind: string): string {
  return `${from} ${kind} ${to}`
}

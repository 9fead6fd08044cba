import {
  ARROW_LOOKS,
  type BoardSnapshot,
  type Flow,
  LIMITS,
  manyBetween,
  type RelationKind,
} from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { DraftFlow, DraftStep } from '../system/draft.ts'
import { type Known, storedKey } from '../system/known.ts'
import type { ImportChange, ImportStep } from './change.ts'
import { brief, type Said } from './said.ts'

export interface FlowsAsked {
  readonly board: BoardSnapshot
  readonly format: string
  readonly file: string
  readonly flows: readonly DraftFlow[]
  /** key -> id, of what is there and of what comes */
  readonly ids: ReadonlyMap<string, string>
  /** what these files brought before, flows among it */
  readonly own: Known
  readonly removed: Known
  /** what else the import does: arrows that come */
  readonly steps: readonly ImportStep[]
  readonly makeId: MakeId
}

/** Flows that come, and those that another trace changed. What people wrote into the steps of one stays as they have it. */
export function offerFlows(asked: FlowsAsked): {
  changes: readonly ImportChange[]
  steps: readonly ImportStep[]
} {
  const offered = asked.flows.flatMap((flow) => offerFlow(flow, asked))
  return { changes: offered.map(({ change }) => change), steps: offered.map(({ step }) => step) }
}

function offerFlow(
  flow: DraftFlow,
  asked: FlowsAsked,
): readonly { readonly change: ImportChange; readonly step: ImportStep }[] {
  const { format, file, own, removed, makeId } = asked
  const key = storedKey(flow.key)
  const name = flow.name.slice(0, LIMITS.label)
  const steps = stepsFor(flow.steps, asked)
  if (steps.length === 0) return []
  const provenance = { format, file, key, said: saidOfFlow(flow, steps) }
  const about = { type: 'flow', kind: '', name } as const
  const there = own.get(key)
  if (!there) {
    const isRemoved = removed.has(key)
    const id = `add ${key}`
    const fields = { name, steps, provenance }
    return [
      {
        change: { ...about, id, does: 'add', why: isRemoved ? 'removed-here' : 'new', taken: !isRemoved },
        step: {
          command: { do: 'add', id: makeId(), type: 'flow', layer: 'common', fields, place: null },
          change: id,
        },
      },
    ]
  }
  if (there.type !== 'flow') return []
  const before = there.provenance?.said
  if (before?.steps === provenance.said.steps) return []
  const taken = before?.words === wordsOf(there.steps)
  const id = `set ${there.id} steps`
  const was = `${there.steps.length}`
  return [
    {
      change: {
        ...about,
        name: there.name || name,
        id,
        does: 'change',
        field: 'steps',
        was,
        now: `${steps.length}`,
        why: taken ? 'changed' : 'changed-here',
        taken,
      },
      step: { command: { do: 'set', id: there.id, fields: { steps, provenance } }, change: id },
    },
  ]
}

function saidOfFlow({ steps }: DraftFlow, laid: Flow['steps']): Said {
  const lines = steps.map(({ from, to, kind, words }) => `${from} ${kind} ${to} ${words}`)
  return { steps: brief(`${lines.join('\n')}\n`), words: wordsOf(laid) }
}

function wordsOf(steps: Flow['steps']): string {
  const inOrder = [...steps].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  return brief(`${inOrder.map(({ words }) => words).join('\n')}\n`)
}

/** Steps on the arrows that are there or come; where no arrow joins two things, on the one that was reached. */
function stepsFor(
  steps: readonly DraftStep[],
  { board, ids, steps: doing, makeId }: FlowsAsked,
): Flow['steps'] {
  const arrows = new Map<string, string>()
  const keep = (from: string, to: string, kind: RelationKind, id: string): void => {
    const look = ARROW_LOOKS[kind]
    if (look.chip || look.quiet) return
    arrows.set(`${from} ${to} ${kind}`, id)
    // taking from a queue is reaching it the other way
    const pair = kind === 'consumes' ? `${to} ${from}` : `${from} ${to}`
    if (!arrows.has(pair)) arrows.set(pair, id)
  }
  for (const { from, to, kind, id, layer } of board.relations.values())
    if (layer === 'common') keep(from, to, kind, id)
  for (const { command } of doing)
    if (command.do === 'connect') keep(command.from, command.to, command.kind, command.id)
  const found = steps.flatMap(({ from, to, kind, words }) => {
    const [a, b] = [ids.get(from), ids.get(to)]
    if (a === undefined || b === undefined) return []
    const pair = kind === 'consumes' ? `${b} ${a}` : `${a} ${b}`
    return [
      { on: arrows.get(`${a} ${b} ${kind}`) ?? arrows.get(pair) ?? b, words: words.slice(0, LIMITS.label) },
    ]
  })
  const orders = manyBetween(null, null, found.length)
  return found.map((step, at) => ({ id: makeId(), order: orders[at] ?? '', ...step }))
}

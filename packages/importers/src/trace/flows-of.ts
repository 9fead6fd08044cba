import { LIMITS } from '@second-story/board'
import type { ImportNote } from '../result.ts'
import type { DraftFlow, DraftStep } from '../system/draft.ts'
import type { Span } from './span.ts'

/** A call that a span stands for: who reached whom. */
export interface Leg {
  readonly from: string
  readonly to: string
  readonly kind: DraftStep['kind']
}

/** More flows than anybody plays from one file. */
const MOST_FLOWS = 8

/**
 * What happened one after the other, a flow for each kind of request: callers before those they call, and what one called
 * in the order in which it began. The same step again and again is one step that says how often. Requests that begin alike
 * are one flow, so that another trace of the same brings its changes and no second flow.
 */
export function flowsOf(
  spans: readonly Span[],
  legs: ReadonlyMap<Span, Leg>,
  notes: ImportNote[],
): readonly DraftFlow[] {
  const byTrace = new Map<string, Span[]>()
  for (const span of spans) {
    const list = byTrace.get(span.trace)
    if (list) list.push(span)
    else byTrace.set(span.trace, [span])
  }
  const flows = new Map<string, DraftFlow>()
  let [left, cut] = [0, 0]
  for (const list of byTrace.values()) {
    const walked = inOrder(list)
    const steps = stepsOf(walked, legs)
    const [root] = walked
    if (steps.length === 0 || !root) continue
    const key = `flow ${root.service.toLowerCase()} ${root.name}`
    if (flows.has(key)) continue
    if (flows.size >= MOST_FLOWS) {
      left++
      continue
    }
    if (steps.length > LIMITS.entries) cut++
    const name = [root.service, root.name].filter((one) => one !== '').join(': ')
    flows.set(key, { key, name: name || 'A request', steps: steps.slice(0, LIMITS.entries) })
  }
  if (left > 0)
    notes.push({ message: `${left} more kinds of request are in this file; ${MOST_FLOWS} became flows.` })
  if (cut > 0) notes.push({ message: `A flow keeps its first ${LIMITS.entries} steps.` })
  return [...flows.values()]
}

function stepsOf(walked: readonly Span[], legs: ReadonlyMap<Span, Leg>): readonly DraftStep[] {
  const out: (DraftStep & { times: number })[] = []
  for (const span of walked) {
    const leg = legs.get(span)
    if (!leg) continue
    const words = `${span.name}${span.failed ? ', failed' : ''}`.slice(0, LIMITS.label - 20)
    const last = out.at(-1)
    if (last && last.from === leg.from && last.to === leg.to && last.words === words) last.times++
    else out.push({ ...leg, words, times: 1 })
  }
  return out.map(({ times, words, ...leg }) => ({
    ...leg,
    words: times === 1 ? words : `${words === '' ? '' : `${words}, `}${times} times`,
  }))
}

/** Spans from callers to called, whatever their parents say: a circle is entered at whichever began first. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const began = new Map(spans.map((span, index) => [span, index]))
  const sorted = [...spans].sort((a, b) => a.at - b.at || (began.get(a) ?? 0) - (began.get(b) ?? 0))
  const ids = new Set(spans.map(({ id }) => id))
  const called = new Map<string, Span[]>()
  for (const span of sorted) {
    const list = called.get(span.parent)
    if (list) list.push(span)
    else called.set(span.parent, [span])
  }
  const out = new Set<Span>()
  const enter = (first: Span): void => {
    const stack = [first]
    for (let span = stack.pop(); span; span = stack.pop()) {
      if (out.has(span)) continue
      out.add(span)
      for (const next of (called.get(span.id) ?? []).toReversed()) if (next !== span) stack.push(next)
    }
  }
  for (const span of sorted) if (span.parent === '' || !ids.has(span.parent)) enter(span)
  for (const span of sorted) enter(span)
  return [...out]
}

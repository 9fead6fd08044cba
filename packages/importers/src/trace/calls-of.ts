import type { ComponentKind } from '@second-story/board'
import { Calls } from '../calls/calls.ts'
import type { ImportNote } from '../result.ts'
import { guessKind } from '../system/guess-kind.ts'
import type { Leg } from './flows-of.ts'
import type { Span } from './span.ts'

/** Who called whom in some spans: from parents to children of another service, and to sides that sent no spans. */
export function callsOf(
  spans: readonly Span[],
  notes: ImportNote[],
): { readonly calls: Calls; readonly legs: ReadonlyMap<Span, Leg> } {
  const calls = new Calls()
  const legs = new Map<Span, Leg>()
  const byId = new Map<string, Span>()
  // where two sides share an id, as Zipkin's may, the server's is a child of the client's
  const clients = new Map<string, Span>()
  for (const span of spans) {
    const key = `${span.trace}/${span.id}`
    if (span.kind === 'client' && !clients.has(key)) clients.set(key, span)
    if (span.service !== '')
      byId.set(key, span.kind === 'client' && byId.has(key) ? (byId.get(key) ?? span) : span)
  }
  const answered = new Set<string>()
  let [nameless, orphans] = [0, 0]
  for (const span of spans) {
    if (span.service === '') {
      nameless++
      continue
    }
    const to = calls.see(span.service)
    const own = `${span.trace}/${span.id}`
    const shared = clients.get(own)
    const parent =
      shared && shared !== span && shared.service !== span.service
        ? shared
        : byId.get(`${span.trace}/${span.parent}`)
    if (!parent) {
      if (span.parent !== '') orphans++
      continue
    }
    answered.add(`${parent.trace}/${parent.id}`)
    if (parent.service === '' || calls.see(parent.service) === to) continue
    // a message between two services goes through the broker, which is drawn below
    if (span.kind === 'consumer' || span.isMessaging) continue
    const { protocol, failed } = span
    const leg = { from: calls.see(parent.service), to, kind: 'calls' } as const
    legs.set(span, leg)
    calls.call({
      ...leg,
      label: protocol || parent.protocol,
      count: 1,
      errors: Number(failed),
    })
  }
  for (const span of spans) peerOf(span, answered.has(`${span.trace}/${span.id}`), calls, legs)
  if (nameless > 0) notes.push({ message: `${nameless} steps without the name of a service were left out.` })
  if (orphans > 0)
    notes.push({ message: `${orphans} steps whose caller is not in this file begin on their own.` })
  return { calls, legs }
}

function peerOf(span: Span, isAnswered: boolean, calls: Calls, legs: Map<Span, Leg>): void {
  const messages = span.isMessaging || span.kind === 'producer' || span.kind === 'consumer'
  // who answered is drawn already; a broker is drawn whoever took the message
  if (span.service === '' || span.peer === '' || (isAnswered && !messages)) return
  if (span.kind === 'server') return
  const kind: ComponentKind | null = messages ? 'queue' : guessKind(span.system, span.peer)
  const from = calls.see(span.service)
  const to = calls.see(span.peer, kind ?? (span.system === '' ? null : 'datastore'), span.system)
  if (from === to) return
  const way = span.kind === 'consumer' ? 'consumes' : messages ? 'publishes' : 'calls'
  const leg: Leg = { from, to, kind: way }
  legs.set(span, leg)
  calls.call({
    ...leg,
    label: kind === null ? span.protocol : '',
    count: 1,
    errors: Number(span.failed),
  })
}

import type { ComponentKind } from '@second-story/board'
import type { ImportNote } from '../result.ts'
import type { DraftArrow } from './draft.ts'

/** More telemetry arrows into one collector than this hide the system: they are left out, and that is said. */
const MOST_TELEMETRY = 4

/** Without the arrows of telemetry into a collector that everyone sends to; adds a note for each such collector. */
export function withoutFlood(
  arrows: readonly DraftArrow[],
  kinds: ReadonlyMap<string, ComponentKind>,
  notes: ImportNote[],
  nameOf: (key: string) => string = (key) => key,
): DraftArrow[] {
  const senders = new Map<string, number>()
  const isTelemetry = ({ kind, to }: DraftArrow): boolean =>
    kind === 'publishes' && kinds.get(to) === 'observability'
  for (const arrow of arrows) if (isTelemetry(arrow)) senders.set(arrow.to, (senders.get(arrow.to) ?? 0) + 1)
  const flooded = [...senders].filter(([, count]) => count > MOST_TELEMETRY)
  for (const [to, count] of flooded) {
    notes.push({
      message: `${count} services send telemetry to “${nameOf(to).slice(0, 60)}”; these arrows are left out.`,
    })
  }
  const out = new Set(flooded.map(([to]) => to))
  return arrows.filter((arrow) => !(isTelemetry(arrow) && out.has(arrow.to)))
}

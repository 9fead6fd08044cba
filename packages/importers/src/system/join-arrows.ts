import { LIMITS } from '@second-story/board'
import type { DraftArrow } from './draft.ts'

/** One arrow for all of one kind between the same two, with all their words: a board shows no two alike. */
export function joinArrows(arrows: readonly DraftArrow[]): DraftArrow[] {
  const out = new Map<string, { arrow: DraftArrow; labels: Set<string>; length: number }>()
  for (const arrow of arrows) {
    const key = `${arrow.from}\n${arrow.to}\n${arrow.kind}`
    let entry = out.get(key)
    if (!entry) {
      entry = { arrow, labels: new Set(), length: 0 }
      out.set(key, entry)
    }
    if (arrow.label === '' || entry.length > LIMITS.label) continue
    entry.labels.add(arrow.label)
    entry.length += arrow.label.length + 2
  }
  return [...out.values()].map(({ arrow, labels }) => ({
    ...arrow,
    label: [...labels].join(', ').slice(0, LIMITS.label),
  }))
}

import type { ComponentKind } from '@second-story/board'
import type { DraftArrow, DraftComponent } from '../system/draft.ts'

/** Whoever asks stands left of whoever is asked; a kind has a column it does not stand left of. */
function leastRank(component: DraftComponent): number {
  switch (component.kind) {
    case 'client':
    case 'role':
      return 0
    case 'gateway':
      return 1
    case 'service':
    case 'function':
    case 'unknown':
    case 'external':
    case 'job':
      return /(?:^|[-_])(?:front-?end|web|ui|www|site|bff)(?:$|[-_\d])/i.test(component.name) ? 2 : 3
    case 'datastore':
    case 'cache':
    case 'queue':
      return 4
    case 'observability':
      return 5
  }
}

/** Kinds that watch the others: their arrows say nothing about who stands where. */
export function watches(kind: ComponentKind): boolean {
  return kind === 'observability'
}

/** Arrows that decide where things stand: not start-up order, not telemetry, not one that closes a circle. */
export function shapingArrows(
  components: readonly DraftComponent[],
  arrows: readonly DraftArrow[],
): readonly DraftArrow[] {
  const kinds = new Map(components.map((one) => [one.key, one.kind]))
  const shown = arrows.filter(({ from, to, kind }) => {
    if (kind === 'depends-on' || from === to) return false
    return !watches(kinds.get(from) ?? 'unknown') && !watches(kinds.get(to) ?? 'unknown')
  })
  return withoutCircles(components, shown)
}

/** The column of each component, from 0 without gaps: the depth of calls, at least what its kind asks for. */
export function ranksOf(
  components: readonly DraftComponent[],
  shaping: readonly DraftArrow[],
): ReadonlyMap<string, number> {
  const ranks = new Map(components.map((one) => [one.key, leastRank(one)]))
  const order = topological(components, shaping)
  const out = arrowsBy(shaping, 'from')
  for (const key of order) {
    const rank = ranks.get(key) ?? 0
    for (const { to } of out.get(key) ?? []) ranks.set(to, Math.max(ranks.get(to) ?? 0, rank + 1))
  }
  const last = Math.max(
    0,
    ...components.filter((one) => !watches(one.kind)).map((one) => ranks.get(one.key) ?? 0),
  )
  for (const one of components) if (watches(one.kind)) ranks.set(one.key, last + 1)
  const used = [...new Set(ranks.values())].sort((a, b) => a - b)
  return new Map([...ranks].map(([key, rank]) => [key, used.indexOf(rank)]))
}

function arrowsBy(arrows: readonly DraftArrow[], end: 'from' | 'to'): Map<string, DraftArrow[]> {
  const out = new Map<string, DraftArrow[]>()
  for (const arrow of arrows) {
    const list = out.get(arrow[end])
    if (list) list.push(arrow)
    else out.set(arrow[end], [arrow])
  }
  return out
}

/** Leaves out each arrow that leads back to where a walk came from; the walk begins at whom nobody calls. */
function withoutCircles(components: readonly DraftComponent[], arrows: readonly DraftArrow[]): DraftArrow[] {
  const out = arrowsBy(arrows, 'from')
  const called = new Set(arrows.map((arrow) => arrow.to))
  const starts = [...components].sort((a, b) => Number(called.has(a.key)) - Number(called.has(b.key)))
  const state = new Map<string, 'open' | 'done'>()
  const kept: DraftArrow[] = []
  for (const { key } of starts) {
    if (state.has(key)) continue
    state.set(key, 'open')
    const path = [{ key, next: 0 }]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const arrow = out.get(here.key)?.[here.next++]
      if (!arrow) {
        state.set(here.key, 'done')
        path.pop()
        continue
      }
      if (state.get(arrow.to) === 'open') continue
      kept.push(arrow)
      if (state.has(arrow.to)) continue
      state.set(arrow.to, 'open')
      path.push({ key: arrow.to, next: 0 })
    }
  }
  return kept
}

function topological(components: readonly DraftComponent[], arrows: readonly DraftArrow[]): string[] {
  const waits = new Map(components.map((one) => [one.key, 0]))
  for (const { to } of arrows) waits.set(to, (waits.get(to) ?? 0) + 1)
  const out = arrowsBy(arrows, 'from')
  const ready = components.filter((one) => waits.get(one.key) === 0).map((one) => one.key)
  for (const key of ready) {
    for (const { to } of out.get(key) ?? []) {
      const left = (waits.get(to) ?? 1) - 1
      waits.set(to, left)
      if (left === 0) ready.push(to)
    }
  }
  return ready
}

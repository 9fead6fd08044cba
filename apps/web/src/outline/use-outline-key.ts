import { useKeys } from '../board/keyboard/use-keys.ts'
import type { ViewPlace } from '../board/use-view.ts'

/** O goes to the outline, and from there back to the map. */
export function useOutlineKey({ view, go }: ViewPlace): void {
  useKeys({ o: () => go(view === 'list' ? 'map' : 'list') }, { last: true })
}

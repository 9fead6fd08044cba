import { useMapState } from '../map-state.ts'

/** The menu of the map goes away. */
export function closeMenu(): void {
  useMapState.getState().set({ menu: null })
}

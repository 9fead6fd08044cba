import { useMapState } from './map-state.ts'

/** What a control that shows or hides the order in which things start is called now. */
export function orderLabel(isShown: boolean): string {
  return isShown ? 'Hide start-up order' : 'Show start-up order'
}

/** Start-up order says little about how a system works, so that its arrows are hidden at first (FACE.md). */
export function toggleOrder(): void {
  const state = useMapState.getState()
  state.set({ startUpOrder: !state.startUpOrder })
}

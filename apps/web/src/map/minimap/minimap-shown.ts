import { Cell } from '../../session/cell.ts'

const KEY = 'second-story:minimap'

/** Is the minimap unfolded? A choice of this browser. */
export const minimapShown = new Cell(readChoice())

export function showMinimap(on: boolean): void {
  minimapShown.set(on)
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // without storage the choice holds for this page
  }
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

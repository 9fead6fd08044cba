import { Cell } from '../session/cell.ts'
import { type Tool, useBoardUi } from './board-ui.ts'

const KEY = 'second-story:tools-stay'

/** Do tools stay in hand after they were used? A choice of this browser. */
export const toolsStay = new Cell(readChoice())

export function keepTools(on: boolean): void {
  toolsStay.set(on)
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // without storage the choice holds for this page
  }
}

/** A tool was used: it goes back to Select, unless it is meant to stay. `used`: where a key began it, not the tool itself. */
export function toolDone(used: Tool = useBoardUi.getState().tool): void {
  const ui = useBoardUi.getState()
  const stays = used !== 'select' && (toolsStay.get() || ui.kept === used)
  const tool = stays ? used : 'select'
  if (ui.tool !== tool || (!stays && ui.kept)) ui.set({ tool, kept: stays ? ui.kept : null })
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

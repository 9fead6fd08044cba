import type { ColourBy } from '@second-story/picture'
import { create } from 'zustand'
import { useMapState } from '../map-state.ts'
import { type Choice, EVERYTHING } from './choice.ts'
import { keep, readKept } from './kept-choice.ts'
import { ORDER } from './kinds.ts'

/** What this person sees of the board that is open: theirs alone, remembered on this machine. */
export interface ShowState {
  readonly board: string | null
  readonly choice: Choice
  readonly colour: ColourBy | null
  /** pictures leave as shown here; else with everything, in the usual colours */
  readonly leavesAsShown: boolean
}

export const useShow = create<ShowState>(() => ({
  board: null,
  choice: EVERYTHING,
  colour: null,
  leavesAsShown: true,
}))

/** Opens a board's own choice. */
export function openShow(board: string): void {
  if (useShow.getState().board === board) return
  const kept = readKept(board, storageHere())
  const choice: Choice = { ...EVERYTHING, hidden: new Set(kept.hidden), tags: new Set(kept.tags) }
  useShow.setState({ board, choice, colour: kept.colour, leavesAsShown: true })
  useMapState.getState().set({ startUpOrder: kept.order })
}

/** Shows or hides some kinds. What was looked for gives way to the new choice. */
export function showKinds(kinds: readonly string[], shown: boolean): void {
  if (kinds.includes(ORDER)) useMapState.getState().set({ startUpOrder: shown })
  const { choice } = useShow.getState()
  const hidden = new Set(choice.hidden)
  for (const kind of kinds) {
    if (kind === ORDER) continue
    if (shown) hidden.delete(kind)
    else hidden.add(kind)
  }
  change({ ...choice, hidden, found: new Set() })
}

export function chooseTags(tags: ReadonlySet<string>): void {
  change({ ...useShow.getState().choice, tags, found: new Set() })
}

export function showEverything(): void {
  change(EVERYTHING)
}

/** Shows these although their kind is hidden: somebody looked for them, or has just made them. */
export function showFound(ids: readonly string[]): void {
  const { choice } = useShow.getState()
  useShow.setState({ choice: { ...choice, found: new Set([...choice.found, ...ids]) } })
}

export function colourMap(colour: ColourBy | null): void {
  useShow.setState({ colour })
  keepNow()
}

function change(choice: Choice): void {
  useShow.setState({ choice })
  keepNow()
}

/** Remembers the choice as it is now. */
export function keepNow(): void {
  const { board, choice, colour } = useShow.getState()
  if (board === null) return
  const order = useMapState.getState().startUpOrder
  keep(board, { hidden: [...choice.hidden], tags: [...choice.tags], colour, order }, storageHere())
}

function storageHere(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

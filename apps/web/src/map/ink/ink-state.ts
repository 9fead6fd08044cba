import type { InkColour, InkWidth } from '@second-story/board'
import { create } from 'zustand'

export const INK_MODES = ['pen', 'highlighter', 'eraser', 'laser'] as const
export type InkMode = (typeof INK_MODES)[number]

/** What the Pen tool draws with. Local, never in the document. */
export interface InkState {
  readonly mode: InkMode
  readonly colour: Readonly<Record<'pen' | 'highlighter', InkColour>>
  readonly width: Readonly<Record<'pen' | 'highlighter', InkWidth>>
  /** what is drawn now goes where only this person sees it */
  readonly onlyMe: boolean
  set(change: Partial<Omit<InkState, 'set'>>): void
}

export const useInk = create<InkState>((set) => ({
  mode: 'pen',
  colour: { pen: 'ink', highlighter: 'ochre' },
  width: { pen: 'medium', highlighter: 'medium' },
  onlyMe: false,
  set: (change) => set(change),
}))

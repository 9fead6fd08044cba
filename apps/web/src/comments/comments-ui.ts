import type { Pinned } from '@second-story/board'
import { create } from 'zustand'

export type Filter = 'open' | 'resolved' | 'mentions'

/** What of the comments this screen has in hand. Local, never in the document. */
export interface CommentsUi {
  /** the thread that is read */
  readonly open: string | null
  /** what a new thread is to be about; nothing is written yet */
  readonly begun: Pinned | null
  /** threads whose pins are one mark: one of them is to be chosen */
  readonly choices: readonly string[]
  readonly filter: Filter
  /** the list of all threads, on a phone */
  readonly sheet: boolean
  /** records and pictures take comments along */
  readonly leave: boolean
  set(change: Partial<Omit<CommentsUi, 'set' | 'reset'>>): void
  /** nothing is read, begun or to be chosen */
  close(): void
  reset(): void
}

const NOTHING = { open: null, begun: null, choices: [] as readonly string[] } as const

export const useCommentsUi = create<CommentsUi>((set) => ({
  ...NOTHING,
  filter: 'open',
  sheet: false,
  leave: false,
  set: (change) => set(change),
  close: () => set(NOTHING),
  reset: () => set({ ...NOTHING, filter: 'open', sheet: false, leave: false }),
}))

import type { ItemId } from '@second-story/board'
import { create } from 'zustand'
import type { Target } from './make-flow.ts'

/** A flow that is being recorded: what was pointed at so far, and the flow that it goes on, if there is one. */
export interface Recording {
  readonly steps: readonly Target[]
  readonly onto: ItemId | null
}

export const useFlows = create<{ readonly recording: Recording | null }>(() => ({ recording: null }))

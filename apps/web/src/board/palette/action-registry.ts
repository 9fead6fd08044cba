import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Cell } from '../../session/cell.ts'

/** Something the palette can do. */
export interface Action {
  readonly id: string
  readonly label: string
  /** other words by which it may be looked for */
  readonly others?: string
  readonly note?: string
  readonly keys?: string
  readonly icon?: ReactNode
  readonly run: () => void
}

const registered = new Cell<ReadonlyMap<symbol, readonly Action[]>>(new Map())

/** What views have put into the palette while they are on the screen. */
export const viewActions = registered

/** Puts actions into the palette while the component is there. Give the list a stable identity. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    const key = Symbol()
    registered.set(new Map(registered.get()).set(key, actions))
    return () => {
      const rest = new Map(registered.get())
      rest.delete(key)
      registered.set(rest)
    }
  }, [actions])
}

import type { BoardSnapshot, Conduct, Item, ItemId, ItemTypeName } from '@second-story/board'
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { BoardSession } from './board-session.ts'

export const SessionContext = createContext<BoardSession | null>(null)

/** The open board; throws outside of one. */
export function useSession(): BoardSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no board is open here')
  return session
}

/**
 * Something derived from the board. Renders again only when the result differs (by `same`, default identity), so
 * select what already has identity (an item) or pass `same`.
 */
export function useBoard<T>(
  select: (board: BoardSnapshot) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  const { live } = useSession()
  const last = useRef<{ board: BoardSnapshot; select: unknown; value: T } | null>(null)
  const subscribe = useCallback((heard: () => void) => live.subscribe(heard), [live])
  const get = (): T => {
    const board = live.snapshot
    const held = last.current
    if (held && held.board === board && held.select === select) return held.value
    const value = select(board)
    const kept = held && same(held.value, value) ? held.value : value
    last.current = { board, select, value: kept }
    return kept
  }
  return useSyncExternalStore(subscribe, get)
}

export function useItem(id: ItemId | null): Item | undefined {
  return useBoard((board) => (id ? board.items.get(id) : undefined))
}

export function useConduct(): Conduct {
  return useBoard((board) => board.conduct)
}

/** All items of a type, in map order; keeps identity while none of them changes. */
export function useItemsOf<T extends ItemTypeName>(type: T): readonly Extract<Item, { type: T }>[] {
  return useBoard(
    (board) =>
      [...board.items.values()].filter((item): item is Extract<Item, { type: T }> => item.type === type),
    sameList,
  )
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

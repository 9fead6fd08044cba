import type { ItemId } from '@second-story/board'
import type { SectionKey } from '@second-story/record'
import { createContext, useContext } from 'react'

/** Ways out of the record to where something lies. */
export interface GoTo {
  /** the address of an item on this board */
  href(id: ItemId): string
  /** shows an item on the map, glowing once; on a phone its half sheet */
  item(id: ItemId): void
  /** what a composed section was made of; null where it has no place of its own */
  section(key: SectionKey): { readonly words: string; readonly go: () => void } | null
}

export const GoToContext = createContext<GoTo | null>(null)

export function useGoTo(): GoTo {
  const goTo = useContext(GoToContext)
  if (!goTo) throw new Error('no record is shown here')
  return goTo
}

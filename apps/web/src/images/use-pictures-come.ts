import { useSyncExternalStore } from 'react'
import { useCell } from '../session/cell.ts'
import { boardPictures } from './board-pictures.ts'

const NEVER = (): (() => void) => () => {}

/** Renders again when a picture has come; grows with each. */
export function usePicturesCome(): number {
  const source = useCell(boardPictures)
  return useSyncExternalStore(source ? (heard) => source.onChange(heard) : NEVER, () => source?.version ?? 0)
}

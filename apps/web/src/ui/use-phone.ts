import { useSyncExternalStore } from 'react'

/** Narrower than this is a phone: lists, sheets, big targets. */
export const PHONE_BELOW = 700

const narrow = matchMedia(`(max-width: ${PHONE_BELOW - 1}px)`)

function listen(heard: () => void): () => void {
  narrow.addEventListener('change', heard)
  return () => narrow.removeEventListener('change', heard)
}

export const isWide = (): boolean => !narrow.matches

export function usePhone(): boolean {
  return useSyncExternalStore(listen, () => narrow.matches)
}

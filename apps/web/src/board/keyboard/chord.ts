/** What of a key press decides which chord it is. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * How a key press is written in `useKeys`: `c`, `/`, `?`, `1`, `enter`, `arrowright`, `mod+z`, `mod+shift+z`,
 * `alt+arrowup`. `mod` is Ctrl, or Command on a Mac. Shift is written only where the key does not show it already.
 */
export function chordOf(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const mod = press.ctrlKey || press.metaKey
  const shown = press.key.length === 1 && !/[a-z]/i.test(press.key)
  const parts = [
    mod ? 'mod' : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && !shown && press.key !== ' ' ? 'shift' : '',
    key,
  ]
  return parts.filter(Boolean).join('+')
}

/** A letter, digit or sign alone: the keys that WCAG 2.1.4 lets people switch off. */
export function isSingleKey(chord: string): boolean {
  const key = chord.startsWith('shift+') ? chord.slice(6) : chord
  return [...key].length === 1
}

import { EarlyKeys, type EarlyPress } from './early-keys.ts'

/** Longer than any view takes; a key pressed that long ago is no longer meant. */
const LONGEST_MS = 5_000

export const earlyKeys = new EarlyKeys()
let giveUp: ReturnType<typeof setTimeout> | undefined

/** What keys wait for: a view with its tools, or the palette. */
export type Awaited = 'view' | 'palette'
const awaited = new Set<Awaited>()

/** From now on keys wait for the view that is coming; for the palette also those that a field had taken. */
export function keysWait(what: Awaited = 'view'): void {
  awaited.add(what)
  earlyKeys.hold(awaited.has('palette'))
  clearTimeout(giveUp)
  giveUp = setTimeout(forget, LONGEST_MS)
}

/** It is there: once nothing else is awaited, whatever was pressed meanwhile happens now. */
export function keysGoOn(what: Awaited = 'view'): void {
  if (awaited.delete(what) && awaited.size > 0) {
    earlyKeys.hold(awaited.has('palette'))
    return
  }
  clearTimeout(giveUp)
  void earlyKeys.release(pressAgain, () => new Promise((done) => setTimeout(done, 16)))
}

/** There will be no such view. */
export function keysForget(): void {
  clearTimeout(giveUp)
  forget()
}

function forget(): void {
  awaited.clear()
  earlyKeys.drop()
}

function pressAgain({ key, shiftKey }: EarlyPress): void {
  const at = document.activeElement ?? document.body
  const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
  if (isField && key.length === 1) {
    at.setRangeText(key, at.selectionStart ?? 0, at.selectionEnd ?? 0, 'end')
    at.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: key }))
    return
  }
  at.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
}

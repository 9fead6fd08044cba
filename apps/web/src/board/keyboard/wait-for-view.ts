import { EarlyKeys, type EarlyPress } from './early-keys.ts'

/** Longer than any view takes; a key pressed that long ago is no longer meant. */
const LONGEST_MS = 5_000

export const earlyKeys = new EarlyKeys()
let giveUp: ReturnType<typeof setTimeout> | undefined

/** From now on keys wait for the view that is coming. */
export function keysWait(): void {
  earlyKeys.hold()
  clearTimeout(giveUp)
  giveUp = setTimeout(() => earlyKeys.drop(), LONGEST_MS)
}

/** The view is there: whatever was pressed meanwhile happens now. */
export function keysGoOn(): void {
  clearTimeout(giveUp)
  void earlyKeys.release(pressAgain, () => new Promise((done) => setTimeout(done, 16)))
}

/** There will be no such view. */
export function keysForget(): void {
  clearTimeout(giveUp)
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

import { focusView } from '../../board/keyboard/keep-focus.ts'

/** A field that stands on the map was opened from the list, by keyboard: there it gives the focus back. */
let fromList = false

/** The list has lost the focus to this element. */
export function listLeftFor(to: EventTarget | null): void {
  fromList = to instanceof Element && to.closest('[data-over-map]') !== null
}

export function forgetList(): void {
  fromList = false
}

/** A field on the map has closed: the focus goes to the list's line in hand if it came from there, else to the map. */
export function focusBack(): void {
  const wanted = fromList
  fromList = false
  const closing = document.activeElement
  // the field still has to go; another one that was opened meanwhile keeps what it has
  setTimeout(() => {
    const at = document.activeElement
    if (at !== closing && at?.matches('input, textarea, [contenteditable="true"]')) return
    focusView()
    if (wanted) focusLine(LOOKS)
  })
}

const LOOKS = 12

// a line that was just made takes a moment to appear
function focusLine(looks: number): void {
  if (document.activeElement?.matches('[data-view-focus]') !== true) return
  const line = document.querySelector<HTMLElement>('[data-entry][data-chosen]')
  if (line) line.focus({ preventScroll: true })
  else if (looks > 0) setTimeout(() => focusLine(looks - 1), 40)
  else document.querySelector<HTMLElement>('[data-entry][tabindex="0"]')?.focus({ preventScroll: true })
}

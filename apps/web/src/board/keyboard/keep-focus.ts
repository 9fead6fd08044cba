import { type RefObject, useEffect } from 'react'

/** A view marks the element that takes the focus for it. */
export const VIEW_FOCUS = { 'data-view-focus': true, tabIndex: -1 } as const

let isWanted = false

/** Nothing has the focus: what had it is gone. */
export function isFocusLost(): boolean {
  const at = document.activeElement
  return at === null || at === document.body
}

/** Puts the focus on the view in front, now or as soon as it has loaded. */
export function focusView(): void {
  const view = document.querySelector<HTMLElement>('[data-view-focus]')
  isWanted = view === null
  view?.focus({ preventScroll: true })
}

/** A view that loaded late takes the focus that was meant for it. */
export function useFocusOnArrival(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isWanted) return
    isWanted = false
    if (isFocusLost() || isOnSwitch()) view.current?.focus({ preventScroll: true })
  }, [view])
}

/** The switch between views would take the arrow keys that are meant for the view. */
export function isOnSwitch(): boolean {
  return document.activeElement?.closest('[aria-label="View"]') != null
}

/** Long enough for what a key did to be on the screen. */
const SETTLED_MS = 60

/**
 * No key loses the focus: when what had it goes away or lets go (a field ended, a thing deleted, a panel closed), the
 * view in front takes it. Tab past the last thing of the page has lost nothing: it goes on to the browser and round to the
 * first, and is not held. Returns its own undo.
 */
export function keepFocusByKeys(): () => void {
  const pressed = ({ key }: KeyboardEvent): void => {
    const had = document.activeElement
    if (isFocusLost()) return
    setTimeout(() => {
      const hasGoneOn = key === 'Tab' && had?.isConnected === true
      if (isFocusLost() && !hasGoneOn) focusView()
    }, SETTLED_MS)
  }
  window.addEventListener('keydown', pressed, { capture: true })
  return () => window.removeEventListener('keydown', pressed, { capture: true })
}

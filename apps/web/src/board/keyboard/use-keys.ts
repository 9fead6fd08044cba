import { useEffect, useRef } from 'react'
import { Cell } from '../../session/cell.ts'
import { chordOf } from './chord.ts'
import { type KeyAction, KeyHub, type KeyOptions, type KeyPlace } from './key-hub.ts'
import { earlyKeys } from './wait-for-view.ts'

const KEY = 'second-story:single-keys'

const hub = new KeyHub()
/** Do letters alone do something? A choice of this browser. */
export const singleKeys = new Cell(readChoice())

/** Listens to the page; once, from main. */
export function startKeys(): void {
  hub.singleKeys = singleKeys.get()
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const place = placeOf(event.target)
    if (hub.press(chordOf(event), place)) event.preventDefault()
  })
  // before anything else hears them
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || !earlyKeys.keep(event, placeOf(event.target))) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** Does what a key does, for whoever presses its button instead. */
export function pressKey(chord: string): void {
  const off = hub.singleKeys
  hub.singleKeys = true
  hub.press(chord, { typing: false, control: false, overlay: false })
  hub.singleKeys = off
}

export function switchSingleKeys(on: boolean): void {
  hub.singleKeys = on
  singleKeys.set(on)
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // without storage the choice holds for this page
  }
}

/**
 * Binds keys while the component is there: `useKeys({ c: draw, 'mod+z': undo })`. An action that returns `false`
 * passes the key on. Typing in a field wins, unless `typing` is asked for.
 */
export function useKeys(
  keys: Readonly<Record<string, KeyAction>>,
  options: KeyOptions & {
    /** bound anew when this changes: asked before what was bound meanwhile */
    readonly after?: unknown
  } = {},
): void {
  const newest = useRef(keys)
  newest.current = keys
  const { overlays = false, typing = false, last = false, after = null } = options
  // biome-ignore lint/correctness/useExhaustiveDependencies: bound anew, and so asked before what has come
  useEffect(() => hub.bind(() => newest.current, { overlays, typing, last }), [overlays, typing, last, after])
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return { typing: false, control: false, overlay: false }
  return {
    typing: isField(target) || takesLetters(target),
    control: target.closest('button, a[href], summary, [role=button], [role=link], [role=checkbox]') !== null,
    overlay: target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null,
  }
}

/** A choice that opens a list goes to the entry that begins with the letter. */
function takesLetters(target: Element): boolean {
  return target.closest('[aria-haspopup=listbox]') !== null
}

const NO_WORDS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color'])

function isField(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !NO_WORDS.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

import type { Awareness } from 'y-protocols/awareness'
import { readUser } from '../../presence/read-people.ts'

type Heard = () => void

/**
 * Presence as the editor's caret plugin wants it: only of those who stand in words, told only when one of them moved.
 * A pointer on the map is a cursor, too; the plugin would take it for a place in the text.
 */
export class Carets {
  readonly #awareness: Awareness
  readonly #told = new Map<Heard, Heard>()
  #seen = ''

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  get clientID(): number {
    return this.#awareness.clientID
  }

  getStates(): Map<number, object> {
    const out = new Map<number, object>()
    for (const [key, state] of this.#awareness.getStates()) {
      const user = key === this.clientID ? null : readUser(state)
      // the plugin asks for a colour of six digits; ours is a token of the theme
      if (user && isCaret(state.cursor))
        out.set(key, { cursor: state.cursor, user: { ...user, color: '#000000' } })
    }
    return out
  }

  getLocalState(): object | null {
    const state = this.#awareness.getLocalState()
    return state && { ...state, cursor: isCaret(state.cursor) ? state.cursor : null }
  }

  setLocalStateField(field: string, value: unknown): void {
    this.#awareness.setLocalStateField(field, value)
  }

  on(event: 'change', heard: Heard): void {
    const tell = (): void => {
      const now = JSON.stringify([...this.getStates()])
      if (now === this.#seen) return
      this.#seen = now
      heard()
    }
    this.#told.set(heard, tell)
    this.#awareness.on(event, tell)
  }

  off(event: 'change', heard: Heard): void {
    const tell = this.#told.get(heard)
    if (tell) this.#awareness.off(event, tell)
    this.#told.delete(heard)
  }
}

function isCaret(cursor: unknown): boolean {
  const { anchor, head } = (cursor ?? {}) as { anchor?: unknown; head?: unknown }
  return typeof anchor === 'object' && typeof head === 'object' && anchor !== null && head !== null
}

/** Somebody else's caret: a line in their colour with their name on it, which is no part of the words. */
export function drawCaret(user: { readonly name: string; readonly colour: number }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret-of'
  caret.dataset.name = user.name
  caret.ariaHidden = 'true'
  caret.style.setProperty('--c', `var(--who-${user.colour})`)
  return caret
}

/** The words somebody else has selected. */
export function paintSelection(user: { readonly colour: number }): { class: string; style: string } {
  return { class: 'selection-of', style: `--c: var(--who-${user.colour})` }
}

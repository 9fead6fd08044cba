import { isSingleKey } from './chord.ts'

/** Where a key was pressed. */
export interface KeyPlace {
  /** in a field: letters, Enter, arrows are words there */
  readonly typing: boolean
  /** on a control that Enter and Space press */
  readonly control: boolean
  /** in a dialog, menu or list that has its own keys */
  readonly overlay: boolean
}

/** `false`: not for me after all, ask the next one. */
export type KeyAction = () => unknown

export interface KeyOptions {
  /** also while a dialog or menu is open */
  readonly overlays?: boolean
  /** also in fields; only for chords with mod, and Escape */
  readonly typing?: boolean
  /** asked after all others: the frame round the views */
  readonly last?: boolean
}

interface Binding {
  readonly keys: () => Readonly<Record<string, KeyAction>>
  readonly options: KeyOptions
}

/**
 * All keys of the page in one place. The one bound last is asked first. Typing always wins; a single key (C, /, 1)
 * can be switched off for people whose voice or tremor presses keys by chance (WCAG 2.1.4).
 */
export class KeyHub {
  singleKeys = true
  readonly #bindings: Binding[] = []

  /** Returns its own undo. */
  bind(keys: () => Readonly<Record<string, KeyAction>>, options: KeyOptions = {}): () => void {
    const binding: Binding = { keys, options }
    this.#bindings.push(binding)
    return () => {
      const at = this.#bindings.indexOf(binding)
      if (at >= 0) this.#bindings.splice(at, 1)
    }
  }

  /** True when somebody took the key. */
  press(chord: string, place: KeyPlace): boolean {
    if (isSingleKey(chord) && (!this.singleKeys || place.typing)) return false
    if (place.control && (chord === 'enter' || chord === 'space')) return false
    const asked = [...this.#bindings].reverse()
    for (const { keys, options } of [...asked.filter(isFirst), ...asked.filter(isLast)]) {
      if (place.typing && !options.typing) continue
      if (place.overlay && !options.overlays) continue
      const action = keys()[chord]
      if (action && action() !== false) return true
    }
    return false
  }
}

const isLast = ({ options }: Binding): boolean => options.last === true
const isFirst = (binding: Binding): boolean => !isLast(binding)

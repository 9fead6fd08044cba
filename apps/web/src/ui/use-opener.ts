import { cloneElement, type ReactElement, type RefObject, useId, useRef, useState } from 'react'
import type { ButtonProps } from 'react-aria-components/Button'

/** Where the focus begins in what opened: its first or last entry, or itself. */
export type Begin = 'first' | 'last' | null

export interface Opener<T> {
  /** the button, which opens it */
  readonly trigger: ReactElement
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly id: string
  /** null: closed, or its code still comes */
  readonly opened: { readonly parts: T; readonly begin: Begin } | null
  close(): void
}

type Given = ButtonProps & { readonly ref?: RefObject<HTMLButtonElement | null> }

/**
 * A button that opens what is loaded when it is first pointed at: a mouse opens on the way down, a finger and a key
 * on the way up, arrow keys from the side that they come from. `loaded` and `load` speak of the same parts.
 */
export function useOpener<T>(
  button: ReactElement,
  loaded: () => T | null,
  load: () => Promise<T>,
  arrows: boolean,
): Opener<T> {
  const ref = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [parts, setParts] = useState<T | null>(loaded)
  const [open, setOpen] = useState<{ readonly begin: Begin } | null>(null)
  const fetch = (): void => {
    if (parts !== null) return
    const there = loaded()
    if (there !== null) setParts(() => there)
    else load().then((come) => setParts(() => come), ignore)
  }
  const begin = (at: Begin): void => {
    // it gets the focus back
    ref.current?.focus({ preventScroll: true })
    fetch()
    setOpen({ begin: at })
  }
  const props: Given = {
    ref,
    id,
    'aria-haspopup': arrows ? 'true' : 'dialog',
    'aria-expanded': open !== null,
    onHoverStart: fetch,
    onFocus: fetch,
    onPressStart: ({ pointerType }) => {
      if (pointerType !== 'touch' && pointerType !== 'keyboard')
        begin(pointerType === 'virtual' ? 'first' : null)
    },
    onPress: ({ pointerType }) => {
      if (pointerType === 'touch' || pointerType === 'keyboard')
        begin(pointerType === 'keyboard' ? 'first' : null)
    },
    onKeyDown: (event) => {
      const side = event.key === 'ArrowDown' ? 'first' : event.key === 'ArrowUp' ? 'last' : null
      if (!arrows || side === null) return event.continuePropagation()
      event.preventDefault()
      begin(side)
    },
  }
  const trigger = cloneElement(button as ReactElement<Given>, props)
  const opened = parts !== null && open !== null ? { parts, begin: open.begin } : null
  return { trigger, ref, id, opened, close: () => setOpen(null) }
}

// asked for again at the next press
function ignore(): void {}

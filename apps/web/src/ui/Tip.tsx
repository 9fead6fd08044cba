import { cloneElement, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import type { ButtonProps } from 'react-aria-components/Button'
import { later } from './later.tsx'
import type { TipBubbleProps } from './TipBubble.tsx'

const TipBubble = later(() => import('./TipBubble.tsx').then((m) => m.TipBubble))

const OPEN_MS = 500
const CLOSE_MS = 80

/** the tip in sight; there is one */
let closeShown: (() => void) | null = null
/** when the last one went: the next along the row comes at once */
let wentAt = Number.NEGATIVE_INFINITY

export interface TipProps {
  readonly words: string
  readonly keys?: string
  readonly placement?: TipBubbleProps['placement']
  /** a button */
  readonly children: ReactElement
}

/** A name that appears over a control after a moment, and at once with the keyboard. */
export function Tip({ words, keys, placement = 'bottom', children }: TipProps) {
  const id = useId()
  const target = useRef<Element>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isOpen, setOpen] = useState(false)
  const close = (): void => {
    clearTimeout(timer.current)
    setOpen(false)
  }
  const openAfter = (ms: number, at: Element): void => {
    target.current = at
    clearTimeout(timer.current)
    if (ms === 0) setOpen(true)
    else timer.current = setTimeout(() => setOpen(true), ms)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!isOpen) return
    const mine = (): void => setOpen(false)
    closeShown?.()
    closeShown = mine
    const escaped = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') mine()
    }
    window.addEventListener('keydown', escaped, { capture: true })
    return () => {
      window.removeEventListener('keydown', escaped, { capture: true })
      if (closeShown === mine) closeShown = null
      wentAt = performance.now()
    }
  }, [isOpen])
  const own = (children as ReactElement<ButtonProps>).props
  const props: ButtonProps = {
    ...(isOpen ? { 'aria-describedby': id } : {}),
    onHoverStart: (event) => {
      own.onHoverStart?.(event)
      const isWarm = closeShown !== null || performance.now() - wentAt < OPEN_MS
      openAfter(isWarm ? 0 : OPEN_MS, event.target)
    },
    onHoverEnd: (event) => {
      own.onHoverEnd?.(event)
      clearTimeout(timer.current)
      timer.current = setTimeout(close, CLOSE_MS)
    },
    onFocus: (event) => {
      own.onFocus?.(event)
      if (event.target.matches(':focus-visible')) openAfter(0, event.target)
    },
    onBlur: (event) => {
      own.onBlur?.(event)
      close()
    },
    onPressStart: (event) => {
      own.onPressStart?.(event)
      close()
    },
  }
  return (
    <>
      {cloneElement(children as ReactElement<ButtonProps>, props)}
      {isOpen && <TipBubble id={id} words={words} keys={keys} placement={placement} target={target} />}
    </>
  )
}

import { type PointerEvent, useEffect, useRef } from 'react'
import type { Move } from './player.ts'
import styles from './Scrubber.module.css'

export interface ScrubberProps {
  readonly frame: number
  readonly length: number
  readonly marks: readonly { readonly frame: number; readonly title: string }[]
  /** what a screen reader hears of this moment */
  readonly words: string
  readonly act: (move: Move) => void
}

/** The line of time: every step as far from the next, since pauses are longer than work. Its keys are the replay's. */
export function Scrubber({ frame, length, marks, words, act }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null)
  const last = Math.max(1, length - 1)
  const share = (one: number): string => `${(100 * one) / last}%`
  useEffect(() => track.current?.focus({ preventScroll: true }), [])
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (event.buttons === 0) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    act({ do: 'to', frame: ((event.clientX - left) / Math.max(1, width)) * last })
  }
  return (
    <div
      ref={track}
      className={styles.scrubber}
      role="slider"
      tabIndex={0}
      aria-label="Time"
      aria-valuemin={1}
      aria-valuemax={length}
      aria-valuenow={frame + 1}
      aria-valuetext={words}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      <span className={styles.line} />
      <span className={styles.past} style={{ width: share(frame) }} />
      {marks.map((mark) => (
        <span
          key={`${mark.frame} ${mark.title}`}
          className={styles.mark}
          style={{ left: share(mark.frame) }}
          title={mark.title}
        />
      ))}
      <span className={styles.thumb} style={{ left: share(frame) }} />
    </div>
  )
}

import type { TimelineEvent } from '@second-story/board'
import { firstLine, type ItemId } from '@second-story/board'
import { useMemo } from 'react'
import { classes } from '../ui/classes.ts'
import { sayWhen } from './format-when.ts'
import styles from './StripAxis.module.css'
import { LABEL_OVER, layStrip } from './strip-layout.ts'
import { useWidth } from './use-width.ts'

const BASE = 78
const PAD = 12
const ROWS = [36, 58] as const
const WAVE_PX = 12
/** at the right end the last words, and the zone under them, have room of their own */
const RIGHT = 12 + LABEL_OVER

export interface StripAxisProps {
  readonly events: readonly TimelineEvent[]
  readonly zone: string
  readonly walking: ItemId | null
  readonly onWalk: (id: ItemId) => void
}

/** The axis of the strip: a line for what can be seen, a button an event for hands and keyboards. */
export function StripAxis({ events, zone, walking, onWalk }: StripAxisProps) {
  const [box, full] = useWidth<HTMLDivElement>()
  const width = Math.max(0, full - PAD - RIGHT)
  const layout = useMemo(
    () => (width > 0 ? layStrip(events, { width, zone, walking }) : null),
    [events, width, zone, walking],
  )
  const stop = events.some(({ id }) => id === walking) ? walking : (events[0]?.id ?? null)
  return (
    <div className={styles.axis} ref={box}>
      {layout && (
        <svg className={styles.lines} width={full} height={111} aria-hidden="true">
          <g transform={`translate(${PAD} 0)`}>
            {layout.lines.map(({ x0, x1 }) => (
              <path key={x0} className={styles.base} d={`M${x0 - 8} ${BASE}H${x1}`} />
            ))}
            {layout.axis.folds.map(({ x0, x1 }) => (
              <path key={x0} className={styles.fold} d={wave(x0 + 4, x1 - 12)} />
            ))}
            {layout.ticks.map(({ x, words }) => (
              <g key={x}>
                <path className={styles.base} d={`M${x} ${BASE}v5`} />
                <text className={styles.tick} x={x} y={96}>
                  {words}
                </text>
              </g>
            ))}
            {layout.days.map(({ x, words }) => (
              <text key={x} className={styles.day} x={Math.max(-8, x - 8)} y={15}>
                {words}
              </text>
            ))}
            {layout.labels.map(({ id, x, row }) => (
              <path key={id} className={styles.lead} d={`M${x} ${(ROWS[row] ?? 36) - 8}V${BASE - 5}`} />
            ))}
            {layout.dots.map(({ id, x, loose }) => (
              <circle
                key={id}
                className={classes(styles.dot, id === walking && styles.here)}
                cx={x}
                cy={BASE}
                r={id === walking ? 6.5 : 4}
                {...(loose && id !== walking ? { strokeDasharray: '2 2' } : {})}
              />
            ))}
            {layout.dots
              .filter(({ id }) => id === walking)
              .map(({ id, x }) => (
                <g key={id} className={styles.playhead} style={{ transform: `translateX(${x}px)` }}>
                  <path className={styles.stem} d={`M0 24V${BASE + 8}`} />
                  <path d="M-7 14h14v7l-7 7l-7 -7z" />
                </g>
              ))}
          </g>
        </svg>
      )}
      {layout?.dots.map(({ id, x }, index) => {
        const event = events[index]
        if (!event) return null
        const label = layout.labels.find((one) => one.id === id)
        const time = sayWhen(event.when, zone)
        const words = firstLine(event.text, 'an event', 120)
        return (
          <button
            key={id}
            type="button"
            className={styles.event}
            style={{ left: x + PAD }}
            tabIndex={id === stop ? 0 : -1}
            aria-current={id === walking ? 'step' : undefined}
            aria-label={`${time} ${words}`}
            data-event={id}
            onClick={() => onWalk(id)}
          >
            {label && (
              <span
                className={classes(styles.label, id === walking && styles.on)}
                data-side={label.side}
                style={{ top: (ROWS[label.row] ?? 36) - 12, maxWidth: label.width }}
              >
                {label.words}
              </span>
            )}
            <span className={styles.hint} data-side={x > width / 2 ? 'left' : 'right'} aria-hidden="true">
              <b>{time}</b> {words}
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** A gentle wave where quiet time is folded away. */
function wave(from: number, to: number): string {
  const humps = Math.max(2, Math.floor((to - from) / WAVE_PX))
  const px = (to - from) / humps
  return `M${from} ${BASE}q${px / 2} -7 ${px} 0${`t${px} 0`.repeat(humps - 1)}`
}

import type { BoardSnapshot } from '@second-story/board'
import { colourBy, LEGEND_HEADS, type LegendLine } from '@second-story/picture'
import { EyeOff } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useBoard } from '../../session/use-session.ts'
import styles from './Show.module.css'
import { useHiddenCount } from './ShowMenu.tsx'
import { showEverything, useShow } from './show-state.ts'
import { say } from './words.ts'

/** Below the map's switch: that something is hidden, and what the colours say. */
export function ShownNotes() {
  return (
    <>
      <HiddenLine />
      <Legend />
    </>
  )
}

function HiddenLine() {
  const hidden = useHiddenCount()
  return (
    <p className={styles.line} role="status" data-hidden-line hidden={hidden === 0}>
      {hidden > 0 && (
        <>
          <EyeOff aria-hidden="true" />
          {say.hidden(hidden)}
          <Button className={styles.all ?? ''} onPress={showEverything}>
            {say.all}
          </Button>
        </>
      )}
    </p>
  )
}

function Legend() {
  const by = useShow((state) => state.colour)
  const legend = useBoard((board) => legendOf(board, by), sameLegend)
  if (by === null || legend.length === 0) return null
  return (
    <section className={styles.legend} aria-label={say.legend}>
      <h3 className={styles.title}>{LEGEND_HEADS[by]}</h3>
      <ul>
        {legend.map(({ tint, words, count }) => (
          <li key={tint.letter}>
            <span
              className={styles.swatch}
              style={{ background: `var(--${tint.fill})`, borderColor: `var(--${tint.line})` }}
            >
              {tint.letter}
            </span>
            <span className={styles.label}>{words}</span>
            <span className={styles.count}>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function legendOf(board: BoardSnapshot, by: Parameters<typeof colourBy>[1] | null): readonly LegendLine[] {
  return by === null ? [] : colourBy(board, by).legend
}

function sameLegend(a: readonly LegendLine[], b: readonly LegendLine[]): boolean {
  return (
    a.length === b.length && a.every((one, at) => one.words === b[at]?.words && one.count === b[at]?.count)
  )
}

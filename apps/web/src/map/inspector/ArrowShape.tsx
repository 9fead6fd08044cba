import type { ArrowLine, ArrowSide, Relation } from '@second-story/board'
import { lineOf } from '@second-story/picture'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { setLine } from '../actions/arrow-shape.ts'
import styles from './Inspector.module.css'
import { Section } from './Section.tsx'

const LINES = [
  { id: 'straight', label: 'Straight' },
  { id: 'curved', label: 'Curved' },
  { id: 'angled', label: 'Angled' },
] as const

const SIDES = [
  { id: 'any', label: 'wherever is near' },
  { id: 'left', label: 'left side' },
  { id: 'right', label: 'right side' },
  { id: 'top', label: 'top' },
  { id: 'bottom', label: 'bottom' },
] as const

/** How an arrow runs: its line, the sides it keeps to, and where its words stand. */
export function ArrowShape({ relation }: { readonly relation: Relation }) {
  const session = useSession()
  const amend = (change: Record<string, unknown>): void => {
    session.do([{ do: 'amend', id: relation.id, ...change }])
  }
  const line = (to: ArrowLine): void => void setLine(session, [relation.id], to)
  const side = (label: string, end: 'fromSide' | 'toSide') => (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{label}</span>
      <Select
        label={label}
        hideLabel
        size="small"
        options={SIDES}
        value={relation[end] ?? 'any'}
        onChange={(to) => amend({ [end]: to === 'any' ? null : (to as ArrowSide) })}
      />
    </div>
  )
  const isShaped = [relation.line, relation.fromSide, relation.toSide, relation.wordsAt].some(
    (one) => one !== undefined,
  )
  return (
    <Section title="How it runs">
      <div className={styles.fields}>
        <Segments label="Line" options={LINES} value={lineOf(relation)} onChange={line} />
        {relation.from !== relation.to && (
          <>
            {side('Leaves at', 'fromSide')}
            {side('Arrives at', 'toSide')}
          </>
        )}
        {isShaped && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => amend({ line: null, fromSide: null, toSide: null, wordsAt: null })}
          >
            As usual
          </Button>
        )}
      </div>
    </Section>
  )
}

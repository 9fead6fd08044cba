import { FIELD_WORDS, type ImportChange } from '@second-story/importers'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type ChangeSection, changeAloud } from './change-sections.ts'
import styles from './ImportDialog.module.css'
import { Tick } from './Tick.tsx'
import type { ImportPlanning } from './use-import-plan.ts'

export interface ChangeListProps {
  readonly section: ChangeSection
  readonly planning: Pick<ImportPlanning, 'taken' | 'tick'>
}

/** Rows shown before somebody asks for all. */
const FIRST_ROWS = 24

/** Changes of one sort, each of which can be ticked, or all at once. */
export function ChangeList({ section, planning }: ChangeListProps) {
  const { title, note, changes } = section
  const { taken, tick } = planning
  const [all, setAll] = useState(false)
  const ids = changes.map((one) => one.id)
  const on = ids.filter((id) => taken.has(id)).length
  const shown = all ? changes : changes.slice(0, FIRST_ROWS)
  return (
    <div className={styles.section}>
      <div className={styles.sectionHead}>
        <Tick
          isOn={on === ids.length}
          isHalf={on > 0 && on < ids.length}
          onChange={(next) => tick(ids, next)}
          label={`${title}, all`}
        >
          <h3>
            {title} <i>{on === ids.length ? ids.length : `${on} of ${ids.length}`}</i>
          </h3>
        </Tick>
      </div>
      {note && <p className={styles.hint}>{note}</p>}
      <ul className={isShort(changes) ? styles.tiles : styles.rows}>
        {shown.map((one) => (
          <li key={one.id}>
            <Tick label={changeAloud(one)} isOn={taken.has(one.id)} onChange={(next) => tick([one.id], next)}>
              <ChangeWords change={one} />
            </Tick>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button variant="quiet" size="small" onPress={() => setAll(true)}>
          Show all {changes.length}
        </Button>
      )}
    </div>
  )
}

function isShort(changes: readonly ImportChange[]): boolean {
  return changes.every((one) => one.type === 'component' && one.field === undefined)
}

function ChangeWords({ change }: { readonly change: ImportChange }) {
  const { name, to, kind, field, was = '', now = '' } = change
  const isArrow = to !== undefined
  return (
    <span className={styles.words}>
      <span className={styles.called}>
        <b>{name || 'Without a name'}</b>
        {isArrow && (
          <>
            <ArrowRight aria-label="to" />
            <b>{to || 'Without a name'}</b>
          </>
        )}
      </span>
      {field === undefined ? (
        <span className={styles.kind}>
          {isArrow ? [kind.replaceAll('-', ' '), now].filter(Boolean).join(', ') : kind}
        </span>
      ) : (
        <span className={styles.kind}>
          {FIELD_WORDS[field] ?? field}: {short(was) || 'none'} <span aria-hidden="true">→</span>{' '}
          {short(now) || 'none'}
        </span>
      )}
    </span>
  )
}

function short(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}

import { CornerDownLeft, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { goThere } from '../../go/go-there.ts'
import { useCell } from '../../session/cell.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { afterClosing } from '../../ui/after-closing.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { keysGoOn } from '../keyboard/wait-for-view.ts'
import type { ViewPlace } from '../use-view.ts'
import { type Action, viewActions } from './action-registry.ts'
import { itemEntries } from './item-entries.ts'
import styles from './Palette.module.css'
import { ranked } from './rank.ts'
import { useFrameActions } from './use-frame-actions.tsx'

/** Rows shown at most: nobody reads further, they type on. */
const MOST_ROWS = 40

interface Row {
  readonly key: string
  readonly group: 'Do' | 'Go to'
  readonly label: string
  readonly note: string
  readonly others: string
  readonly keys?: string
  readonly icon?: ReactNode
  readonly run: () => void
}

export interface PaletteProps {
  readonly place: ViewPlace
  /** only what is on the board (`/`), without actions */
  readonly find: boolean
  readonly onClose: () => void
}

/** Everything by typing: what can be done, and what can be gone to. */
export function Palette({ place, find, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const rows = useRows(place, find, typed)
  const chosen = rows[Math.min(at, rows.length - 1)]

  // once its field has the focus
  useEffect(() => {
    const focused = setTimeout(() => keysGoOn('palette'))
    return () => clearTimeout(focused)
  }, [])

  const take = (row: Row | undefined): void => {
    if (!row) return
    afterClosing(row.run)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take(chosen)
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={find ? 'Find' : 'Everything'} hideTitle high isOpen onClose={onClose}>
      <div className={styles.field}>
        <Search aria-hidden="true" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen ? `${list}-${chosen.key}` : undefined}
          aria-label={find ? 'Find on this board' : 'What would you like to do, or find?'}
          placeholder={find ? 'Find on this board' : 'Do something, or go to something'}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div role="listbox" id={list} aria-label="Found" className={styles.list}>
        {rows.map((row, index) => (
          <Found
            key={row.key}
            id={`${list}-${row.key}`}
            row={row}
            head={row.group !== rows[index - 1]?.group && !find ? row.group : null}
            isChosen={row === chosen}
            onTake={() => take(row)}
            onPoint={() => setAt(index)}
          />
        ))}
        {rows.length === 0 && <p className={styles.none}>Nothing on this board is called that.</p>}
      </div>
    </Dialog>
  )
}

interface FoundProps {
  readonly id: string
  readonly row: Row
  readonly head: string | null
  readonly isChosen: boolean
  readonly onTake: () => void
  readonly onPoint: () => void
}

function Found({ id, row, head, isChosen, onTake, onPoint }: FoundProps) {
  return (
    <>
      {head && (
        <p className={styles.head} role="presentation">
          {head}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that holds the focus */}
      <div
        id={id}
        role="option"
        aria-selected={isChosen}
        tabIndex={-1}
        ref={isChosen ? showMe : undefined}
        className={styles.row}
        onClick={onTake}
        onPointerMove={onPoint}
      >
        <span className={styles.icon}>{row.icon}</span>
        <span className={styles.label}>{row.label}</span>
        {row.note && <span className={styles.note}>{row.note}</span>}
        {row.keys && <Kbd tone="bare">{row.keys}</Kbd>}
        {isChosen && !row.keys && <CornerDownLeft className={styles.enter} aria-hidden="true" />}
      </div>
    </>
  )
}

function showMe(row: HTMLDivElement | null): void {
  row?.scrollIntoView({ block: 'nearest' })
}

function useRows(place: ViewPlace, find: boolean, typed: string): readonly Row[] {
  const session = useSession()
  const board = useBoard((snapshot) => snapshot)
  const frame = useFrameActions(place)
  const ofViews = useCell(viewActions)
  const items = useMemo(() => itemEntries(board), [board])
  const actions: readonly Row[] = find
    ? []
    : [...[...ofViews.values()].flat(), ...frame].map((action) => ({
        ...plain(action),
        key: `do-${action.id.replaceAll(' ', '-')}`,
        group: 'Do' as const,
      }))
  const goes: readonly Row[] = items.map(({ item, label, note }) => ({
    key: `go-${item.id}`,
    group: 'Go to' as const,
    label,
    note,
    others: note,
    run: () => goThere(session, place, item.id),
  }))
  const words = (row: Row): readonly [string, string] => [row.label, row.others]
  const shown =
    typed.trim() === '' && !find ? actions : [...ranked(typed, actions, words), ...ranked(typed, goes, words)]
  return shown.slice(0, MOST_ROWS)
}

function plain({ label, note, others, keys, icon, run }: Action): Omit<Row, 'key' | 'group'> {
  return { label, note: note ?? '', others: others ?? '', icon, run, ...(keys ? { keys } : {}) }
}

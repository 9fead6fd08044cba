import type { ItemId } from '@second-story/board'
import { CornerDownLeft } from 'lucide-react'
import { type KeyboardEvent, type Ref, useMemo, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { ItemIcon } from '../outline/ItemIcon.tsx'
import { useBoard, useSession } from '../session/use-session.ts'
import { classes } from '../ui/classes.ts'
import styles from './EntryLine.module.css'
import { entryCommands, readEntry } from './fast-entry.ts'
import { formatWhen, longDay } from './format-when.ts'
import { eventsOf } from './order.ts'

export interface EntryLineProps {
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onAdded?: (id: ItemId) => void
  readonly autoFocus?: boolean
  /** Escape on an empty line */
  readonly onClose?: () => void
}

/** One line for one event: `14:05 ~ pager fires for orders`, understood while it is typed. */
export function EntryLine({ inputRef, onAdded, autoFocus, onClose }: EntryLineProps) {
  const session = useSession()
  const board = useBoard((now) => now)
  const walking = useBoardUi((ui) => ui.walking)
  const [text, setText] = useState('')
  const [unchosen, setUnchosen] = useState<ReadonlySet<ItemId>>(new Set())
  const context = useMemo(
    () => ({ board, events: eventsOf(board), walking, now: session.now() }),
    [board, walking, session],
  )
  const entry = useMemo(() => readEntry(text, context), [text, context])
  const { zone } = board.conduct
  const when = entry.parsed?.when
  const said = when ? formatWhen(when, zone) : null

  const add = (): void => {
    if (entry.what === '') return
    const chosen = { ...entry, about: entry.about.filter(({ id }) => !unchosen.has(id)) }
    const done = session.do(entryCommands(chosen, context, session.makeId))
    if (!done.ok) return
    setText('')
    setUnchosen(new Set())
    const [made] = done.ids
    if (made) onAdded?.(made as ItemId)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    } else if (event.key === 'Escape') {
      if (text === '') {
        event.currentTarget.blur()
        onClose?.()
      }
      setText('')
    }
  }

  if (!session.mayWrite()) return null
  return (
    <div className={styles.entry}>
      <div className={classes(styles.line, text !== '' && styles.typing)}>
        {said && when && (
          <span className={classes(styles.when, said.quoted && styles.quoted)}>
            {said.text}
            {when.at && <small>{longDay(when.at, zone)}</small>}
          </span>
        )}
        <input
          ref={inputRef}
          // biome-ignore lint/a11y/noAutofocus: asked for by the button that opened it, or the event just added
          autoFocus={autoFocus}
          className={styles.input}
          value={text}
          maxLength={2000}
          placeholder="14:05 ~ pager fires for orders"
          aria-label="New event: a time and what happened"
          autoComplete="off"
          spellCheck
          enterKeyHint="done"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {entry.about.map((component) => (
          <button
            key={component.id}
            type="button"
            className={styles.about}
            aria-pressed={!unchosen.has(component.id)}
            onClick={() => setUnchosen(toggled(unchosen, component.id))}
          >
            <ItemIcon item={component} />
            {component.name}
          </button>
        ))}
        {text !== '' && (
          <button type="button" className={styles.add} onClick={add} disabled={entry.what === ''}>
            Add <CornerDownLeft aria-hidden="true" />
          </button>
        )}
      </div>
      <p className={styles.hint} aria-live="polite">
        {hint(text, entry.what, said !== null)}
      </p>
    </div>
  )
}

function hint(text: string, what: string, timed: boolean): string {
  if (text === '') return 'A time, then what happened: ~23:27 · 23:00–23:30 · 31 Jan 17:20 · “that night”'
  if (what === '') return 'and what happened?'
  return timed ? '' : 'No time yet: it goes to the end, and can be moved.'
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

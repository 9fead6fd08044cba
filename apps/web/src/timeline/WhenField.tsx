import type { TimelineEvent } from '@second-story/board'
import { type KeyboardEvent, useState } from 'react'
import { useConduct, useSession } from '../session/use-session.ts'
import { typedWhen } from './format-when.ts'
import { eventsOf, orderFor } from './order.ts'
import { parseWhen } from './parse-when.ts'
import styles from './WhenField.module.css'

const HELP = '23:27 · ~23:27 · 23:00–23:30 · 31 Jan 17:20 · “that night”'

export interface WhenFieldProps {
  readonly event: TimelineEvent
  readonly onClose: () => void
}

/** The time of an event, typed over; what cannot be read stays in the field and says what can. */
export function WhenField({ event, onClose }: WhenFieldProps) {
  const session = useSession()
  const { zone } = useConduct()
  const [text, setText] = useState(() => typedWhen(event.when, zone))
  const [wrong, setWrong] = useState(false)

  const save = (): boolean => {
    if (text.trim() === typedWhen(event.when, zone)) return true
    const near = event.when.at ?? nearest(session.live.snapshot, event.id)
    const read = parseWhen(text, { zone, near, now: session.now() })
    // words that hold no time are words for the time: nothing is refused, it is said in quotation marks
    const when =
      read && read.rest === ''
        ? read.when
        : { precision: 'unknown' as const, at: null, end: null, words: plain(text), zone, order: '' }
    if (when.words.length > 120) return false
    const others = eventsOf(session.live.snapshot).filter(({ id }) => id !== event.id)
    const { order, also } =
      event.when.order === '' || (read?.hint && event.when.words !== when.words)
        ? orderFor(others, read?.hint ?? null)
        : { order: event.when.order, also: [] }
    session.do([{ do: 'set', id: event.id, fields: { when: { ...when, order } } }, ...also])
    return true
  }
  const finish = (): void => {
    if (save()) onClose()
    else setWrong(true)
  }
  const onKeyDown = (key: KeyboardEvent<HTMLInputElement>): void => {
    if (key.key === 'Enter') finish()
    else if (key.key === 'Escape') onClose()
    else return
    key.preventDefault()
    key.stopPropagation()
  }
  return (
    <div className={styles.when}>
      <input
        className={styles.input}
        value={text}
        aria-label="When it happened"
        aria-describedby="when-help"
        aria-invalid={wrong}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it was opened to type here
        autoFocus
        onFocus={(focus) => focus.target.select()}
        onChange={(change) => setText(change.target.value)}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      <span id="when-help" className={styles.help}>
        {wrong ? 'At most 120 characters.' : HELP}
      </span>
    </div>
  )
}

function plain(text: string): string {
  return text.trim().replace(/^["“„]|["”“]$/g, '')
}

function nearest(board: Parameters<typeof eventsOf>[0], id: TimelineEvent['id']): string | null {
  const events = eventsOf(board)
  const at = events.findIndex((event) => event.id === id)
  return (
    events.slice(0, at).findLast(({ when }) => when.at !== null)?.when.at ??
    events.find(({ when }) => when.at)?.when.at ??
    null
  )
}

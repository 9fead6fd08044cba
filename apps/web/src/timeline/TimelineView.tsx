import type { ItemId } from '@second-story/board'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useFocusOnArrival, VIEW_FOCUS } from '../board/keyboard/keep-focus.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Chip } from '../ui/Chip.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { Addition } from './add-to-event.ts'
import { type AttachedOf, attachedTo } from './attached.ts'
import { byDay } from './days.ts'
import { EntryLine } from './EntryLine.tsx'
import { type DropSide, EventRow } from './EventRow.tsx'
import { zoneWords } from './format-when.ts'
import { eventsOf, moveBy, moveTo } from './order.ts'
import styles from './TimelineView.module.css'
import { useEvents } from './use-events.ts'
import { walkBy, walkTo } from './walk.ts'

/** The whole timeline: what happened, day by day, and one line at the foot for what is still missing. */
export function TimelineView() {
  const session = useSession()
  const events = useEvents()
  const board = useBoard((now) => now)
  const { zone } = board.conduct
  const walking = useBoardUi((ui) => ui.walking)
  const [unsourced, setUnsourced] = useState(false)
  const [adding, setAdding] = useState<Addition | null>(null)
  const view = useRef<HTMLElement>(null)
  const entry = useRef<HTMLInputElement>(null)
  const last = useRef<AttachedOf | null>(null)
  const attached = useMemo(() => {
    last.current = attachedTo(board, last.current)
    return last.current
  }, [board])
  const missing = events.filter(({ sources }) => sources.length === 0).length
  const shown = useMemo(
    () => byDay(unsourced ? events.filter(({ sources }) => sources.length === 0) : events, zone),
    [events, unsourced, zone],
  )
  const walk = useCallback((id: ItemId) => walkTo(session, id), [session])
  const put = useCallback(
    (dragged: ItemId, at: ItemId, side: DropSide) => {
      const all = eventsOf(session.live.snapshot)
      const others = all.filter(({ id }) => id !== dragged)
      const index = others.findIndex(({ id }) => id === at)
      if (index < 0) return
      const changes = moveTo(all, dragged, side === 'before' ? index : index + 1)
      if (changes.length > 0) session.do(changes, 'moved an event')
    },
    [session],
  )

  // what was being added belonged to the event before
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the walk goes on
  useEffect(() => setAdding(null), [walking])
  useFocusOnArrival(view)
  useTimelineKeys(() => entry.current?.focus(), setAdding)

  return (
    <section ref={view} {...VIEW_FOCUS} className={styles.view} aria-label="Timeline">
      <div className={styles.scroll}>
        <div className={styles.page}>
          {events.length === 0 ? (
            <Empty />
          ) : (
            <header className={styles.head}>
              <span>times in {zoneWords(zone)}</span>
              {(missing > 0 || unsourced) && (
                <Chip isOn={unsourced} onPress={() => setUnsourced(!unsourced)}>
                  No source yet
                </Chip>
              )}
            </header>
          )}
          {events.length > 0 && shown.length === 0 && (
            <p className={styles.fine}>Every event says where it is known from.</p>
          )}
          {shown.map(({ key, day, title, events: list }) => (
            <section key={key} className={styles.day} aria-label={title || 'Before that'}>
              {title && <h2 className={styles.title}>{title}</h2>}
              <ol>
                {list.map((event) => (
                  <EventRow
                    key={event.id}
                    event={event}
                    attached={attached(event.id)}
                    zone={zone}
                    day={day}
                    isHere={event.id === walking}
                    adding={event.id === walking ? adding : null}
                    onWalk={walk}
                    onAdd={setAdding}
                    onDrop={put}
                  />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
      {session.mayWrite() && (
        <div className={styles.foot}>
          <div className={styles.entry}>
            <EntryLine inputRef={entry} onAdded={walk} />
            <Kbd>E</Kbd>
          </div>
        </div>
      )}
    </section>
  )
}

function useTimelineKeys(focusEntry: () => void, add: (type: Addition) => void): void {
  const session = useSession()
  const here = (): ItemId | null => useBoardUi.getState().walking
  const open = (type: Addition) => (): boolean => {
    if (here() === null || !session.mayWrite()) return false
    add(type)
    return true
  }
  const move = (step: -1 | 1) => (): boolean => {
    const id = here()
    const changes = id ? moveBy(eventsOf(session.live.snapshot), id, step) : []
    return changes.length > 0 && session.do(changes, 'moved an event').ok
  }
  useKeys({
    arrowright: () => walkBy(session, 1),
    arrowdown: () => walkBy(session, 1),
    arrowleft: () => walkBy(session, -1),
    arrowup: () => walkBy(session, -1),
    'alt+arrowup': move(-1),
    'alt+arrowdown': move(1),
    enter: () => focusWords(here()),
    e: focusEntry,
    f: open('factor'),
    q: open('question'),
    p: open('idea'),
    delete: () => {
      const id = here()
      return id !== null && session.do([{ do: 'remove', ids: [id] }]).ok
    },
    escape: () => here() !== null && walkTo(session, null),
  })
}

/** Puts the caret into the words of the event that people stand on. */
function focusWords(id: ItemId | null): boolean {
  const field = id && document.querySelector<HTMLTextAreaElement>(`[data-item="${id}"] textarea`)
  field?.focus()
  return Boolean(field)
}

function Empty() {
  return (
    <div className={styles.empty}>
      <h1>What happened, and when?</h1>
      <p>
        Start before it began, and go forward: what changed, what was seen, what was done. Only what happened;
        how it came about is for the factors. A time that nobody knows exactly is fine, and so is memory as a
        source.
      </p>
      <ul className={styles.examples} aria-label="How it can be typed">
        {EXAMPLES.map(([typed, means]) => (
          <li key={typed}>
            <code>{typed}</code>
            <span>{means}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const EXAMPLES = [
  ['14:05 pager fires for orders', 'a time, and the component by its name'],
  ['14:05 ~ the queue begins to grow', 'about that time'],
  ['14:10-14:25 restarts do not help', 'for a while'],
  ['31 Jan 23:27 data removed', 'another day'],
  ['“that night” the copy is chosen', 'words, where nobody looked at a clock'],
] as const

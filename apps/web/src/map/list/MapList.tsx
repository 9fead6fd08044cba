import type { BoardSnapshot, ItemId, RelationId } from '@second-story/board'
import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useMemo, useRef, useState } from 'react'
import { announce } from '../../aloud/announce.ts'
import { type BoardUi, useBoardUi } from '../../board/board-ui.ts'
import { focusView, isFocusLost } from '../../board/keyboard/keep-focus.ts'
import { singleKeys, useKeys } from '../../board/keyboard/use-keys.ts'
import { inReadingOrder } from '../../outline/order.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { nudge } from '../actions/nudge.ts'
import { removeSelected } from '../actions/remove.ts'
import { useMapState } from '../map-state.ts'
import { type Hides, hidesOf } from '../show/choice.ts'
import { useShow } from '../show/show-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { showItem } from '../stage/zoom.ts'
import { listLeftFor } from './focus-back.ts'
import styles from './MapList.module.css'
import { type Entry, entriesOf } from './say.ts'
import { useVisit } from './use-visit.ts'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-8, 0],
  ArrowRight: [8, 0],
  ArrowUp: [0, -8],
  ArrowDown: [0, 8],
}

/**
 * The map as a list that nobody sees: every item and arrow in reading order, for the keyboard and for screen readers.
 * Arrow keys walk it, Enter edits, M moves, Delete deletes; what has the focus is selected on the map.
 */
export function MapList() {
  const session = useSession()
  const board = useDeferredValue(useBoard((all) => all))
  const choice = useShow((state) => state.choice)
  const entries = useMemo(() => entriesShown(board, hidesOf(choice)), [board, choice])
  const [at, setAt] = useState<string | null>(null)
  const [moving, setMoving] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  // what is in hand on the map is where Tab enters the list
  const chosen = useBoardUi(onlyChosen)
  const current =
    entries.find((entry) => entry.id === chosen) ?? entries.find((entry) => entry.id === at) ?? entries[0]

  const go = (entry: Entry | undefined): void => {
    if (!entry) return
    // plain walking lets go of what was taken along
    const ui = useBoardUi.getState()
    if (entry.of === 'item' && ui.items.size > 1) ui.select([entry.id])
    list.current?.querySelector<HTMLElement>(`[data-entry="${entry.id}"]`)?.focus()
  }
  const onFocus = (entry: Entry): void => {
    setAt(entry.id)
    setMoving(false)
    const ui = useBoardUi.getState()
    if (entry.of === 'item') {
      if (!ui.items.has(entry.id)) ui.select([entry.id])
      showItem(entry.id)
    } else {
      if (!ui.relations.has(entry.id)) ui.select([], [entry.id])
      const end = session.live.snapshot.relations.get(entry.id)?.to
      if (end) showItem(end)
    }
  }
  const onKeyDown = (event: KeyboardEvent, entry: Entry): void => {
    const index = entries.findIndex((one) => one.id === entry.id)
    const step = STEPS[event.key]
    const may = session.mayWrite()
    if (step && event.shiftKey && !moving) widen(index, step[0] + step[1] > 0)
    else if (step && (moving || event.ctrlKey || event.metaKey) && may && entry.of === 'item')
      move(entry.id, step, moving && event.shiftKey)
    else if (moving && (event.key === 'Enter' || event.key === 'Escape')) {
      setMoving(false)
      announce('Put down.')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') go(entries[index + 1])
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') go(entries[index - 1])
    else if (event.key === 'Home') go(entries[0])
    else if (event.key === 'End') go(entries.at(-1))
    else if (event.key === 'Enter' && !event.shiftKey && may) edit(entry)
    else if (isM(event) && may && entry.of === 'item') {
      setMoving(true)
      announce('Moving. Arrow keys move it, Enter puts it down.')
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && may) {
      const after = entries.slice(index + 1).find((one) => one.of === 'item' && !isChosen(one))
      const before = entries.slice(0, index).findLast((one) => one.of === 'item' && !isChosen(one))
      if (!removeSelected(session)) return
      if (after ?? before) go(after ?? before)
      else focusView()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const move = (id: ItemId, [dx, dy]: readonly [number, number], fine: boolean): void => {
    const stage = currentStage.get()
    if (!stage) return
    nudge(session, stage.scene, fine ? Math.sign(dx) : dx, fine ? Math.sign(dy) : dy)
    const place = session.live.snapshot.items.get(id)?.place
    if (place) announce(`${Math.round(place.x)}, ${Math.round(place.y)}`)
    showItem(id)
  }
  const edit = (entry: Entry): void => {
    if (entry.of === 'item') useBoardUi.getState().set({ editing: entry.id })
    else useMapState.getState().set({ wording: entry.id })
  }
  // walking with Shift takes along what it passes
  const widen = (index: number, forward: boolean): void => {
    const next = forward
      ? entries.slice(index + 1).find((one) => one.of === 'item')
      : entries.slice(0, index).findLast((one) => one.of === 'item')
    if (next?.of !== 'item') return
    const items = new Set(useBoardUi.getState().items).add(next.id)
    useBoardUi.getState().select(items)
    list.current?.querySelector<HTMLElement>(`[data-entry="${next.id}"]`)?.focus()
    announce(`${items.size} selected.`)
  }
  // from the map itself, with nothing in hand, arrow keys enter the list
  const enter = (): boolean => {
    const at = document.activeElement
    if (!current || !(isFocusLost() || at?.matches('[data-view-focus]'))) return false
    go(current)
    return true
  }
  useKeys({ arrowdown: enter, arrowright: enter, arrowup: enter, arrowleft: enter }, { last: true })
  useVisit((id) => go(entries.find((entry) => entry.id === id)))
  const hands = useRef<Hands>({ onFocus, onKeyDown })
  hands.current = { onFocus, onKeyDown }
  return (
    <nav className={styles.hidden} aria-label="Everything on the map">
      <ul ref={list} onBlur={(event) => listLeftFor(event.relatedTarget)}>
        {entries.map((entry) => (
          <Line
            key={entry.id}
            entry={entry}
            isCurrent={entry.id === current?.id}
            isChosen={entry.id === chosen}
            hands={hands}
          />
        ))}
      </ul>
    </nav>
  )
}

/** What a person hides is hidden from every sense. */
function entriesShown(board: BoardSnapshot, hides: Hides): readonly Entry[] {
  const items = [...board.items.values()].filter((item) => item.place && !hides.item(item))
  return entriesOf(board, inReadingOrder(items)).filter((entry) => {
    const arrow = entry.of === 'relation' ? board.relations.get(entry.id) : undefined
    return !arrow || !hides.arrow(arrow)
  })
}

/** The one thing that is selected, if it is one. */
function onlyChosen({ items, relations }: BoardUi): ItemId | RelationId | null {
  const [one = null] = [...items, ...relations]
  return items.size + relations.size === 1 ? one : null
}

function isChosen({ id }: Entry): boolean {
  return useBoardUi.getState().items.has(id as ItemId)
}

/** M alone, where letters alone do something. */
function isM({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return singleKeys.get() && key.toLowerCase() === 'm' && !ctrlKey && !metaKey && !altKey
}

interface LineProps {
  readonly entry: Entry
  readonly isCurrent: boolean
  readonly isChosen: boolean
  /** the newest handlers, so that lines are drawn again only when their words change */
  readonly hands: RefObject<Hands>
}

interface Hands {
  readonly onFocus: (entry: Entry) => void
  readonly onKeyDown: (event: KeyboardEvent, entry: Entry) => void
}

const Line = memo(
  function Line({ entry, isCurrent, isChosen, hands }: LineProps) {
    const mark =
      entry.of === 'item' ? { 'data-item': entry.id as ItemId } : { 'data-relation': entry.id as RelationId }
    return (
      <li>
        <button
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          data-entry={entry.id}
          data-chosen={isChosen || undefined}
          {...mark}
          onFocus={() => hands.current.onFocus(entry)}
          onClick={() => hands.current.onFocus(entry)}
          onKeyDown={(event) => hands.current.onKeyDown(event, entry)}
        >
          {entry.words}
        </button>
      </li>
    )
  },
  (a, b) =>
    a.entry.words === b.entry.words &&
    a.entry.id === b.entry.id &&
    a.isCurrent === b.isCurrent &&
    a.isChosen === b.isChosen,
)

import { type BoardSnapshot, type Item, type ItemTypeName, itemType } from '@second-story/board'
import { useRef } from 'react'
import { isConnectable } from '../../items/connect-choices.ts'
import { parseLine } from '../../map/type-line/parse-line.ts'
import { planLine, sayLine } from '../../map/type-line/plan-line.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { readEntry } from '../../timeline/fast-entry.ts'
import { sayWhen } from '../../timeline/format-when.ts'
import { eventsOf } from '../../timeline/order.ts'
import { sayTyped } from '../text/connect.ts'
import { sayPartOf, sayPlace } from '../text/edit.ts'
import { spotTowards } from '../text/move.ts'
import type { Spot } from '../text/outline.ts'
import { readTyped } from '../text/read-typed.ts'
import { keepDraft } from './acts.ts'
import { beginLine, endLine, type OutlineDraft, useOutlineHand } from './hand.ts'
import { LineField } from './LineField.tsx'
import styles from './Lines.module.css'
import { focusLine } from './line-focus.ts'

const ASKS: Readonly<Record<ItemTypeName, string>> = {
  component: 'orders, or orders > payment (http)',
  boundary: 'Its name',
  note: 'A note',
  text: 'Words on the page',
  frame: 'Its name',
  event: '14:05 what happened',
  factor: 'What played a part, however small?',
  insight: 'What do you know now?',
  question: 'How …? What …?',
  idea: 'What might be done about it, another day?',
  image: 'What it shows',
  flow: 'Its name',
  bookmark: 'Its name',
}

/** The line that is being made. Enter keeps it and goes on to the next of its kind in the same place. */
export function DraftLine({ draft }: { readonly draft: OutlineDraft }) {
  const session = useSession()
  const typed = useOutlineHand((hand) => hand.typed) ?? ''
  const board = useBoard((all) => all)
  const ended = useRef(false)
  const above = draft.above === null ? undefined : board.items.get(draft.above)

  const leave = (): void => {
    ended.current = true
    endLine()
    if (draft.above) focusLine(draft.above)
    else focusLine(`add ${draft.spot.type} ${draft.spot.boundary ?? draft.spot.part ?? ''}`)
  }
  return (
    <li className={styles.draft} data-draft>
      <LineField
        label={labelOf(board, draft.spot)}
        value={typed}
        placeholder={ASKS[draft.spot.type]}
        maxLength={itemType(draft.spot.type).words === 'name' ? 2000 : 20_000}
        hint={hintOf(board, draft.spot, typed, above, session.now())}
        onChange={(next) => useOutlineHand.setState({ typed: next })}
        onEnter={() => {
          if (typed.trim() === '') leave()
          else keepDraft(session, draft, typed, 'next')
        }}
        onEscape={leave}
        onBackspace={leave}
        onTab={(way) => {
          const spot = spotTowards(board, draft.spot, way)
          if (!spot) return false
          beginLine(spot, null, typed)
          return true
        }}
        onAway={() => {
          // moved to another heading it goes on there
          const isStill = useOutlineHand.getState().draft === draft && !ended.current
          if (isStill && (typed.trim() === '' || keepDraft(session, draft, typed, 'end'))) endLine()
        }}
      />
    </li>
  )
}

function labelOf(board: BoardSnapshot, spot: Spot): string {
  const noun = `New ${itemType(spot.type).noun}`
  if (spot.type === 'component' || spot.type === 'boundary')
    return spot.boundary ? `${noun} ${sayPlace(board, spot.boundary)}` : noun
  return spot.part === null ? noun : `${noun} ${sayPartOf(spot.part)}`
}

/** What Enter will do, in words, while it is more than the words themselves. */
function hintOf(
  board: BoardSnapshot,
  spot: Spot,
  typed: string,
  above: Item | undefined,
  now: number,
): string {
  const read = readTyped(typed, spot.type)
  if (read.does === 'connect' && above && isConnectable(above)) return sayTyped({ board }, above, read.to)
  if (read.does === 'draw') return sayLine(planLine(board, parseLine(typed)))
  if (spot.type !== 'event' || typed.trim() === '') return ''
  const entry = readEntry(typed, { board, events: eventsOf(board), now })
  return entry.parsed
    ? `at ${sayWhen(entry.parsed.when, board.conduct.zone)}`
    : 'no time yet: it stands at the end'
}

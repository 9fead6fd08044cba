import { type BoardSnapshot, drawingsOf, type InkDrawing } from '@second-story/board'
import { type KeyboardEvent, useDeferredValue, useMemo } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { focusView } from '../../board/keyboard/keep-focus.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { removeSelected } from '../actions/remove.ts'
import hidden from '../list/MapList.module.css'
import { showBox } from '../stage/zoom.ts'
import { nudgeInk } from './nudge-ink.ts'
import { say } from './words.ts'

const strokesOf = (board: BoardSnapshot) => board.strokes

/** What was drawn by hand, as a list that nobody sees: lines that nearly touch are one drawing. Delete erases it, Ctrl and arrows move it. */
export function InkList() {
  const session = useSession()
  const strokes = useDeferredValue(useBoard(strokesOf))
  const drawings = useMemo(() => drawingsOf(strokes), [strokes])
  if (drawings.length === 0) return null
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const line = event.currentTarget.closest('li')
    const to = { ArrowDown: line?.nextElementSibling, ArrowUp: line?.previousElementSibling }[event.key]
    if (nudgeInk(session, event)) announce(say.moved)
    else if (to) to.querySelector('button')?.focus()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && session.mayWrite()) {
      const next = (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector('button')
      if (removeSelected(session)) (next ?? null) === null ? focusView() : next?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <nav className={hidden.hidden} aria-label={say.everything}>
      <ul>
        {drawings.map((drawing) => (
          <li key={drawing.strokes[0]}>
            <button
              type="button"
              data-drawing={drawing.strokes.length}
              onFocus={() => choose(drawing)}
              onClick={() => choose(drawing)}
              onKeyDown={onKeyDown}
            >
              {wordsOf(drawing)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function wordsOf({ strokes, layer }: InkDrawing): string {
  const words = say.aDrawing(strokes.length)
  return layer === 'own' ? `${words}, ${say.onlyYou}` : words
}

function choose({ strokes, box }: InkDrawing): void {
  useBoardUi.getState().select([], [], strokes)
  showBox(box)
}

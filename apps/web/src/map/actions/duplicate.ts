import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import { sharePictures } from '../../images/share-pictures.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { copyOf } from '../clipboard/copied.ts'
import { pasteCopied } from '../clipboard/paste.ts'
import { around } from '../geometry/box.ts'
import { inkBoxes } from '../ink/carried-ink.ts'

/** How far a copy lies from what it was made of, in canvas units. */
const ASIDE = 24

/** Copies what is selected beside itself and selects the copies; false when nothing is selected. */
export function duplicateSelected(session: BoardSession): boolean {
  const ui = useBoardUi.getState()
  const board = session.live.snapshot
  const copied = copyOf(board, ui.items, ui.strokes)
  const corner = around([
    ...[...ui.items].flatMap((id) => board.items.get(id)?.place ?? []),
    ...inkBoxes(board, ui.strokes),
  ])
  if (!copied || !corner) return false
  const at = { x: corner.x + ASIDE, y: corner.y + ASIDE }
  const { commands, ids, strokes = [] } = pasteCopied(copied, at, session.makeId)
  const words = `duplicated ${ids.length + strokes.length === 1 ? 'one thing' : `${ids.length + strokes.length} things`}`
  if (session.do(commands, words).ok) {
    ui.select(ids as ItemId[], [], strokes)
    void sharePictures(session, commands, session.board)
  }
  return true
}

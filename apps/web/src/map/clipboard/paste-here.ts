import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import { sharePictures } from '../../images/share-pictures.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import type { Point } from '../geometry/box.ts'
import type { Copied } from './copied.ts'
import { pasteCopied } from './paste.ts'
import { pasteNotes } from './paste-notes.ts'

const MOST_TEXT = 200_000

/** Things that were copied, or else text, whose lines become notes, with their corner at a point; selected then. */
export function pasteHere(session: BoardSession, copied: Copied | null, text: string, at: Point): void {
  if (text.length > MOST_TEXT && !copied) {
    toast('That is too much text for the map. Nothing was added.')
    return
  }
  if (!copied) {
    pasteNotes(session, text, at)
    return
  }
  const pasted = pasteCopied(copied, at, session.makeId)
  if (pasted.commands.length === 0) return
  const count = pasted.ids.length + (pasted.strokes?.length ?? 0)
  const many = count === 1 ? 'one thing' : `${count} things`
  if (!session.do(pasted.commands, `pasted ${many}`).ok) return
  useBoardUi.getState().select(pasted.ids as ItemId[], [], pasted.strokes)
  void sharePictures(session, pasted.commands, copied.board)
}

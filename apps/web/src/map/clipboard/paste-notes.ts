import { type ItemId, LIMITS, NOTE_BOXES } from '@second-story/board'
import { fitItem } from '@second-story/picture'
import { useBoardUi } from '../../board/board-ui.ts'
import { writeLayer } from '../../review/write-layer.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import { blankItem } from '../actions/new-item.ts'
import { openSpot } from '../actions/open-spot.ts'
import { around, type Box, type Point } from '../geometry/box.ts'
import { gridOf } from '../notes/cluster.ts'
import { nextLook } from '../notes/note-look.ts'
import { say } from '../notes/words.ts'
import { currentStage } from '../stage/current-stage.ts'
import { noteLines, notesAt } from './paste.ts'

/** A note for each line of a text, side by side on open ground as near as can be; or one of all of it, if that was meant. */
export function pasteNotes(session: BoardSession, text: string, at: Point): void {
  const lines = noteLines(text)
  if (lines.length === 0) return
  const { layer, fields } = writeLayer(session, 'note')
  const look = { ...fields, ...nextLook.get() }
  const pasted = notesAt(lines, spots(session, lines, at), session.makeId, layer, look)
  const many = pasted.ids.length
  // a step of its own, so that it can be taken back whole
  const stroke = {}
  if (!session.do(pasted.commands, many === 1 ? 'pasted one thing' : `pasted ${many} things`, stroke).ok)
    return
  useBoardUi.getState().select(pasted.ids as ItemId[])
  if (many > 1)
    toast(say.pasted(many), {
      key: 'pasted-notes',
      action: { label: say.oneInstead, onPress: () => oneInstead() },
    })

  function oneInstead(): void {
    // as if they had never been; where something else was done since, they go as one removes things
    session.history.giveUp(stroke)
    const left = pasted.ids.filter((id) => session.live.snapshot.items.has(id as ItemId))
    const whole = [text.trim().slice(0, LIMITS.text)]
    const one = notesAt(whole, spots(session, whole, at), session.makeId, layer, look)
    const gone = left.length > 0 ? [{ do: 'remove', ids: left }] : []
    if (session.do([...gone, ...one.commands], say.oneMade).ok)
      useBoardUi.getState().select(one.ids as ItemId[])
  }
}

/** Places for notes with these words, each as high as its words need, where they cover nothing. */
function spots(session: BoardSession, lines: readonly string[], at: Point): readonly Box[] {
  const look = nextLook.get()
  const { w, h } = NOTE_BOXES[look.size]
  const sizes = lines.map((text) => {
    const item = blankItem('note', { ...look, text }, { x: 0, y: 0, w, h })
    return { w, h: Math.max(h, fitItem(item, session.live.snapshot).h) }
  })
  const scene = currentStage.get()?.scene
  const whole = around(gridOf(sizes, at))
  if (!scene || !whole) return gridOf(sizes, at)
  const near = { x: at.x + whole.w / 2, y: at.y + whole.h / 2 }
  return gridOf(sizes, openSpot(scene, near, { w: whole.w, h: whole.h }))
}

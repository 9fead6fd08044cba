import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { leaveHere, lookNow } from '../../go/trail.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { NamedPlace } from './places-of.ts'
import { say } from './words.ts'

/** A little of what lies round a frame is seen too. */
const ROUND = 1.12

/** Looks at a named place; Back leads here again. */
export function goToPlace({ look, name, kind }: NamedPlace): void {
  if (!look) return
  leaveHere()
  const by = kind === 'frame' ? ROUND : 1
  useBoardUi.getState().set({
    look: { ...look, w: look.w * by, h: look.h * by, zoom: kind === 'frame' ? 1.5 : 0, at: Date.now() },
  })
  announce(say.goTo(name))
}

/** Names what is in view, for everybody. */
export function nameThisPlace(session: BoardSession, typed: string): boolean {
  const name = typed.trim().slice(0, 200)
  const look = seen()
  if (name === '' || !look) return false
  const add = { do: 'add', id: session.makeId(), type: 'bookmark', fields: { name, look } }
  if (!session.do([add], say.added(name)).ok) return false
  announce(say.kept(name))
  return true
}

/** Lets a name stand for what is in view now. */
export function moveThisPlace(session: BoardSession, { id, name }: NamedPlace): void {
  const look = seen()
  if (look) session.do([{ do: 'set', id, fields: { look } }], say.moved(name))
}

function seen() {
  const look = lookNow()
  if (!look) return null
  const { x, y, w, h } = look
  return { x: Math.round(x), y: Math.round(y), w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) }
}

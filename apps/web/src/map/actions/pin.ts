import { type ItemId, relativePlace } from '@second-story/board'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { Scene } from '../scene/scene.ts'

/** Does it stay where it lies, whatever a hand pulls at? Words, arrows and menus are as ever. */
export function isPinned(scene: Scene, id: ItemId): boolean {
  return scene.items.get(id)?.item.place?.pinned === true
}

/** Is all that is selected pinned? Then the same key lets go of it. */
export function isAllPinned(session: BoardSession): boolean {
  const chosen = placed(session)
  return chosen.length > 0 && chosen.every(({ place }) => place.pinned)
}

/** Pins what is selected, or lets go of it where all of it is pinned; false when nothing that lies on the map is. */
export function pinSelected(session: BoardSession): boolean {
  const chosen = placed(session)
  if (chosen.length === 0) return false
  const off = isAllPinned(session)
  const places = chosen.map(({ id, place }) => {
    const { pinned: _, ...at } = relativePlace(session.live.snapshot, place)
    return { id, place: off ? at : { ...at, pinned: true } }
  })
  if (!session.do([{ do: 'place', places }]).ok) return true
  const what = chosen.length === 1 ? 'It' : `${chosen.length} things`
  announce(
    off
      ? `${what} can be moved again.`
      : `Pinned. ${what} will stay where ${what === 'It' ? 'it lies' : 'they lie'}.`,
  )
  return true
}

function placed(session: BoardSession) {
  return [...useBoardUi.getState().items].flatMap((id) => {
    const place = session.live.snapshot.items.get(id)?.place
    return place ? [{ id, place }] : []
  })
}

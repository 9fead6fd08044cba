import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { type Box, encloses } from '../geometry/box.ts'
import type { Scene } from '../scene/scene.ts'
import { holderOf, stored } from './adopt.ts'
import { topsOf } from './move.ts'

/** A boundary or frame of this size; what lies in it becomes its own. */
export function makeAround(session: BoardSession, scene: Scene, type: 'boundary' | 'frame', box: Box): void {
  const id = session.makeId() as ItemId
  const inner = scene.painted().filter((one) => encloses(box, one))
  const ids = topsOf(scene, new Set(inner.map((one) => one.id)))
  const parent = holderOf(scene, null, box, new Set(ids))
  const tint =
    type === 'boundary' && [...scene.items.values()].filter((one) => one.container).length % 2 === 1
      ? 'b'
      : 'a'
  const commands = [
    {
      do: 'add',
      id,
      type,
      fields: type === 'boundary' ? { tint } : {},
      place: stored(box, parent && parent.w * parent.h > box.w * box.h ? parent : null, ''),
    },
    ...(ids.length > 0
      ? [
          {
            do: 'place',
            places: ids.flatMap((one) => {
              const at = scene.items.get(one)
              const place = at?.item.place
              return at && place
                ? [
                    {
                      id: one,
                      place: stored(
                        { x: at.x, y: at.y, w: place.w, h: place.h },
                        { ...box, id },
                        place.order,
                        place,
                      ),
                    },
                  ]
                : []
            }),
          },
        ]
      : []),
  ]
  if (!session.do(commands, `drew a ${type}`).ok) return
  const ui = useBoardUi.getState()
  ui.select([id])
  ui.set({ editing: id })
}

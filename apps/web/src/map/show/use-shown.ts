import type { ItemId, RelationId } from '@second-story/board'
import { colourBy } from '@second-story/picture'
import { useEffect } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { nameOf } from '../../outline/item-words.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import { useMapState } from '../map-state.ts'
import type { Stage } from '../stage/stage.ts'
import { hidesOf } from './choice.ts'
import { keepNow, openShow, showFound, useShow } from './show-state.ts'
import { say } from './words.ts'

/** Keeps the stage in step with what this person wants to see, and in which colours. */
export function useShown(stage: Stage | null): void {
  const session = useSession()
  useEffect(() => {
    openShow(session.board)
    if (!stage) return
    const colour = (): void => {
      const by = useShow.getState().colour
      stage.colour(by === null ? null : colourBy(session.live.snapshot, by).tints)
    }
    stage.hide(hidesOf(useShow.getState().choice), false)
    colour()
    const stops = [
      useShow.subscribe((now, before) => {
        if (now.choice !== before.choice) {
          stage.hide(hidesOf(now.choice), true)
          letGo(session)
        }
        if (now.colour !== before.colour) colour()
      }),
      session.live.subscribe(() => {
        if (useShow.getState().colour !== null) colour()
      }),
      useBoardUi.subscribe((now, before) => {
        if (now.items !== before.items) find(session, now.items)
        if (now.relations !== before.relations) find(session, now.relations)
        if (now.reveal && now.reveal !== before.reveal) find(session, [now.reveal.id])
      }),
      useMapState.subscribe((now, before) => {
        if (now.startUpOrder !== before.startUpOrder) keepNow()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [stage, session])
}

/** What is taken in hand, looked for or just made is shown, whatever is hidden. */
function find(session: BoardSession, ids: Iterable<ItemId | RelationId>): void {
  const hides = hidesOf(useShow.getState().choice)
  const board = session.live.snapshot
  const found: string[] = []
  for (const id of ids) {
    const item = board.items.get(id as ItemId)
    const arrow = board.relations.get(id as RelationId)
    if ((item?.place && hides.item(item)) || (arrow && hides.arrow(arrow))) found.push(id)
    for (const end of arrow ? [arrow.from, arrow.to] : []) {
      const one = board.items.get(end)
      if (one?.place && hides.item(one)) found.push(end)
    }
  }
  if (found.length === 0) return
  showFound(found)
  const [first] = found
  const item = board.items.get(first as ItemId)
  if (item) announce(say.shown(nameOf(item)))
}

/** What has just been hidden is in nobody's hand. */
function letGo(session: BoardSession): void {
  const { items, relations, select } = useBoardUi.getState()
  const hides = hidesOf(useShow.getState().choice)
  const board = session.live.snapshot
  const keptItems = [...items].filter((id) => {
    const item = board.items.get(id)
    return !item?.place || !hides.item(item)
  })
  const keptArrows = [...relations].filter((id) => {
    const arrow = board.relations.get(id)
    return !arrow || !hides.arrow(arrow)
  })
  if (keptItems.length < items.size || keptArrows.length < relations.size) select(keptItems, keptArrows)
}

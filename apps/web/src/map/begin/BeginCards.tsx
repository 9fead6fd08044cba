import { type ItemTypeName, itemType } from '@second-story/board'
import { Button } from 'react-aria-components/Button'
import { useBoardUi } from '../../board/board-ui.ts'
import { useDrawnBoards } from '../../boards/use-drawn-boards.ts'
import { useCell } from '../../session/cell.ts'
import { useBoard, useConduct, useSession } from '../../session/use-session.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { draftOf } from '../actions/new-item.ts'
import { openSpot } from '../actions/open-spot.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import styles from './BeginCards.module.css'
import { BringPicture, DrawPicture, TypePicture } from './pictures.tsx'

/** An empty board shows three ways to begin; they are gone with the first item. */
export function BeginCards() {
  const session = useSession()
  const ready = useCell(session.ready)
  const isEmpty = useBoard((board) => board.items.size === 0)
  const { kind } = useConduct()
  // whoever has a tool in hand wants the map under the cards
  const holding = useBoardUi((ui) => ui.tool !== 'select')
  const drafting = useMapState((state) => state.draft !== null || state.typeLine) || holding
  const set = useBoardUi((ui) => ui.set)
  const canBorrow = useDrawnBoards().boards.length > 0
  if (!ready || !isEmpty || !session.mayWrite()) return null
  const isReview = kind === 'incident-review'
  const begin = (type: ItemTypeName): void => {
    const stage = currentStage.get()
    if (!stage) return
    const { x, y, w, h } = stage.area()
    const spot = openSpot(stage.scene, { x: x + w / 2, y: y + h / 2 }, itemType(type).size)
    useMapState.getState().set({ draft: draftOf(stage.scene, type, spot) })
  }
  return (
    <div className={styles.begin} data-gone={drafting || undefined} inert={drafting} data-over-map>
      <h2 className={styles.title}>{isReview ? 'Tell it as it looked then.' : 'Draw it as you know it.'}</h2>
      <p className={styles.lead}>
        {isReview
          ? 'The system first, or what happened first. Both will meet on this map.'
          : 'Unsure is fine: a dashed outline says so. Five minutes are enough.'}
      </p>
      <div className={styles.cards}>
        <Button className={styles.card ?? ''} onPress={() => begin('component')}>
          <span className={styles.picture}>
            <DrawPicture />
          </span>
          <span className={styles.words}>
            <b>Draw</b>
            <span>
              Press <Kbd>C</Kbd>, name it, Enter. <Kbd>Tab</Kbd> makes the next one, already connected.
            </span>
          </span>
        </Button>
        <Button className={styles.card ?? ''} onPress={() => useMapState.getState().set({ typeLine: true })}>
          <span className={styles.picture}>
            <TypePicture />
          </span>
          <span className={styles.words}>
            <b>Type</b>
            <span>One line makes two components and the arrow between them.</span>
          </span>
        </Button>
        <Button className={styles.card ?? ''} onPress={() => set({ importing: {} })}>
          <span className={styles.picture}>
            <BringPicture />
          </span>
          <span className={styles.words}>
            <b>Bring</b>
            <span>Drop a compose file here, or one of a dozen others. You see it before it lands.</span>
          </span>
        </Button>
      </div>
      {(canBorrow || isReview) && (
        <p className={styles.or}>
          or{' '}
          {canBorrow && (
            <Button className={styles.link ?? ''} onPress={() => set({ borrowing: true })}>
              begin with another board’s system
            </Button>
          )}
          {canBorrow && isReview && ', or '}
          {isReview && (
            <Button className={styles.link ?? ''} onPress={() => begin('event')}>
              type what happened
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

import { type ItemTypeName, itemType } from '@second-story/board'
import { useRef } from 'react'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import menuStyles from '../../ui/Menu.module.css'
import { MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { turnRound } from '../actions/arrow-shape.ts'
import { boundSelected } from '../actions/bound-selected.ts'
import { duplicateSelected } from '../actions/duplicate.ts'
import { growFrom } from '../actions/grow.ts'
import { draftOf } from '../actions/new-item.ts'
import { removeSelected } from '../actions/remove.ts'
import { restack } from '../actions/restack.ts'
import type { Point } from '../geometry/box.ts'
import { snap } from '../geometry/snap.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { zoomToFit } from '../stage/zoom.ts'
import { orderLabel, toggleOrder } from '../start-up-order.ts'

interface MapMenuProps {
  readonly screen: Point
  readonly at: Point
}

/** What a right click offers: for the ground, for things, for an arrow. */
export function MapMenu({ screen, at }: MapMenuProps) {
  const session = useSession()
  const anchor = useRef<HTMLSpanElement>(null)
  const items = useBoardUi((ui) => ui.items)
  const relations = useBoardUi((ui) => ui.relations)
  const may = session.mayWrite()
  const shown = useMapState((state) => state.startUpOrder)
  const close = (): void => useMapState.getState().set({ menu: null })
  const [only] = items
  const item = items.size === 1 && only ? session.live.snapshot.items.get(only) : undefined
  const [arrow] = relations
  const entries = !may ? null : items.size > 0 ? (
    <>
      {item && (
        <MenuItem
          label="Edit the words"
          keys="Enter"
          onAction={() => useBoardUi.getState().set({ editing: item.id })}
        />
      )}
      <MenuItem
        label="Connect to …"
        keys="A"
        onAction={() => useMapState.getState().set({ linking: [...items] })}
      />
      {item && item.type !== 'question' && (
        <MenuItem label="Ask about it" keys="Q" onAction={() => growFrom(item, 'question')} />
      )}
      {item && <MenuItem label="Park an idea" keys="P" onAction={() => growFrom(item, 'idea')} />}
      <MenuLine />
      <MenuItem label="Boundary round it" keys="B" onAction={() => boundSelected(session)} />
      <MenuItem label="Duplicate" keys="Ctrl D" onAction={() => duplicateSelected(session)} />
      <MenuItem label="To the front" keys="]" onAction={() => restack(session, 'front')} />
      <MenuItem label="To the back" keys="[" onAction={() => restack(session, 'back')} />
      <MenuLine />
      <MenuItem label="Delete" keys="Del" onAction={() => void removeSelected(session)} />
    </>
  ) : arrow ? (
    <>
      <MenuItem
        label="Words on the line"
        keys="Enter"
        onAction={() => useMapState.getState().set({ wording: arrow })}
      />
      <MenuItem
        label="Turn round"
        onAction={() => {
          const relation = session.live.snapshot.relations.get(arrow)
          if (relation) turnRound(session, relation)
        }}
      />
      <MenuLine />
      <MenuItem label="Delete" keys="Del" onAction={() => void removeSelected(session)} />
    </>
  ) : (
    <>
      {(['component', 'note', 'factor', 'event', 'question', 'text', 'frame'] as const).map((type) => (
        <MenuItem key={type} label={`New ${itemType(type).noun}`} onAction={() => begin(type, at)} />
      ))}
      <MenuLine />
      <MenuItem
        label="Type what calls what"
        keys="T"
        onAction={() => useMapState.getState().set({ typeLine: true })}
      />
      <MenuItem label="Bring a compose file" onAction={() => useBoardUi.getState().set({ importing: {} })} />
    </>
  )
  return (
    <>
      <span
        ref={anchor}
        data-over-map
        style={{ position: 'absolute', left: screen.x, top: screen.y, width: 1, height: 1 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) close()
        }}
        placement="bottom start"
        offset={2}
        className={menuStyles.popover ?? ''}
      >
        <AriaMenu
          aria-label="On the map"
          className={menuStyles.menu ?? ''}
          autoFocus="first"
          onAction={close}
          onClose={close}
        >
          {entries}
          {entries && <MenuLine />}
          {items.size + relations.size === 0 && <MenuItem label={orderLabel(shown)} onAction={toggleOrder} />}
          <MenuItem label="Fit the board" keys="Shift 1" onAction={() => zoomToFit()} />
        </AriaMenu>
      </Popover>
    </>
  )
}

function begin(type: ItemTypeName, at: Point): void {
  const stage = currentStage.get()
  if (!stage) return
  const { w, h } = itemType(type).size
  const box = { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }
  useMapState.getState().set({ draft: draftOf(stage.scene, type, box) })
}

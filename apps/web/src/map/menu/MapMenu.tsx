import { useRef } from 'react'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useBoardUi } from '../../board/board-ui.ts'
import { copyLinkTo } from '../../go/link-to.ts'
import { say } from '../../go/words.ts'
import { useSession } from '../../session/use-session.ts'
import menuStyles from '../../ui/Menu.module.css'
import { MenuItem, MenuLine, MenuParts } from '../../ui/Menu.tsx'
import * as menuParts from '../../ui/menu-parts.tsx'
import type { Point } from '../geometry/box.ts'
import { useMapState } from '../map-state.ts'
import { zoomToFit, zoomToItems } from '../stage/zoom.ts'
import { orderLabel, toggleOrder } from '../start-up-order.ts'
import { ArrowMenu } from './ArrowMenu.tsx'
import { closeMenu } from './close-menu.ts'
import { GroundMenu } from './GroundMenu.tsx'
import { ThingsMenu } from './ThingsMenu.tsx'

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
  const [arrow] = relations
  const [only] = items
  const linked = items.size === 1 ? only : items.size === 0 && relations.size === 1 ? arrow : undefined
  const entries =
    items.size > 0 ? <ThingsMenu items={items} /> : arrow ? <ArrowMenu id={arrow} /> : <GroundMenu at={at} />
  return (
    <MenuParts value={menuParts}>
      <span
        ref={anchor}
        data-over-map
        style={{ position: 'absolute', left: screen.x, top: screen.y, width: 1, height: 1 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) closeMenu()
        }}
        placement="bottom start"
        offset={2}
        className={menuStyles.popover ?? ''}
      >
        <AriaMenu
          aria-label="On the map"
          className={menuStyles.menu ?? ''}
          autoFocus="first"
          onAction={closeMenu}
          onClose={closeMenu}
        >
          {may && entries}
          {may && <MenuLine />}
          {items.size + relations.size === 0 && <MenuItem label={orderLabel(shown)} onAction={toggleOrder} />}
          {items.size > 0 && (
            <MenuItem label="Look at it" keys="Shift 2" onAction={() => zoomToItems(items)} />
          )}
          {linked && session.sample === null && (
            <MenuItem label={say.copyLink} onAction={() => void copyLinkTo(session, linked)} />
          )}
          <MenuItem label="Fit the board" keys="Shift 1" onAction={() => zoomToFit()} />
        </AriaMenu>
      </Popover>
    </MenuParts>
  )
}

import type { ItemId } from '@second-story/board'
import { MOD } from '../../board/key-list.ts'
import { useSession } from '../../session/use-session.ts'
import { MenuItem, MenuMore } from '../../ui/Menu.tsx'
import { groupSelected, isOneGroup, ungroupSelected } from '../actions/group.ts'
import { present } from '../present/present.ts'
import { layOutMap } from './lay-out-map.ts'

/** Tidying, in a menu: what is selected or lies in it, or all of the map. */
export function TidyEntries({ label }: { readonly label: string }) {
  const session = useSession()
  return (
    <MenuMore label={label}>
      <MenuItem label="Left to right" keys="⇧ T" onAction={() => void layOutMap(session, 'right')} />
      <MenuItem label="Top to bottom" onAction={() => void layOutMap(session, 'down')} />
    </MenuMore>
  )
}

/** What several things, a group or a frame offer in a menu. */
export function ArrangeEntries({ items }: { readonly items: ReadonlySet<ItemId> }) {
  const session = useSession()
  const board = session.live.snapshot
  const [only] = items
  const item = items.size === 1 && only ? board.items.get(only) : undefined
  const isHolder = item?.type === 'boundary' || item?.type === 'frame'
  const isGrouped = [...items].some((id) => board.items.get(id)?.group)
  return (
    <>
      {items.size > 1 && <TidyEntries label="Tidy them" />}
      {isHolder && <TidyEntries label="Tidy what is in it" />}
      {item?.type === 'frame' && <MenuItem label="Present" onAction={() => void present(session, item.id)} />}
      {items.size > 1 && !isOneGroup(board, items) && (
        <MenuItem label="Group" keys={`${MOD} G`} onAction={() => void groupSelected(session)} />
      )}
      {isGrouped && (
        <MenuItem label="Ungroup" keys={`${MOD} ⇧ G`} onAction={() => void ungroupSelected(session)} />
      )}
    </>
  )
}

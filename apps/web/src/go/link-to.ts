import type { ItemId, RelationId } from '@second-story/board'
import type { View } from '../board/board-ui.ts'
import type { BoardSession } from '../session/board-session.ts'
import { copyText } from '../ui/copy-text.ts'
import { toast } from '../ui/toast.ts'
import { say } from './words.ts'

const IN_ADDRESS: Readonly<Record<View, string>> = {
  map: '/map',
  list: '/outline',
  timeline: '/timeline',
  record: '/record',
}

/** The address of a thing, an arrow or a section of the record; with a view, it opens there. */
export function linkTo(base: string, id: string | null, view: View | null = null): string {
  return `${window.location.origin}${base}${view ? IN_ADDRESS[view] : ''}${id ? `#${id}` : ''}`
}

/** `/b/<board>`, of the page that is open. */
export function baseNow(): string {
  const [, kind, name] = window.location.pathname.split('/')
  return `/${kind}/${name}`
}

/** Puts the address of something on the clipboard, and says so. */
export async function copyLinkTo(
  session: BoardSession,
  id: ItemId | RelationId | string | null,
  view: View | null = null,
): Promise<void> {
  const link = linkTo(baseNow(), id, view)
  const board = session.live.snapshot
  const layer = board.items.get(id as ItemId)?.layer ?? board.relations.get(id as RelationId)?.layer
  const words = layer !== undefined && layer !== 'common' ? say.copiedOwn : say.copied
  toast((await copyText(link)) ? words : link)
}

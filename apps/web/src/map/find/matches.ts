import type { ItemId, RelationId } from '@second-story/board'
import { Cell } from '../../session/cell.ts'

/** What the find bar found: bright on the map while it is open, everything else dimmed. */
export interface Matches {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
  /** what found arrows join: bright, too */
  readonly ends: ReadonlySet<ItemId>
  /** the one that is looked at */
  readonly at: ItemId | RelationId | null
}

export const NO_MATCHES: Matches = { items: new Set(), relations: new Set(), ends: new Set(), at: null }

export const findMatches = new Cell<Matches>(NO_MATCHES)

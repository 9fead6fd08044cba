import type { ItemId } from '@second-story/board'
import { Cell } from '../../session/cell.ts'

/** What the find bar found: lit on the map while it is open. */
export const findMatches = new Cell<ReadonlySet<ItemId>>(new Set())

import { Cell } from '../session/cell.ts'

export type VersionsTab = 'versions' | 'replay'

/** The restore that this page has just asked for: its own message is said instead of the one for everybody. */
export const restoring = new Cell(false)

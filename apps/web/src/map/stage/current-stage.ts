import { Cell } from '../../session/cell.ts'
import type { Stage } from './stage.ts'

/** The map on this screen, while there is one. */
export const currentStage = new Cell<Stage | null>(null)

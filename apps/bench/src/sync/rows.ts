import { CURSORS_200, CURSORS_500 } from './cursors.ts'
import type { Row } from './row.ts'

/** In the order of the table. */
export const ROWS: readonly Row[] = [CURSORS_200, CURSORS_500]

import { CURSORS_200, CURSORS_500 } from './cursors.ts'
import { EDITS } from './edits.ts'
import { KILL } from './kill.ts'
import { LONG_LIFE } from './long-life.ts'
import { MEMORY } from './memory.ts'
import { MOVING } from './moving.ts'
import { OPEN } from './open.ts'
import { REJOIN } from './rejoin.ts'
import type { Row } from './row.ts'
import { CROWD, IDLERS, TRIOS } from './saturation.ts'

/** In the order of the table. */
export const ROWS: readonly Row[] = [
  CURSORS_200,
  CURSORS_500,
  MOVING,
  EDITS,
  KILL,
  OPEN,
  MEMORY,
  REJOIN,
  LONG_LIFE,
  CROWD,
  TRIOS,
  IDLERS,
]

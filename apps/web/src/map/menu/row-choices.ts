import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  type LucideIcon,
} from 'lucide-react'
import type { Alignment } from '../geometry/arrange.ts'

/** The ways in which things are put in a row. */
export const ROW_CHOICES: readonly {
  readonly how: Alignment
  readonly label: string
  readonly Icon: LucideIcon
}[] = [
  { how: 'left', label: 'Left edges in a row', Icon: AlignStartVertical },
  { how: 'centre', label: 'Middles over each other', Icon: AlignCenterVertical },
  { how: 'right', label: 'Right edges in a row', Icon: AlignEndVertical },
  { how: 'top', label: 'Top edges in a row', Icon: AlignStartHorizontal },
  { how: 'middle', label: 'Middles beside each other', Icon: AlignCenterHorizontal },
  { how: 'bottom', label: 'Bottom edges in a row', Icon: AlignEndHorizontal },
]

import { type ItemTypeName, itemType, NOTE_BOXES } from '@second-story/board'
import type { Box } from '../geometry/box.ts'
import { NOTE_GAP } from '../notes/cluster.ts'
import { nextLook } from '../notes/note-look.ts'
import type { Scene } from '../scene/scene.ts'
import { nextSpot, spotBelow, spotBeside } from './open-spot.ts'

/** Components and the like stand this far below each other: an arrow has to be seen between them. */
const BELOW = 48

/** Where the next of this type goes: beside the last, or below it. Notes lie close together, in rows and columns. */
export function nextOf(scene: Scene, last: Box, type: ItemTypeName, way: 'tab' | 'below'): Box {
  if (type === 'note') {
    const size = NOTE_BOXES[nextLook.get().size]
    return way === 'tab' ? spotBeside(scene, last, size, NOTE_GAP) : spotBelow(scene, last, size, NOTE_GAP)
  }
  const { size } = itemType(type)
  return way === 'tab' ? nextSpot(scene, last, size) : spotBelow(scene, last, size, BELOW)
}

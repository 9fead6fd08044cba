import type { ItemId, RelationId, StrokeId } from '@second-story/board'
import type { Box, Point } from '../geometry/box.ts'
import type { Corner } from '../geometry/resize.ts'
import type { Guide } from '../geometry/snap.ts'
import type { Gap } from '../geometry/spacing.ts'
import type { Hit } from '../scene/hit.ts'
import type { Stroke } from './stroke.ts'

/** Strokes taken already, and taken again when it is given up. */
interface KeptInk {
  readonly kept: ReadonlySet<StrokeId>
  readonly before: ReadonlySet<StrokeId>
}

/** What the pointer is doing: one state at a time; the overlay draws it, the pointer moves it on. */
export type Gesture =
  | { readonly kind: 'rest'; readonly hover: Hit }
  | {
      readonly kind: 'press'
      readonly hit: Hit
      readonly at: Point
      readonly screen: Point
      readonly shift: boolean
      readonly alt: boolean
      /** a still finger has taken hold: moving carries the thing, lifting opens its menu */
      readonly held: boolean
    }
  | {
      readonly kind: 'move'
      readonly from: Point
      readonly boxes: ReadonlyMap<ItemId, Box>
      readonly now: ReadonlyMap<ItemId, Box>
      readonly guides: readonly Guide[]
      readonly gaps: readonly Gap[]
      readonly copy: boolean
      /** strokes that go along, and how far all of it has gone */
      readonly ink: ReadonlySet<StrokeId>
      readonly by: Point
      /** the boundary or frame it would be dropped into */
      readonly into: ItemId | null
      readonly stroke: Stroke
    }
  | {
      readonly kind: 'marquee'
      readonly from: Point
      readonly to: Point
      /** taken already, and taken again when it is given up */
      readonly kept: ReadonlySet<ItemId>
      readonly before: ReadonlySet<ItemId>
      readonly ink: KeptInk
    }
  | {
      readonly kind: 'lasso'
      readonly line: readonly Point[]
      readonly kept: ReadonlySet<ItemId>
      readonly before: ReadonlySet<ItemId>
      readonly ink: KeptInk
    }
  | {
      readonly kind: 'resize'
      readonly corner: Corner
      readonly from: Point
      readonly boxes: ReadonlyMap<ItemId, Box>
      readonly now: ReadonlyMap<ItemId, Box>
      readonly guides: readonly Guide[]
      readonly stroke: Stroke
    }
  | { readonly kind: 'draw'; readonly type: 'boundary' | 'frame'; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'link'
      readonly from: readonly ItemId[]
      readonly to: Point
      readonly over: ItemId | null
      /** pulled with the button held; otherwise it follows until the next click */
      readonly held: boolean
    }
  | {
      readonly kind: 'reattach'
      readonly id: RelationId
      readonly end: 'from' | 'to' | 'words'
      readonly to: Point
      readonly over: ItemId | null
    }

export type GestureOf<K extends Gesture['kind']> = Extract<Gesture, { kind: K }>

export const AT_REST: Gesture = { kind: 'rest', hover: { on: 'ground' } }

/** Where the hand has pulled to, and the keys that say how. */
export interface Pull {
  readonly at: Point
  /** on one line; keeping the ratio */
  readonly shift: boolean
  /** a copy; about the centre */
  readonly alt: boolean
  /** Ctrl or Cmd: no guides, no grid */
  readonly free: boolean
  /** ms, on the clock of the events */
  readonly time: number
}

/** The keys that an event tells of. */
export function keysOf(event: PointerEvent | KeyboardEvent): Omit<Pull, 'at'> {
  const { shiftKey: shift, altKey: alt, ctrlKey, metaKey, timeStamp: time } = event
  return { shift, alt, free: ctrlKey || metaKey, time }
}

/** Is something pulled, with the button held? */
export function isDrag(gesture: Gesture): boolean {
  if (gesture.kind === 'link') return gesture.held
  return gesture.kind !== 'rest' && gesture.kind !== 'press'
}

/** Pixels a pressed pointer may tremble before it drags. */
export const TREMBLE = 4
/** ms until a still finger takes hold of a thing. */
export const LONG_PRESS_MS = 420

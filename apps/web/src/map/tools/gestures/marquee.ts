import type { ItemId, StrokeId } from '@second-story/board'
import { useBoardUi } from '../../../board/board-ui.ts'
import { withMates } from '../../actions/group.ts'
import { around, between, contains, encloses, overlaps, type Point } from '../../geometry/box.ts'
import { isWithin, lassoHolds, lassoTouches } from '../../geometry/lasso.ts'
import type { SceneItem } from '../../scene/scene.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'

type Marquee = GestureOf<'marquee'>
type Lasso = GestureOf<'lasso'>

/** Canvas units, at 100 percent, between two points of a lasso. */
const APART = 4

/** A frame pulled open. Shift adds to what is selected. */
export function beginMarquee(press: GestureOf<'press'>, at: Point): Marquee {
  return { kind: 'marquee', from: press.at, to: at, ...taken(press.shift) }
}

/** A line drawn round. Shift adds to what is selected. */
export function beginLasso(press: GestureOf<'press'>, at: Point): Lasso {
  return { kind: 'lasso', line: [press.at, at], ...taken(press.shift) }
}

/** Takes what it touches, and boundaries and frames that it holds whole. */
export function spanMarquee(hand: Hand, gesture: Marquee, at: Point): Marquee {
  const box = between(gesture.from, at)
  const ink = hand.stage.ink.scene.touching(box, (point) => contains(box, point))
  take(hand, gesture, ink, (one) => (one.container ? encloses(box, one) : overlaps(one, box)))
  return { ...gesture, to: at }
}

/** As the marquee. */
export function drawLasso(hand: Hand, gesture: Lasso, at: Point): Lasso {
  const last = gesture.line.at(-1)
  const apart = APART / hand.stage.view.zoom
  if (last && Math.hypot(last.x - at.x, last.y - at.y) < apart) return gesture
  const line = [...gesture.line, at]
  const within = around(line.map(({ x, y }) => ({ x, y, w: 0, h: 0 })))
  const ink = within ? hand.stage.ink.scene.touching(within, (point) => isWithin(line, point)) : []
  take(hand, gesture, ink, (one) => (one.container ? lassoHolds(line, one) : lassoTouches(line, one)))
  return { ...gesture, line }
}

/** Given up: what was selected before is selected again. */
export function giveUpMarquee({ before, ink }: Marquee | Lasso): void {
  useBoardUi.getState().select(before, [], ink.before)
}

function taken(adds: boolean): Pick<Marquee, 'kept' | 'before' | 'ink'> {
  const { items, strokes } = useBoardUi.getState()
  const ink = { kept: adds ? strokes : new Set<StrokeId>(), before: strokes }
  return { kept: adds ? items : new Set<ItemId>(), before: items, ink }
}

function take(
  { stage }: Hand,
  { kept, ink }: Marquee | Lasso,
  drawn: readonly StrokeId[],
  takes: (one: SceneItem) => boolean,
): void {
  const taken = stage.scene.painted().flatMap((one) => (takes(one) ? [one.id] : []))
  const ids = new Set([...kept, ...withMates(stage.scene.board, taken)])
  const ui = useBoardUi.getState()
  const strokes = new Set([...ink.kept, ...drawn])
  if (differ(ids, ui.items) || differ(strokes, ui.strokes)) ui.select(ids, [], strokes)
}

function differ<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size !== b.size || [...a].some((one) => !b.has(one))
}

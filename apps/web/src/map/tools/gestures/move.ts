import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../../board/board-ui.ts'
import { holderOf } from '../../actions/adopt.ts'
import { moveCommands, topsOf } from '../../actions/move.ts'
import { copyOf } from '../../clipboard/copied.ts'
import { pasteCopied } from '../../clipboard/paste.ts'
import { around, type Box, bare, overlaps, type Point } from '../../geometry/box.ts'
import { type Guide, snapBox } from '../../geometry/snap.ts'
import type { Scene } from '../../scene/scene.ts'
import type { GestureOf } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { Stroke } from '../stroke.ts'
import { showDrag } from './show-drag.ts'

type Move = GestureOf<'move'>
type Boxes = ReadonlyMap<ItemId, Box>

/** Pixels of the screen within which things snap to each other. */
const SNAP_PX = 5
/** Things in view that are looked at for snapping, at most. */
const MOST_OTHERS = 400

/** Takes hold of an item, and of all that is selected with it. */
export function beginMove(hand: Hand, id: ItemId, press: GestureOf<'press'>, now: number): Move {
  const ui = useBoardUi.getState()
  if (!ui.items.has(id)) ui.select(press.shift ? [...ui.items, id] : [id])
  const { scene } = hand.stage
  const boxes = new Map(
    topsOf(scene, useBoardUi.getState().items).flatMap((one) => {
      const at = scene.items.get(one)
      return at ? [[one, bare(at)] as const] : []
    }),
  )
  const stroke = new Stroke(hand.session, now)
  return { kind: 'move', from: press.at, boxes, now: boxes, guides: [], copy: press.alt, into: null, stroke }
}

/** Shift keeps it on a line, Ctrl or Cmd lets it lie anywhere, Alt leaves the things and takes copies. */
export function carry(hand: Hand, gesture: Move, at: Point, event: PointerEvent): Move {
  const { stage } = hand
  const { by, guides } = shifted(hand, gesture, at, event)
  const now = new Map(
    [...gesture.boxes].map(([id, box]) => [id, { ...box, x: box.x + by.x, y: box.y + by.y }]),
  )
  const [first] = now
  const into = first ? holderOf(stage.scene, first[0], first[1], new Set(gesture.boxes.keys())) : null
  if (event.altKey) {
    if (!gesture.copy) gesture.stroke.giveUp()
    hand.letGo(gesture.boxes.keys())
  } else {
    // no sizes: what lies in a boundary goes along only when it is moved, not when it is resized
    stage.hold(new Map([...now].map(([id, { x, y }]) => [id, { x, y }])))
    showDrag(hand, now, false)
    // whose it is is settled when it rests, not by every boundary on the way
    gesture.stroke.follow(event.timeStamp, () => moveCommands(stage.scene, now, false))
  }
  return { ...gesture, now, guides, copy: event.altKey, into: into?.id ?? null }
}

export function dropMove(hand: Hand, gesture: Move): void {
  const ids = [...gesture.boxes.keys()]
  if (gesture.copy) {
    hand.letGo(ids)
    dropCopies(hand, gesture.now)
    return
  }
  gesture.stroke.rest(moveCommands(hand.stage.scene, gesture.now))
  hand.letGo(ids)
}

export function giveUpMove(hand: Hand, gesture: Move): void {
  gesture.stroke.giveUp()
  hand.letGo(gesture.boxes.keys())
}

function dropCopies({ session }: Hand, boxes: Boxes): void {
  const copied = copyOf(session.live.snapshot, new Set(boxes.keys()))
  const at = around(boxes.values())
  if (!copied || !at) return
  const { commands, ids } = pasteCopied(copied, at, session.makeId)
  const words = `duplicated ${boxes.size === 1 ? 'one thing' : `${boxes.size} things`}`
  if (session.do(commands, words).ok) useBoardUi.getState().select(ids as ItemId[])
}

interface Shift {
  readonly by: Point
  readonly guides: readonly Guide[]
}

// how far all of it goes, straightened and snapped
function shifted({ stage }: Hand, gesture: Move, at: Point, event: PointerEvent): Shift {
  const pulled = { x: at.x - gesture.from.x, y: at.y - gesture.from.y }
  const along = !event.shiftKey ? 'both' : Math.abs(pulled.x) > Math.abs(pulled.y) ? 'x' : 'y'
  const by = { x: along === 'y' ? 0 : pulled.x, y: along === 'x' ? 0 : pulled.y }
  const whole = around(gesture.boxes.values())
  if (!whole || event.ctrlKey || event.metaKey) return { by, guides: [] }
  const to = { ...whole, x: whole.x + by.x, y: whole.y + by.y }
  const others = othersIn(stage.scene, stage.area(), gesture.boxes)
  const { dx, dy, guides } = snapBox(to, others, SNAP_PX / stage.view.zoom)
  return { by: { x: along === 'y' ? 0 : by.x + dx, y: along === 'x' ? 0 : by.y + dy }, guides }
}

function othersIn(scene: Scene, area: Box, boxes: Boxes): readonly Box[] {
  const moving = new Set<ItemId>(boxes.keys())
  for (const id of boxes.keys()) for (const one of scene.inside(id)) moving.add(one.id)
  return scene
    .painted()
    .filter((one) => !moving.has(one.id) && overlaps(one, area))
    .slice(-MOST_OTHERS)
}

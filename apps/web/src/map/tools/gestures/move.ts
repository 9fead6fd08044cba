import type { ItemId, StrokeId } from '@second-story/board'
import { useBoardUi } from '../../../board/board-ui.ts'
import { holderOf } from '../../actions/adopt.ts'
import { withMates } from '../../actions/group.ts'
import { moveCommands, topsOf } from '../../actions/move.ts'
import { isPinned } from '../../actions/pin.ts'
import { copyOf } from '../../clipboard/copied.ts'
import { pasteCopied } from '../../clipboard/paste.ts'
import { around, type Box, bare, overlaps, type Point } from '../../geometry/box.ts'
import { snapBox } from '../../geometry/snap.ts'
import { carriedInk, inkBoxes, shiftCommands } from '../../ink/carried-ink.ts'
import { besideNote } from '../../notes/cluster.ts'
import { joining, offerTogether } from '../../notes/put-together.ts'
import { AT_REST, type Gesture, type GestureOf, type Pull } from '../gesture.ts'
import type { Hand } from '../hand.ts'
import { Stroke } from '../stroke.ts'
import { othersInView, SNAP_PX } from './others-in-view.ts'
import { showDrag } from './show-drag.ts'

type Move = GestureOf<'move'>

/** Takes hold of an item, and of all that is selected with it; what is pinned stays. */
export function beginMove(hand: Hand, id: ItemId, press: GestureOf<'press'>, now: number): Gesture {
  const ui = useBoardUi.getState()
  const mates = withMates(hand.session.live.snapshot, [id])
  if (!ui.items.has(id)) ui.select(press.shift ? [...ui.items, ...mates] : mates)
  return held(hand, press, now)
}

/** The same, of a line drawn by hand. */
export function beginMoveInk(hand: Hand, id: StrokeId, press: GestureOf<'press'>, now: number): Gesture {
  const ui = useBoardUi.getState()
  if (!ui.strokes.has(id))
    ui.select(press.shift ? ui.items : [], [], press.shift ? [...ui.strokes, id] : [id])
  return held(hand, press, now)
}

function held(hand: Hand, press: GestureOf<'press'>, now: number): Gesture {
  const { scene } = hand.stage
  const boxes = new Map(
    topsOf(scene, useBoardUi.getState().items).flatMap((one) => {
      const at = scene.items.get(one)
      return at && !isPinned(scene, one) ? [[one, bare(at)] as const] : []
    }),
  )
  const ink = carriedInk(hand.stage, boxes.keys())
  if (boxes.size + ink.size === 0) return AT_REST
  const stroke = new Stroke(hand.session, now)
  return {
    kind: 'move',
    from: press.at,
    boxes,
    now: boxes,
    guides: [],
    gaps: [],
    copy: press.alt,
    ink,
    by: { x: 0, y: 0 },
    into: null,
    stroke,
  }
}

/** Shift keeps it on a line, Ctrl or Cmd lets it lie anywhere, Alt leaves the things and takes copies. */
export function carry(hand: Hand, gesture: Move, pull: Pull): Move {
  const { stage } = hand
  const { by, guides, gaps } = shifted(hand, gesture, pull)
  const now = new Map(
    [...gesture.boxes].map(([id, box]) => [id, { ...box, x: box.x + by.x, y: box.y + by.y }]),
  )
  const [first] = now
  const into = first ? holderOf(stage.scene, first[0], first[1], new Set(gesture.boxes.keys())) : null
  if (pull.alt) {
    if (!gesture.copy) gesture.stroke.giveUp()
    letGo(hand, gesture)
  } else {
    if (gesture.ink.size > 0) stage.ink.hold(gesture.ink, by)
    // no sizes: what lies in a boundary goes along only when it is moved, not when it is resized
    stage.hold(new Map([...now].map(([id, { x, y }]) => [id, { x, y }])))
    showDrag(hand, now, false)
    // whose it is is settled when it rests, not by every boundary on the way
    gesture.stroke.follow(pull.time, () => moveCommands(stage.scene, now, false))
  }
  return { ...gesture, now, by, guides, gaps, copy: pull.alt, into: into?.id ?? null }
}

export function dropMove(hand: Hand, gesture: Move): void {
  const ids = [...gesture.boxes.keys()]
  if (gesture.copy) {
    letGo(hand, gesture)
    dropCopies(hand, gesture)
    return
  }
  const { scene } = hand.stage
  gesture.stroke.rest([
    ...moveCommands(scene, gesture.now),
    ...joining(scene, gesture.now),
    ...shiftCommands(gesture.ink, gesture.by),
  ])
  letGo(hand, gesture)
  offerTogether(hand.session, ids)
}

export function giveUpMove(hand: Hand, gesture: Move): void {
  gesture.stroke.giveUp()
  letGo(hand, gesture)
}

function letGo(hand: Hand, { boxes, ink }: Move): void {
  hand.letGo(boxes.keys())
  if (ink.size === 0) return
  // as of things: the map hears of what was just written before it lets go
  hand.stage.ink.take(hand.session.live.snapshot.strokes)
  hand.stage.ink.release()
}

function dropCopies({ session }: Hand, { now: boxes, ink, by }: Move): void {
  const { snapshot } = session.live
  const copied = copyOf(snapshot, new Set(boxes.keys()), ink)
  const inked = inkBoxes(snapshot, ink).map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }))
  const at = around([...boxes.values(), ...inked])
  if (!copied || !at) return
  const { commands, ids, strokes } = pasteCopied(copied, at, session.makeId)
  const words = `duplicated ${boxes.size + ink.size === 1 ? 'one thing' : `${boxes.size + ink.size} things`}`
  if (session.do(commands, words).ok) useBoardUi.getState().select(ids as ItemId[], [], strokes)
}

interface Shift extends Pick<Move, 'guides' | 'gaps'> {
  readonly by: Point
}

// how far all of it goes, straightened and snapped
function shifted({ stage }: Hand, gesture: Move, pull: Pull): Shift {
  const pulled = { x: pull.at.x - gesture.from.x, y: pull.at.y - gesture.from.y }
  const still = !pull.shift ? null : Math.abs(pulled.x) > Math.abs(pulled.y) ? 'y' : 'x'
  const by = { x: still === 'x' ? 0 : pulled.x, y: still === 'y' ? 0 : pulled.y }
  const whole = around(gesture.boxes.values())
  if (!whole || pull.free) return { by, guides: [], gaps: [] }
  const to = { ...whole, x: whole.x + by.x, y: whole.y + by.y }
  const beside = noteBeside(stage, gesture, to)
  if (beside && !still) return { by: { x: by.x + beside.x, y: by.y + beside.y }, guides: [], gaps: [] }
  const others = othersInView(stage.scene, stage.area(), gesture.boxes)
  const { dx, dy, guides, gaps } = snapBox(to, others, SNAP_PX / stage.view.zoom, { still })
  return { by: { x: by.x + dx, y: by.y + dy }, guides, gaps }
}

/** Screen pixels within which a note lies down tidily beside another. */
const BESIDE_PX = 14

// a note alone, near others: they lie close together, in rows and columns
function noteBeside(stage: Hand['stage'], { boxes }: Move, to: Box): Point | null {
  const [only] = boxes.keys()
  if (boxes.size !== 1 || !only || stage.scene.items.get(only)?.item.type !== 'note') return null
  const area = stage.area()
  const notes = [...stage.scene.items.values()].filter(
    (one) => one.id !== only && one.item.type === 'note' && overlaps(one, area),
  )
  return besideNote(to, notes, BESIDE_PX / stage.view.zoom)
}

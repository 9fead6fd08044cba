import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PHONE_BELOW } from '../../ui/use-phone.ts'
import { groupBox } from '../canvas/overlay/group-box.ts'
import { contains, type Point } from '../geometry/box.ts'
import { useMapState } from '../map-state.ts'
import type { Hit } from '../scene/hit.ts'
import type { Stage } from '../stage/stage.ts'
import { blurField } from './blur-field.ts'
import { capture } from './capture.ts'
import { EdgePan } from './edge-pan.ts'
import {
  AT_REST,
  type Gesture,
  type GestureOf,
  isDrag,
  keysOf,
  LONG_PRESS_MS,
  type Pull,
  TREMBLE,
} from './gesture.ts'
import { beginDrag } from './gestures/begin.ts'
import { click, editAt } from './gestures/click.ts'
import { fingerActs } from './gestures/finger.ts'
import { cursorDuring, cursorFor, isSameHit } from './gestures/hover.ts'
import { beginLink } from './gestures/link.ts'
import { openMenu } from './gestures/menu.ts'
import { finish, giveUp, moveOn } from './gestures/onward.ts'
import type { Hand } from './hand.ts'
import { listen } from './listen.ts'
import { Pens } from './pens.ts'

/** ms within which a second tap is one with the first. */
const DOUBLE_TAP_MS = 320

/** One hand over the map: hears the pointer and moves the gesture on, from one state of the union to the next. */
export class Pointer implements Hand {
  readonly stage: Stage
  readonly session: BoardSession
  readonly #root: HTMLElement
  readonly #stop: () => void
  readonly #edge: EdgePan
  /** tells the hand that holds a pen from a finger */
  readonly pens = new Pens()
  #gesture: Gesture = AT_REST
  /** where the pointer is, on the board and on the screen */
  #last: Point = { x: 0, y: 0 }
  #screen: Point = { x: 0, y: 0 }
  #keys: Omit<Pull, 'at'> = { shift: false, alt: false, free: false, time: 0 }
  #hand = false
  #isTouch = false
  #pointer = -1
  #longPress: ReturnType<typeof setTimeout> | undefined
  #lastTap = 0

  constructor(root: HTMLElement, stage: Stage, session: BoardSession) {
    this.#root = root
    this.stage = stage
    this.session = session
    this.#stop = listen(root, {
      down: (event) => this.#down(event),
      move: (event) => this.#move(event),
      up: (event) => this.#up(event),
      cancel: () => void this.cancel(),
      leave: () => this.#leave(),
      double: (event) => this.#double(event),
      menu: (event) => this.#menu(event),
      keys: (event) => this.#keyed(event),
      wheel: () => void requestAnimationFrame(() => this.#advance()),
      takesTouch: (event) =>
        this.pens.isWriting(event.timeStamp) ||
        (this.#isTouch && this.#gesture.kind !== 'rest' && this.#gesture.kind !== 'press'),
    })
    this.#edge = new EdgePan(stage, () => this.#advance())
  }

  close(): void {
    this.cancel()
    this.#stop()
  }

  /** Space is held: the left button pans. */
  set hand(on: boolean) {
    this.#hand = on
    if (this.#gesture.kind === 'rest') this.#hover(this.#last)
  }

  get gesture(): Gesture {
    return this.#gesture
  }

  get isTouch(): boolean {
    return this.#isTouch
  }

  /** Where something asked for by a key goes: under the pointer while it is over the map, else the middle of the view. */
  here(): Point {
    const area = this.stage.area()
    const { x, y, w, h } = area
    const wasNever = this.#last.x === 0 && this.#last.y === 0
    return !wasNever && contains(area, this.#last, -24 / this.stage.view.zoom)
      ? this.#last
      : { x: x + w / 2, y: y + h / 2 }
  }

  /** Waits for the other end of arrows from these. */
  startLink(from: readonly ItemId[]): void {
    this.#to(beginLink(from, this.#last, false))
  }

  /** Back to rest; what was held lies where it lay. True when there was something to give up. */
  cancel(): boolean {
    clearTimeout(this.#longPress)
    const gesture = this.#gesture
    if (gesture.kind === 'rest') return false
    this.#to(AT_REST)
    if (gesture.kind !== 'press') giveUp(this, gesture)
    return gesture.kind !== 'press'
  }

  letGo(ids: Iterable<ItemId>): void {
    this.session.people.show({ drag: null })
    const all = [...ids]
    // the scene hears of what was just written before it lets go, or things would jump back for a frame
    this.stage.catchUp(this.session.live.snapshot, all)
    this.stage.release(all)
  }

  hit(at: Point): Hit {
    const { items, relations } = useBoardUi.getState()
    const may = this.session.mayWrite()
    const [item] = items
    const [relation] = relations
    const selected = may && items.size === 1 && item ? (this.stage.scene.items.get(item) ?? null) : null
    const arrow = may && items.size === 0 && relations.size === 1 ? (relation ?? null) : null
    const group = may ? groupBox(this.stage, items) : null
    return this.stage.hit(at, { selected, arrow, group, touch: this.#isTouch })
  }

  #to(gesture: Gesture): void {
    this.#gesture = gesture
    this.#root.dataset.gestureKind = gesture.kind
    const busy = isDrag(gesture)
    if (useBoardUi.getState().busy !== busy) useBoardUi.getState().set({ busy })
    if (gesture.kind !== 'rest') this.#root.style.cursor = cursorDuring(gesture)
    else this.#edge.aim(null)
    this.stage.touchOverlay()
  }

  #down(event: PointerEvent): void {
    const isTouch = event.pointerType === 'touch'
    if (isTouch && this.pens.isWriting(event.timeStamp)) return
    this.pens.hear('down', event.pointerType, event.timeStamp)
    if (event.button !== 0 || this.#hand) return
    // two fingers move the view, whatever the first had begun
    if (isTouch && !event.isPrimary) {
      this.cancel()
      return
    }
    this.#isTouch = isTouch
    this.#pointer = event.pointerId
    blurField()
    useMapState.getState().set({ menu: null })
    const at = this.#heard(event)
    // the other end is chosen when the button comes up: a field opened before would lose the focus again
    if (this.#gesture.kind === 'link') return
    const { shift, alt } = this.#keys
    this.#to({ kind: 'press', hit: this.hit(at), at, screen: this.#screen, shift, alt, held: false })
    if (isTouch) {
      clearTimeout(this.#longPress)
      this.#longPress = setTimeout(() => this.#takeHold(), LONG_PRESS_MS)
    }
  }

  // a still finger takes hold of what is under it: moved, it carries that along; lifted, it opens the menu
  #takeHold(): void {
    if (this.#gesture.kind !== 'press') return
    const { hit } = this.#gesture
    const ui = useBoardUi.getState()
    if ((hit.on === 'item' || hit.on === 'inside') && !ui.items.has(hit.id)) ui.select([hit.id])
    navigator.vibrate?.(8)
    this.#to({ ...this.#gesture, held: true })
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === 'touch' && this.pens.isWriting(event.timeStamp)) return
    const { kind } = this.#gesture
    if (kind !== 'rest' && kind !== 'link' && event.pointerId !== this.#pointer) return
    const at = this.#heard(event)
    if (event.pointerType !== 'touch') this.session.people.show({ cursor: at })
    if (this.#gesture.kind === 'rest') this.#hover(at)
    else this.#to(this.#moved(this.#gesture, { at, ...this.#keys }, event.pointerId))
    this.#pushEdge()
  }

  // where the pointer is now, kept for when the view moves under it
  #heard(event: PointerEvent): Point {
    this.#screen = { x: event.clientX, y: event.clientY }
    this.#keys = keysOf(event)
    this.#last = this.stage.toBoard(event.clientX, event.clientY)
    return this.#last
  }

  /** The pointer is still, but the board under it moved, or a key says otherwise. */
  #advance(): void {
    const gesture = this.#gesture
    if (gesture.kind === 'rest' || gesture.kind === 'press') return
    this.#last = this.stage.toBoard(this.#screen.x, this.#screen.y)
    this.#to(this.#moved(gesture, { at: this.#last, ...this.#keys, time: performance.now() }, this.#pointer))
  }

  #keyed(event: KeyboardEvent): boolean {
    this.#keys = keysOf(event)
    const means = this.#gesture.kind === 'move' || this.#gesture.kind === 'resize'
    if (means) this.#advance()
    return means
  }

  #pushEdge(): void {
    const drags = isDrag(this.#gesture)
    const { left, top } = this.#root.getBoundingClientRect()
    this.#edge.aim(drags ? { x: this.#screen.x - left, y: this.#screen.y - top } : null)
  }

  #moved(gesture: Exclude<Gesture, { kind: 'rest' }>, pull: Pull, pointer: number): Gesture {
    return gesture.kind === 'press' ? this.#trembled(gesture, pull, pointer) : moveOn(this, gesture, pull)
  }

  #trembled(press: GestureOf<'press'>, pull: Pull, pointer: number): Gesture {
    const way = Math.hypot(this.#screen.x - press.screen.x, this.#screen.y - press.screen.y)
    if (way <= TREMBLE) return press
    clearTimeout(this.#longPress)
    // a moving finger pans, unless it has hold of something
    if (this.#isTouch && !fingerActs(this, press)) return AT_REST
    capture(this.#root, pointer)
    return beginDrag(this, press, pull.at, pull.time)
  }

  #hover(at: Point): void {
    const hover = this.hit(at)
    if (this.#gesture.kind === 'rest' && !isSameHit(this.#gesture.hover, hover)) {
      this.#gesture = { kind: 'rest', hover }
      this.stage.touchOverlay()
    }
    this.#root.style.cursor = cursorFor(this, hover, this.#hand)
  }

  #leave(): void {
    if (this.#gesture.kind === 'rest') this.session.people.show({ cursor: null })
  }

  #up(event: PointerEvent): void {
    this.pens.hear('up', event.pointerType, event.timeStamp)
    const gesture = this.#gesture
    if (gesture.kind === 'rest') return
    if (event.pointerId !== this.#pointer && gesture.kind !== 'link') return
    clearTimeout(this.#longPress)
    const at = this.stage.toBoard(event.clientX, event.clientY)
    this.#to(AT_REST)
    if (gesture.kind === 'press') this.#clicked(gesture, at)
    else finish(this, gesture, at)
  }

  #clicked(press: GestureOf<'press'>, at: Point): void {
    if (press.held) {
      this.#openMenu(press.hit, at)
      return
    }
    const next = click(this, press, at)
    if (next) this.#to(next)
    else if (this.#isTouch) this.#tapped(press.hit, at)
  }

  #tapped(hit: Hit, at: Point): void {
    const twice = Date.now() - this.#lastTap < DOUBLE_TAP_MS
    this.#lastTap = Date.now()
    if (twice && (window.innerWidth >= PHONE_BELOW || hit.on === 'ground')) editAt(this, hit, at)
  }

  #double(event: MouseEvent): void {
    if (this.#isTouch) return
    const at = this.stage.toBoard(event.clientX, event.clientY)
    editAt(this, this.hit(at), at)
  }

  #menu(event: MouseEvent): void {
    event.preventDefault()
    if (this.#isTouch || this.#gesture.kind !== 'rest') return
    this.#screen = { x: event.clientX, y: event.clientY }
    this.#last = this.stage.toBoard(event.clientX, event.clientY)
    this.#openMenu(this.hit(this.#last), this.#last)
  }

  #openMenu(hit: Hit, at: Point): void {
    const { left, top } = this.#root.getBoundingClientRect()
    openMenu(hit, at, { x: this.#screen.x - left, y: this.#screen.y - top })
  }
}

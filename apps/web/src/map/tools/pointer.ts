import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PHONE_BELOW } from '../../ui/use-phone.ts'
import { contains, type Point } from '../geometry/box.ts'
import { useMapState } from '../map-state.ts'
import type { Hit } from '../scene/hit.ts'
import type { Stage } from '../stage/stage.ts'
import { AT_REST, type Gesture, type GestureOf, LONG_PRESS_MS, TREMBLE } from './gesture.ts'
import { beginDrag } from './gestures/begin.ts'
import { click, editAt } from './gestures/click.ts'
import { finishDraw } from './gestures/draw.ts'
import { cursorFor, isSameHit } from './gestures/hover.ts'
import { aimLink, aimReattach, beginLink, finishLink, finishReattach } from './gestures/link.ts'
import { spanMarquee } from './gestures/marquee.ts'
import { openMenu } from './gestures/menu.ts'
import { carry, dropMove, giveUpMove } from './gestures/move.ts'
import { dropResize, giveUpResize, stretch } from './gestures/resize.ts'
import type { Hand } from './hand.ts'
import { listen } from './listen.ts'

/** ms within which a second tap is one with the first. */
const DOUBLE_TAP_MS = 320

/** One hand over the map: hears the pointer and moves the gesture on, from one state of the union to the next. */
export class Pointer implements Hand {
  readonly stage: Stage
  readonly session: BoardSession
  /** space is held: the left button pans */
  hand = false
  readonly #root: HTMLElement
  readonly #stop: () => void
  #gesture: Gesture = AT_REST
  #last: Point = { x: 0, y: 0 }
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
      isHolding: () => this.#isTouch && this.#gesture.kind !== 'rest' && this.#gesture.kind !== 'press',
    })
  }

  close(): void {
    this.cancel()
    this.#stop()
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
    if (gesture.kind === 'move') giveUpMove(this, gesture)
    if (gesture.kind === 'resize') giveUpResize(this, gesture)
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
    return this.stage.hit(at, selected, arrow, this.#isTouch)
  }

  #to(gesture: Gesture): void {
    this.#gesture = gesture
    this.#root.dataset.gestureKind = gesture.kind
    if (gesture.kind !== 'rest') this.#root.style.cursor = ''
    this.stage.touchOverlay()
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.hand) return
    if (event.pointerType === 'touch' && !event.isPrimary) {
      this.cancel()
      return
    }
    this.#isTouch = event.pointerType === 'touch'
    this.#pointer = event.pointerId
    blurField()
    useMapState.getState().set({ menu: null })
    const at = this.stage.toBoard(event.clientX, event.clientY)
    this.#last = at
    // the other end is chosen when the button comes up: a field opened before would lose the focus again
    if (this.#gesture.kind === 'link') return
    const screen = { x: event.clientX, y: event.clientY }
    const { shiftKey: shift, altKey: alt } = event
    this.#to({ kind: 'press', hit: this.hit(at), at, screen, shift, alt })
    if (this.#isTouch) {
      clearTimeout(this.#longPress)
      this.#longPress = setTimeout(() => this.#takeHold(), LONG_PRESS_MS)
    }
  }

  // a still finger takes hold of what is under it
  #takeHold(): void {
    if (this.#gesture.kind !== 'press') return
    const { hit, at } = this.#gesture
    if ((hit.on === 'item' || hit.on === 'inside') && this.session.mayWrite()) {
      useBoardUi.getState().select([hit.id])
      navigator.vibrate?.(8)
      this.#to(beginDrag(this, this.#gesture, at, performance.now()))
    }
  }

  #move(event: PointerEvent): void {
    const at = this.stage.toBoard(event.clientX, event.clientY)
    this.#last = at
    if (!this.#isTouch) this.session.people.show({ cursor: at })
    if (this.#gesture.kind === 'rest') this.#hover(at)
    else this.#to(this.#moved(this.#gesture, at, event))
  }

  #moved(gesture: Exclude<Gesture, { kind: 'rest' }>, at: Point, event: PointerEvent): Gesture {
    switch (gesture.kind) {
      case 'press':
        return this.#trembled(gesture, at, event)
      case 'move':
        return carry(this, gesture, at, event)
      case 'marquee':
        return spanMarquee(this, gesture, at)
      case 'resize':
        return stretch(this, gesture, at, event)
      case 'draw':
        return { ...gesture, to: at }
      case 'link':
        return aimLink(this, gesture, at)
      case 'reattach':
        return aimReattach(this, gesture, at)
    }
  }

  #trembled(press: GestureOf<'press'>, at: Point, event: PointerEvent): Gesture {
    const way = Math.hypot(event.clientX - press.screen.x, event.clientY - press.screen.y)
    if (way <= TREMBLE) return press
    clearTimeout(this.#longPress)
    // a moving finger pans
    if (this.#isTouch && press.hit.on !== 'knob' && press.hit.on !== 'handle') return AT_REST
    this.#capture(event)
    return beginDrag(this, press, at, event.timeStamp)
  }

  #capture(event: PointerEvent): void {
    try {
      this.#root.setPointerCapture(event.pointerId)
    } catch {
      // the pointer is gone already
    }
  }

  #hover(at: Point): void {
    const hover = this.hit(at)
    if (this.#gesture.kind === 'rest' && !isSameHit(this.#gesture.hover, hover)) {
      this.#gesture = { kind: 'rest', hover }
      this.stage.touchOverlay()
    }
    this.#root.style.cursor = cursorFor(hover, this.hand)
  }

  #leave(): void {
    if (this.#gesture.kind === 'rest') this.session.people.show({ cursor: null })
  }

  #up(event: PointerEvent): void {
    const gesture = this.#gesture
    if (gesture.kind === 'rest') return
    if (event.pointerId !== this.#pointer && gesture.kind !== 'press') return
    clearTimeout(this.#longPress)
    const at = this.stage.toBoard(event.clientX, event.clientY)
    this.#to(AT_REST)
    this.#rested(gesture, at)
  }

  #rested(gesture: Exclude<Gesture, { kind: 'rest' }>, at: Point): void {
    switch (gesture.kind) {
      case 'press': {
        const next = click(this, gesture, at)
        if (next) this.#to(next)
        else if (this.#isTouch) this.#tapped(gesture.hit, at)
        return
      }
      case 'move':
        dropMove(this, gesture)
        return
      case 'marquee':
        return
      case 'resize':
        dropResize(this, gesture)
        return
      case 'draw':
        finishDraw(this, gesture, at)
        return
      case 'link':
        finishLink(this, gesture, at)
        return
      case 'reattach':
        finishReattach(this, gesture, at)
    }
  }

  #tapped(hit: Hit, at: Point): void {
    const twice = Date.now() - this.#lastTap < DOUBLE_TAP_MS
    this.#lastTap = Date.now()
    if (twice && (window.innerWidth >= PHONE_BELOW || hit.on === 'ground')) editAt(this, hit, at)
  }

  #double(event: MouseEvent): void {
    const at = this.stage.toBoard(event.clientX, event.clientY)
    editAt(this, this.hit(at), at)
  }

  #menu(event: MouseEvent): void {
    event.preventDefault()
    if (this.#isTouch) return
    const at = this.stage.toBoard(event.clientX, event.clientY)
    const { left, top } = this.#root.getBoundingClientRect()
    openMenu(this.hit(at), at, { x: event.clientX - left, y: event.clientY - top })
  }
}

// a field of the map or the panel that is open takes what was typed
function blurField(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && (field.matches('input, textarea') || field.isContentEditable))
    field.blur()
}

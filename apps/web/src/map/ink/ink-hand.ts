import type { LayerName, StrokeId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { Point } from '../geometry/box.ts'
import { useMapState } from '../map-state.ts'
import type { Stage } from '../stage/stage.ts'
import { blurField } from '../tools/blur-field.ts'
import { capture } from '../tools/capture.ts'
import type { Pointer } from '../tools/pointer.ts'
import { type InkMode, useInk } from './ink-state.ts'
import { Line } from './line.ts'
import { seenByOthers, toldAt } from './preview.ts'
import { Trail } from './trail.ts'
import { Wet } from './wet.ts'

/** Pixels round the pointer that an eraser reaches. */
const ERASER = 9
/** The button of a pen's other end. */
const OTHER_END = 5

type Doing =
  | { readonly mode: 'pen' | 'highlighter'; readonly line: Line; readonly layer: LayerName }
  | { readonly mode: 'eraser'; readonly ids: Set<StrokeId>; last: Point }
  | { readonly mode: 'laser' }

/**
 * The hand that draws. While the Pen tool is taken it hears the pointer before anything else on the map does; a line is shown as it
 * grows, here and to others, and becomes one write when the hand lifts.
 */
export class InkHand {
  readonly trail = new Trail()
  readonly wet = new Wet()
  /** the view is being pulled along */
  isPanning = false
  readonly #root: HTMLElement
  readonly #stage: Stage
  readonly #session: BoardSession
  readonly #pointer: Pointer
  readonly #ended = new AbortController()
  #doing: Doing | null = null
  #id = -1
  #isTouch = false

  constructor(root: HTMLElement, stage: Stage, session: BoardSession, pointer: Pointer) {
    this.#root = root
    this.#stage = stage
    this.#session = session
    this.#pointer = pointer
    const { signal } = this.#ended
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      hear: (event: HTMLElementEventMap[K]) => boolean,
    ): void =>
      root.addEventListener(
        name,
        (event) => {
          if (!hear(event)) return
          event.stopImmediatePropagation()
          if (event.cancelable) event.preventDefault()
        },
        { signal, capture: true, passive: false },
      )
    on('pointerdown', (event) => this.#down(event))
    on('pointermove', (event) => this.#move(event))
    on('pointerup', (event) => this.#up(event))
    on('pointercancel', (event) => event.pointerId === this.#id && this.cancel())
    on('dblclick', (event) => this.#isTaken() && !isOver(event))
    on('touchstart', () => this.#doing !== null && this.#isTouch)
    on('touchmove', () => this.#doing !== null && this.#isTouch)
  }

  close(): void {
    this.cancel()
    this.#ended.abort()
  }

  get doing(): Doing | null {
    return this.#doing
  }

  /** As if it had not begun; false when nothing had. */
  cancel(): boolean {
    if (!this.#doing) return false
    this.#rest()
    return true
  }

  #isTaken(): boolean {
    return useBoardUi.getState().tool === 'pen' && this.#session.mayWrite() && !this.isPanning
  }

  #down(event: PointerEvent): boolean {
    const isTouch = event.pointerType === 'touch'
    // two fingers move the view, whatever the first had begun
    if (this.#doing) {
      if (isTouch && this.#isTouch) this.cancel()
      return false
    }
    const { pens } = this.#pointer
    if (!this.#isTaken() || isOver(event) || (event.button !== 0 && event.button !== OTHER_END)) return false
    if (isTouch && (!event.isPrimary || pens.isKnown || pens.isWriting(event.timeStamp))) return false
    pens.hear('down', event.pointerType, event.timeStamp)
    blurField()
    useMapState.getState().set({ menu: null })
    useBoardUi.getState().select([])
    this.#id = event.pointerId
    this.#isTouch = isTouch
    this.#doing = this.#begun(event.button === OTHER_END ? 'eraser' : useInk.getState().mode, event)
    capture(this.#root, event.pointerId)
    useBoardUi.getState().set({ busy: true })
    this.#root.dataset.gestureKind = 'ink'
    this.#advance(event)
    return true
  }

  #begun(mode: InkMode, event: PointerEvent): Doing {
    if (mode === 'laser') return { mode }
    if (mode === 'eraser') return { mode, ids: new Set(), last: this.#at(event) }
    const { colour, width, onlyMe } = useInk.getState()
    const look = { kind: mode, colour: colour[mode], width: width[mode] } as const
    const line = new Line(look, event.pointerType === 'pen', this.#stage.view.zoom)
    return { mode, line, layer: onlyMe && this.#session.layer('own') ? 'own' : 'common' }
  }

  #move(event: PointerEvent): boolean {
    if (!this.#doing || event.pointerId !== this.#id) return false
    this.#advance(event)
    return true
  }

  #up(event: PointerEvent): boolean {
    if (!this.#doing || event.pointerId !== this.#id) return false
    this.#pointer.pens.hear('up', event.pointerType, event.timeStamp)
    const doing = this.#doing
    if (doing.mode === 'eraser') this.#erase(doing.ids)
    else if (doing.mode !== 'laser') this.#draw(doing.line, doing.layer)
    this.#rest()
    return true
  }

  #advance(event: PointerEvent): void {
    const doing = this.#doing
    const { people } = this.#session
    const at = this.#at(event)
    const { zoom } = this.#stage.view
    switch (doing?.mode) {
      case 'pen':
      case 'highlighter': {
        if (event.shiftKey) doing.line.straightTo(at)
        else this.#follow(doing.line, event)
        people.show(seenByOthers(doing.layer, at, doing.line.shape, zoom))
        break
      }
      case 'eraser': {
        const before = doing.ids.size
        for (const one of [...coalesced(event), event]) this.#pass(doing, this.#at(one))
        if (doing.ids.size > before) this.#stage.ink.fade(new Set(doing.ids))
        people.show({ cursor: at })
        break
      }
      case 'laser':
        for (const one of coalesced(event)) this.trail.add(this.#at(one), performance.now())
        people.show({ cursor: at, ink: this.trail.told(toldAt(zoom)) })
    }
    this.#stage.touchOverlay()
  }

  #follow(line: Line, event: PointerEvent): void {
    for (const one of coalesced(event)) line.add(this.#at(one), one.pressure)
    const next = event.getPredictedEvents?.().at(-1)
    line.expect(next ? this.#at(next) : null)
  }

  #pass(doing: Extract<Doing, { mode: 'eraser' }>, to: Point): void {
    const { scene } = this.#stage.ink
    for (const id of scene.crossed(doing.last, to, ERASER / this.#stage.view.zoom)) doing.ids.add(id)
    doing.last = to
  }

  #draw(line: Line, layer: LayerName): void {
    const { shape } = line
    if (shape.points.length === 0) return
    const id = this.#session.makeId()
    if (this.#session.do([{ do: 'ink', id, layer, ...shape }]).ok) this.wet.add(id as StrokeId, shape)
  }

  #erase(all: ReadonlySet<StrokeId>): void {
    const { strokes } = this.#session.live.snapshot
    const ids = [...all].filter((id) => strokes.has(id))
    if (ids.length > 0) this.#session.do([{ do: 'erase', ids }])
  }

  #rest(): void {
    const mode = this.#doing?.mode
    this.#doing = null
    this.#id = -1
    this.trail.lift()
    if (mode === 'eraser') this.#stage.ink.fade(new Set())
    if (mode !== 'eraser') this.#session.people.show({ ink: null })
    this.#root.dataset.gestureKind = 'rest'
    useBoardUi.getState().set({ busy: false })
    this.#stage.touchOverlay()
  }

  #at(event: PointerEvent): Point {
    return this.#stage.toBoard(event.clientX, event.clientY)
  }
}

/** All the places where the pointer has been since it was last heard of, this one included. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  const all = event.getCoalescedEvents?.() ?? []
  return all.length > 0 ? all : [event]
}

function isOver(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-over-map]') !== null
}

import type { Stroke, StrokeId } from '@second-story/board'
import { THEMES, type ThemeName } from '@second-story/picture'
import { Bitmaps } from '../canvas/bitmaps.ts'
import type { View } from '../flow/flow-port.ts'
import type { Box, Point } from '../geometry/box.ts'
import type { Hit } from '../scene/hit.ts'
import { InkScene } from './ink-scene.ts'
import { type InkFrame, paintInk } from './paint-ink.ts'

/** What ink has to know of the map that it lies on. */
export interface InkGround {
  view(): View
  theme(): ThemeName
  /** asks for a frame */
  ask(): void
  /** asks for one in which the ground of the map is drawn again */
  askUnder(): void
}

/** ms at rest after which what was only scaled is drawn as it should be. */
const REST_MS = 120

/**
 * The strokes on the map: highlighters with its ground, pens on a canvas of their own over everything. That canvas is shifted and
 * scaled while the view moves and drawn again only when strokes changed or the view has left it: thousands that lie still cost nothing.
 */
export class InkLayer {
  readonly scene = new InkScene()
  readonly #ground: InkGround
  readonly #host: HTMLElement
  readonly #bitmaps: Bitmaps<'ink'>
  #isStale = true
  #resting: ReturnType<typeof setTimeout> | undefined
  /** how often the canvas was drawn: what tests count */
  #drawn = 0

  constructor(root: HTMLElement, ground: InkGround) {
    this.#ground = ground
    this.#host = document.createElement('div')
    this.#host.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none;z-index:3'
    this.#host.style.transition = 'opacity var(--calm) var(--ease)'
    this.#host.hidden = true
    root.append(this.#host)
    this.#bitmaps = new Bitmaps(this.#host, ['ink'])
  }

  close(): void {
    clearTimeout(this.#resting)
    this.#host.remove()
  }

  get drawn(): number {
    return this.#drawn
  }

  take(strokes: ReadonlyMap<StrokeId, Stroke>): void {
    if (!this.scene.take(strokes)) return
    this.#host.hidden = this.scene.list.every(({ kind }) => kind !== 'pen')
    this.touch()
  }

  boxes(): readonly Box[] {
    return this.scene.list.map(({ box }) => box)
  }

  /** What is under a point, ink counted in: a pen's line lies over things, a highlighter's under all that is no ground. */
  over(hit: Hit, at: Point, reach: number): Hit {
    if (hit.on === 'handle' || hit.on === 'knob' || hit.on === 'end') return hit
    const pen = this.scene.at(at, reach, 'pen')
    if (pen) return { on: 'stroke', id: pen }
    const marked = hit.on === 'ground' || hit.on === 'inside' ? this.scene.at(at, 0, 'highlighter') : null
    return marked ? { on: 'stroke', id: marked } : hit
  }

  /** How bright it is while other things are lit. */
  dim(opacity: number): void {
    this.#host.style.opacity = String(opacity)
  }

  /** Shows strokes elsewhere while a hand carries them; the overlay draws them. */
  hold(ids: ReadonlySet<StrokeId>, by: Point): void {
    const isSame = ids === this.scene.held
    this.scene.hold(ids, by)
    if (isSame) this.#ground.ask()
    else this.touch()
  }

  release(): void {
    this.scene.release()
    this.touch()
  }

  /** An eraser has passed over these. */
  fade(ids: ReadonlySet<StrokeId>): void {
    this.scene.fade(ids)
    this.touch()
  }

  touch(): void {
    this.#isStale = true
    this.#ground.ask()
  }

  resize(w: number, h: number, pixels: number): void {
    this.#bitmaps.resize(w, h, pixels)
    this.touch()
  }

  onView(view: View): void {
    const state = this.#bitmaps.shift(view)
    clearTimeout(this.#resting)
    if (state === 'torn') this.touch()
    if (state === 'coarse') this.#resting = setTimeout(() => this.touch(), REST_MS)
  }

  /** Once a frame; draws when something is stale. */
  frame(): void {
    if (this.#host.hidden) return
    const view = this.#ground.view()
    if (!this.#isStale && this.#bitmaps.shift(view) !== 'torn') return
    this.#isStale = false
    this.#drawn++
    this.#bitmaps.settle(view)
    const { context, area, zoom } = this.#bitmaps.begin('ink')
    const theme = THEMES[this.#ground.theme()]
    if (paintInk({ context, area, zoom, theme }, 'pen', this.scene)) this.touch()
  }

  /** The highlighters, under arrows and cards. */
  paintUnder(frame: InkFrame, opacity: number): void {
    if (paintInk(frame, 'highlighter', this.scene, opacity)) this.#ground.askUnder()
  }
}

import type { BoardChange, BoardSnapshot, ItemId } from '@second-story/board'
import { paintDrawing, THEMES, type ThemeName } from '@second-story/picture'
import { Bitmaps } from '../canvas/bitmaps.ts'
import { FAR_ZOOM, paintFar, paintFarArrows } from '../canvas/paint-far.ts'
import { Gallery } from '../drawing/gallery.ts'
import type { FlowPort, Mount, View } from '../flow/flow-port.ts'
import { around, type Box, overlaps, type Point } from '../geometry/box.ts'
import { areaOf } from '../scene/area.ts'
import { type Hit, hitAt } from '../scene/hit.ts'
import { isShown, type Lit, litBy } from '../scene/neighbours.ts'
import { type Hold, Scene, type SceneArrow, type SceneItem } from '../scene/scene.ts'
import { Mounted } from './mounted.ts'

type Layer = 'ground' | 'still' | 'lit' | 'moving'
const DIM = 0.3
const FADE_MS = 220

/**
 * The map outside React: holds the scene and keeps what is drawn (canvas) and what is mounted (React Flow) in step
 * with it, once a frame. Everything that changes calls `touch…`; nothing draws at once.
 */
export class Stage {
  readonly scene = new Scene()
  readonly gallery = new Gallery(this.scene)
  /** the elements of mounted items, moved directly while they are held */
  readonly elements = new Map<ItemId, HTMLElement>()
  /** the map became larger or smaller (a panel opened) */
  onResize: (() => void) | null = null
  /** this person pans or zooms by hand */
  onOwnGesture: (() => void) | null = null
  readonly #bitmaps: Bitmaps
  readonly #root: HTMLElement
  readonly #port: FlowPort
  readonly #mounted: Mounted
  readonly #heard = new Set<() => void>()
  readonly #stale = new Set<Layer>()
  readonly #stops: (() => void)[] = []
  #moving = new Set<SceneItem>()
  #lit: Lit | null = null
  #litUntil: ReturnType<typeof setTimeout> | undefined
  #shown: 'system' | 'both' | 'factors' = 'both'
  #theme: ThemeName = 'light'
  #gesture = false
  #mountedMore = false
  #far = false
  #asked = 0
  #coarse: ReturnType<typeof setTimeout> | undefined
  #fade: { readonly from: number } | null = null
  #firstView = true

  constructor(root: HTMLElement, under: HTMLElement, port: FlowPort) {
    this.#root = root
    this.#port = port
    this.#bitmaps = new Bitmaps(under)
    this.#mounted = new Mounted(this.scene, this.gallery)
    const still = this.#bitmaps.canvas('still')
    still.style.transition = 'opacity var(--calm) var(--ease)'
    this.#stops.push(port.onView((view) => this.#onView(view)))
    const observer = new ResizeObserver(() => this.#resize())
    observer.observe(root)
    this.#stops.push(() => observer.disconnect())
    this.#resize()
    void document.fonts.ready.then(() => this.touchAll())
  }

  close(): void {
    for (const stop of this.#stops) stop()
    cancelAnimationFrame(this.#asked)
    clearTimeout(this.#coarse)
    clearTimeout(this.#litUntil)
    this.#bitmaps.canvas('still').parentElement?.remove()
  }

  get view(): View {
    return this.#port.view()
  }

  get theme(): ThemeName {
    return this.#theme
  }

  get lit(): Lit | null {
    return this.#lit
  }

  /** something is under a hand */
  get isHeld(): boolean {
    return this.#moving.size > 0
  }

  get isFar(): boolean {
    return this.#far
  }

  /** Hears after each drawn frame (the overlay and what stands over the map follow). */
  onFrame(heard: () => void): () => void {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  take(board: BoardSnapshot, change: BoardChange | null): void {
    const touched = this.scene.take(board, change)
    this.gallery.forget(touched)
    for (const id of touched) this.#mounted.renew(id)
    this.touchAll()
  }

  /** Takes these items over at once, ahead of the frame in which the board tells its changes. */
  catchUp(board: BoardSnapshot, ids: readonly ItemId[]): void {
    const items = new Set(ids)
    for (const id of ids) for (const one of this.scene.inside(id)) items.add(one.id)
    this.scene.take(board, { items, relations: new Set(), conduct: false, prose: false })
  }

  setTheme(theme: ThemeName): void {
    this.#theme = theme
    this.touchAll()
  }

  setShown(shown: 'system' | 'both' | 'factors'): void {
    this.#shown = shown
    this.#brighten()
    this.touchAll()
  }

  setStartUpOrder(on: boolean): void {
    this.scene.showQuiet(on)
    this.#root.toggleAttribute('data-start-up-order', on)
    this.touchAll()
  }

  select(items: ReadonlySet<ItemId>, relations: Lit['relations']): void {
    this.light(litBy(this.scene.board, items, relations))
  }

  /** What stays bright; null: everything. */
  light(lit: Lit | null): void {
    const had = this.#lit !== null
    this.#lit = lit
    clearTimeout(this.#litUntil)
    const still = this.#bitmaps.canvas('still')
    still.style.opacity = lit ? String(DIM) : '1'
    if (had !== (lit !== null)) this.#fade = { from: performance.now() }
    this.#brighten()
    this.#touch('ground', 'lit', 'still', 'moving')
  }

  /** Shows things under a hand (mine or another's), at the pace of frames; React Flow is told when they rest. */
  hold(holds: ReadonlyMap<ItemId, Hold>): void {
    const moved = this.scene.hold(holds)
    let container = false
    for (const one of moved) {
      container ||= one.container
      if (!this.#moving.has(one)) {
        this.#moving.add(one)
        this.#touch('still', 'lit')
      }
      const element = this.elements.get(one.id)?.parentElement
      if (element) element.style.transform = `translate(${one.x}px,${one.y}px)`
    }
    this.gallery.moved(this.#moving)
    this.#touch('moving')
    if (container) this.#touch('ground')
  }

  release(ids: Iterable<ItemId>): void {
    const back = this.scene.release(ids)
    for (const one of back) {
      this.#moving.delete(one)
      const element = this.elements.get(one.id)?.parentElement
      if (element) element.style.transform = `translate(${one.x}px,${one.y}px)`
      this.#mounted.renew(one.id)
    }
    if (this.#moving.size === 0) this.gallery.rest()
    else this.gallery.moved(this.#moving)
    this.touchAll()
  }

  setGesture(on: boolean): void {
    this.#gesture = on
    this.#root.toggleAttribute('data-gesture', on)
    if (!on) this.#ask()
  }

  touchAll(): void {
    this.#touch('ground', 'still', 'lit', 'moving')
  }

  /** Only what lies over the map changed (marquee, guides, cursor). */
  touchOverlay(): void {
    this.#ask()
  }

  toBoard(clientX: number, clientY: number): Point {
    const rect = this.#root.getBoundingClientRect()
    const { x, y, zoom } = this.view
    return { x: (clientX - rect.left - x) / zoom, y: (clientY - rect.top - y) / zoom }
  }

  /** In pixels from the corner of the map. */
  toScreen(point: Point): Point {
    const { x, y, zoom } = this.view
    return { x: point.x * zoom + x, y: point.y * zoom + y }
  }

  size(): { readonly w: number; readonly h: number } {
    return { w: this.#root.clientWidth, h: this.#root.clientHeight }
  }

  /** The part of the board in view. */
  area(): Box {
    const { x, y, zoom } = this.view
    const { w, h } = this.size()
    return { x: -x / zoom, y: -y / zoom, w: w / zoom, h: h / zoom }
  }

  bounds(ids?: Iterable<ItemId>): Box | null {
    if (!ids) return around(this.scene.items.values())
    return around([...ids].flatMap((id) => this.scene.items.get(id) ?? []))
  }

  look(view: View, ms = 0): void {
    this.#port.look(view, matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms)
  }

  hit(at: Point, selected: SceneItem | null, arrow: SceneArrow['id'] | null, touch: boolean): Hit {
    return hitAt(this.scene, this.gallery, at, { zoom: this.view.zoom, selected, arrow, touch })
  }

  isLit(id: ItemId): boolean {
    return this.#lit?.items.has(id) ?? true
  }

  /** A mounted item tells its element, and what it should look like. */
  meet(id: ItemId, element: HTMLElement | null): void {
    if (!element) {
      this.elements.delete(id)
      return
    }
    this.elements.set(id, element)
    this.#dress(id, element)
  }

  #brighten(): void {
    for (const [id, element] of this.elements) this.#dress(id, element)
  }

  #dress(id: ItemId, element: HTMLElement): void {
    element.toggleAttribute('data-dim', this.#alpha(id) < 1)
  }

  #alpha(id: ItemId): number {
    if (this.#lit) return this.#lit.items.has(id) ? 1 : DIM
    const one = this.scene.items.get(id)
    return one && !isShown(areaOf(one.item), this.#shown) ? DIM : 1
  }

  #onView(view: View): void {
    const state = this.#bitmaps.shift(view)
    const far = view.zoom < FAR_ZOOM
    if (far !== this.#far) {
      this.#far = far
      this.#root.toggleAttribute('data-far', far)
      this.touchAll()
    } else if (state === 'torn') this.touchAll()
    clearTimeout(this.#coarse)
    if (state === 'coarse') this.#coarse = setTimeout(() => this.touchAll(), 120)
    this.#ask()
    if (this.#firstView) {
      this.#firstView = false
      this.touchAll()
    }
  }

  #resize(): void {
    const { w, h } = this.size()
    if (w === 0 || h === 0) return
    this.#bitmaps.resize(w, h, Math.min(2, window.devicePixelRatio || 1))
    this.touchAll()
    this.onResize?.()
  }

  #touch(...layers: Layer[]): void {
    for (const layer of layers) this.#stale.add(layer)
    this.#ask()
  }

  #ask(): void {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0
      this.#frame()
    })
  }

  #frame(): void {
    // all four, or none: they are shown under one transform
    if (this.#stale.has('still')) {
      this.#bitmaps.settle(this.view)
      for (const layer of ['ground', 'lit', 'moving'] as const) this.#stale.add(layer)
    }
    const exact = this.#bitmaps.shift(this.view)
    if (exact === 'torn') {
      this.#bitmaps.settle(this.view)
      for (const layer of ['ground', 'still', 'lit', 'moving'] as const) this.#stale.add(layer)
    }
    if (!this.#gesture && this.#hydrate())
      for (const layer of ['still', 'lit'] as const) this.#stale.add(layer)
    const todo = [...this.#stale]
    this.#stale.clear()
    for (const layer of todo) this.#draw(layer)
    if (this.#fade) {
      if (performance.now() - this.#fade.from > FADE_MS) this.#fade = null
      this.#touch('ground')
    }
    for (const heard of [...this.#heard]) heard()
  }

  #hydrate(): boolean {
    const moving = this.#moving
    const { list, more } = this.#mounted.step(this.#far ? null : this.area(), (one) => moving.has(one))
    if (list) this.#port.mount(list as readonly Mount[])
    this.#mountedMore ||= list !== null
    if (more) {
      this.#ask()
      return false
    }
    const changed = this.#mountedMore
    this.#mountedMore = false
    return changed
  }

  #draw(layer: Layer): void {
    const { context, area, zoom } = this.#bitmaps.begin(layer)
    switch (layer) {
      case 'ground':
        for (const one of this.scene.painted()) {
          if (!one.container) break
          if (!overlaps(one, area)) continue
          context.globalAlpha = this.#faded(one.id)
          this.#paint(context, one, zoom)
        }
        return
      case 'still':
        this.#arrows(context, area, zoom, (one) => !this.#isMoving(one) && !this.#isLitArrow(one))
        this.#boxes(context, area, zoom, (one) => !this.#moving.has(one) && !this.#isLitItem(one))
        return
      case 'lit':
        if (!this.#lit) return
        this.#arrows(context, area, zoom, (one) => !this.#isMoving(one) && this.#isLitArrow(one))
        this.#boxes(context, area, zoom, (one) => !this.#moving.has(one) && this.#isLitItem(one))
        return
      case 'moving':
        if (this.#moving.size === 0) return
        this.#arrows(context, area, zoom, (one) => this.#isMoving(one))
        this.#boxes(context, area, zoom, (one) => this.#moving.has(one))
    }
  }

  #arrows(
    context: CanvasRenderingContext2D,
    area: Box,
    zoom: number,
    of: (one: SceneArrow) => boolean,
  ): void {
    const far = new Map<string, (readonly number[])[]>()
    const theme = THEMES[this.#theme]
    for (const one of this.scene.arrows.values()) {
      if (!of(one) || !isNear(one, area)) continue
      const lit = this.#isLitArrow(one)
      const arrow = this.gallery.arrow(one, lit)
      if (!overlaps(arrow.box, area)) continue
      const alpha = this.#lit ? 1 : Math.min(this.#alpha(one.from.id), this.#alpha(one.to.id))
      if (this.#far && alpha === 1) {
        const first = arrow.marks[0]
        const colour = theme[first?.mark === 'path' ? (first.stroke ?? 'arrow') : 'arrow']
        const list = far.get(colour)
        if (list) list.push(arrow.points)
        else far.set(colour, [arrow.points])
        continue
      }
      context.globalAlpha = alpha
      paintDrawing(context, arrow, theme)
    }
    context.globalAlpha = 1
    for (const [colour, list] of far) paintFarArrows(context, list, colour, Math.max(1.4, 0.5 / zoom))
  }

  #boxes(context: CanvasRenderingContext2D, area: Box, zoom: number, of: (one: SceneItem) => boolean): void {
    for (const one of this.scene.painted()) {
      if (one.container || !of(one) || !overlaps(one, area)) continue
      if (!this.#far && this.#mounted.has(one.id)) continue
      context.globalAlpha = this.#lit ? 1 : this.#alpha(one.id)
      this.#paint(context, one, zoom)
    }
    context.globalAlpha = 1
  }

  #paint(context: CanvasRenderingContext2D, one: SceneItem, zoom: number): void {
    const drawing = this.gallery.drawing(one)
    context.save()
    context.translate(one.x, one.y)
    if (zoom < FAR_ZOOM && !one.container) paintFar(context, drawing, THEMES[this.#theme], zoom)
    else paintDrawing(context, drawing, THEMES[this.#theme])
    context.restore()
  }

  // containers are painted, not composited: their fade is drawn
  #faded(id: ItemId): number {
    const target = this.#alpha(id)
    if (!this.#fade || (this.#lit !== null && target === 1)) return target
    const t = Math.min(1, (performance.now() - this.#fade.from) / FADE_MS)
    const before = this.#lit ? 1 : DIM
    return before + ((this.#lit ? target : 1) - before) * t
  }

  #isMoving(one: SceneArrow): boolean {
    return this.#moving.has(one.from) || this.#moving.has(one.to)
  }

  #isLitArrow(one: SceneArrow): boolean {
    return this.#lit?.relations.has(one.id) ?? false
  }

  #isLitItem(one: SceneItem): boolean {
    return this.#lit?.items.has(one.id) ?? false
  }
}

/** Room that an arrow may take beyond its two ends, in canvas units: elbows, loops, words. */
const SLACK = 160

function isNear({ from, to }: SceneArrow, area: Box): boolean {
  return (
    Math.min(from.x, to.x) - SLACK < area.x + area.w &&
    Math.max(from.x + from.w, to.x + to.w) + SLACK > area.x &&
    Math.min(from.y, to.y) - SLACK < area.y + area.h &&
    Math.max(from.y + from.h, to.y + to.h) + SLACK > area.y
  )
}

import { type BoardChange, type BoardSnapshot, type ItemId, shownVote } from '@second-story/board'
import { THEMES, type ThemeName, type Tint } from '@second-story/picture'
import { BITMAPS, type BitmapName, Bitmaps } from '../canvas/bitmaps.ts'
import { FAR_ZOOM } from '../canvas/paint-far.ts'
import { Gallery } from '../drawing/gallery.ts'
import type { FlowPort, Mount, View } from '../flow/flow-port.ts'
import { around, type Box, type Point } from '../geometry/box.ts'
import { InkLayer } from '../ink/ink-layer.ts'
import { type Hit, type HitLook, hitAt } from '../scene/hit.ts'
import { type Lit, litBy } from '../scene/neighbours.ts'
import { type Hold, Scene, type SceneItem } from '../scene/scene.ts'
import type { Hides } from '../show/choice.ts'
import { Elements } from './elements.ts'
import { Frames } from './frames.ts'
import { FADE_MS, Light } from './light.ts'
import { Mounted } from './mounted.ts'
import { type Painted, paintBitmap } from './paint-bitmap.ts'

/**
 * The map outside React: holds the scene and keeps what is drawn (canvas) and what is mounted (React Flow) in step
 * with it, once a frame. Everything that changes calls `touch…`; nothing draws at once.
 */
export class Stage {
  readonly scene = new Scene()
  readonly gallery = new Gallery(this.scene)
  /** what is drawn by hand */
  readonly ink: InkLayer
  /** the map became larger or smaller (a panel opened) */
  onResize: (() => void) | null = null
  /** paints lines that are being drawn over the map; in pixels of the screen */
  overInk: ((context: CanvasRenderingContext2D, whoColour: (n: number) => string) => void) | null = null
  /** this person pans or zooms by hand */
  onOwnGesture: (() => void) | null = null
  readonly #bitmaps: Bitmaps
  readonly #root: HTMLElement
  readonly #port: FlowPort
  readonly #mounted: Mounted
  readonly #light: Light
  readonly #painted: Painted
  readonly #frames: Frames
  readonly #elements: Elements
  readonly #stops: (() => void)[] = []
  #moving = new Set<SceneItem>()
  #theme: ThemeName = 'light'
  #gesture = false
  #mountedMore = false
  #far = false
  #coarse: ReturnType<typeof setTimeout> | undefined
  #hiding: ReturnType<typeof setTimeout> | undefined
  #firstView = true
  /** dots of the vote that is shown, by id */
  #dots: Readonly<Record<string, number>> = {}

  constructor(root: HTMLElement, under: HTMLElement, port: FlowPort) {
    this.#root = root
    this.#port = port
    this.#bitmaps = new Bitmaps(under, BITMAPS)
    this.ink = new InkLayer(root, {
      view: () => this.view,
      theme: () => this.#theme,
      ask: () => this.#frames.ask(),
      askUnder: () => this.#frames.touch('ground'),
    })
    this.#mounted = new Mounted(this.scene, this.gallery)
    this.#light = new Light(this.scene)
    this.#elements = new Elements(this.#light)
    this.#painted = this.#asPainted()
    this.#frames = new Frames(this.#bitmaps, {
      view: () => this.view,
      hydrate: () => !this.#gesture && this.#hydrate(),
      draw: (name, now) => this.#draw(name, now),
      goesOn: (now) => this.#light.goesOn(now),
      passesOn: (now) => this.#light.passesOn(now),
    })
    this.#frames.onFrame(() => this.ink.frame())
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
    this.#frames.close()
    clearTimeout(this.#coarse)
    clearTimeout(this.#hiding)
    this.#bitmaps.canvas('still').parentElement?.remove()
    this.ink.close()
  }

  get view(): View {
    return this.#port.view()
  }

  get theme(): ThemeName {
    return this.#theme
  }

  get lit(): Lit | null {
    return this.#light.lit
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
    return this.#frames.onFrame(heard)
  }

  take(board: BoardSnapshot, change: BoardChange | null): void {
    const touched = this.scene.take(board, change)
    // the dots of a vote come and go with what everybody is told, not with the things that they stand on
    if (change === null || change.conduct) for (const id of this.#redotted(board)) touched.add(id)
    this.gallery.forget(touched)
    for (const id of touched) this.#mounted.renew(id)
    this.ink.take(board.strokes)
    this.touchAll()
  }

  /** What has dots now, or had them before, where that changed. */
  #redotted({ conduct, items }: BoardSnapshot): ItemId[] {
    const before = this.#dots
    this.#dots = shownVote(conduct)?.totals ?? {}
    if (JSON.stringify(before) === JSON.stringify(this.#dots)) return []
    const ids = new Set([...Object.keys(before), ...Object.keys(this.#dots)] as ItemId[])
    return [...ids].filter((id) => items.get(id)?.place)
  }

  /** Takes these items over at once, ahead of the frame in which the board tells its changes. */
  catchUp(board: BoardSnapshot, ids: readonly ItemId[]): void {
    const items = new Set(ids)
    for (const id of ids) for (const one of this.scene.inside(id)) items.add(one.id)
    this.scene.take(board, { items, relations: new Set(), strokes: new Set(), conduct: false, prose: false })
  }

  setTheme(theme: ThemeName): void {
    this.#theme = theme
    this.ink.touch()
    this.touchAll()
  }

  setShown(shown: 'system' | 'both' | 'factors'): void {
    this.#light.show(shown)
    this.#elements.dress()
    this.touchAll()
  }

  /** Hides and shows by choice. Nothing moves: what goes fades out first, what comes fades in. */
  hide(hides: Hides, fades: boolean): void {
    clearTimeout(this.#hiding)
    const quick = !fades || matchMedia('(prefers-reduced-motion: reduce)').matches
    const gone = new Set<string>()
    if (!quick) {
      for (const { id, item } of this.scene.items.values()) if (hides.item(item)) gone.add(id)
      for (const { id, relation } of this.scene.arrows.values()) if (hides.arrow(relation)) gone.add(id)
    }
    const settle = (): void => {
      const before = new Set<string>([...this.scene.items.keys(), ...this.scene.arrows.keys()])
      const touched = this.scene.hide(hides)
      this.gallery.forget(touched)
      for (const id of touched) this.#mounted.renew(id)
      const come = [...this.scene.items.keys(), ...this.scene.arrows.keys()].filter((id) => !before.has(id))
      this.#light.pass(new Set(quick ? [] : come), 'in', performance.now())
      this.#elements.dress()
      this.touchAll()
    }
    if (gone.size === 0) {
      settle()
      return
    }
    this.#light.pass(gone, 'out', performance.now())
    this.#elements.dress()
    this.touchAll()
    this.#hiding = setTimeout(settle, FADE_MS)
  }

  /** Shows components in the colours of their groups; null: in their own. */
  colour(tints: ReadonlyMap<ItemId, Tint> | null): void {
    const changed = this.gallery.colour(tints ?? new Map())
    if (changed.size === 0) return
    for (const id of changed) this.#mounted.renew(id)
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
    this.#light.set(lit, performance.now())
    const still = this.#bitmaps.canvas('still')
    still.style.opacity = String(this.#light.ofTheRest)
    this.ink.dim(this.#light.ofTheRest)
    this.#elements.dress()
    this.touchAll()
  }

  /** Shows things under a hand (mine or another's), at the pace of frames; React Flow is told when they rest. */
  hold(holds: ReadonlyMap<ItemId, Hold>): void {
    const moved = this.scene.hold(holds)
    let container = false
    for (const one of moved) {
      container ||= one.container
      if (!this.#moving.has(one)) {
        this.#moving.add(one)
        this.#frames.touch('still', 'lit')
      }
      this.#elements.move(one)
      if (holds.get(one.id)?.w !== undefined) this.#mounted.renew(one.id, true)
    }
    this.gallery.moved(this.#moving)
    this.#frames.touch('moving')
    if (container) this.#frames.touch('ground')
  }

  release(ids: Iterable<ItemId>): void {
    const back = this.scene.release(ids)
    for (const one of back) {
      this.#moving.delete(one)
      this.#elements.move(one)
      this.#mounted.renew(one.id)
    }
    if (this.#moving.size === 0) this.gallery.rest()
    else this.gallery.moved(this.#moving)
    this.touchAll()
  }

  setGesture(on: boolean): void {
    this.#gesture = on
    this.#root.toggleAttribute('data-gesture', on)
    if (!on) this.#frames.ask()
  }

  touchAll(): void {
    this.#frames.touch(...BITMAPS)
  }

  /** Only what lies over the map changed (marquee, guides, cursor). */
  touchOverlay(): void {
    this.#frames.ask()
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
    if (!ids) return around([...this.scene.items.values(), ...this.ink.boxes()])
    return around([...ids].flatMap((id) => this.scene.items.get(id) ?? []))
  }

  look(view: View, ms = 0): void {
    this.#port.look(view, matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms)
  }

  hit(at: Point, look: Omit<HitLook, 'zoom'>): Hit {
    const { zoom } = this.view
    return this.ink.over(
      hitAt(this.scene, this.gallery, at, { ...look, zoom }),
      at,
      (look.touch ? 12 : 4) / zoom,
    )
  }

  isLit(id: ItemId): boolean {
    return this.#light.lit?.items.has(id) ?? true
  }

  /** A mounted item tells its element, and what it should look like. */
  meet(id: ItemId, element: HTMLElement | null): void {
    this.#elements.meet(id, element)
  }

  #onView(view: View): void {
    const state = this.#bitmaps.shift(view)
    this.ink.onView(view)
    const far = view.zoom < FAR_ZOOM
    if (far !== this.#far) {
      this.#far = far
      this.#root.toggleAttribute('data-far', far)
      this.touchAll()
    } else if (state === 'torn') this.touchAll()
    clearTimeout(this.#coarse)
    if (state === 'coarse') this.#coarse = setTimeout(() => this.touchAll(), 120)
    this.#frames.ask()
    if (this.#firstView) {
      this.#firstView = false
      this.touchAll()
    }
  }

  #resize(): void {
    const { w, h } = this.size()
    if (w === 0 || h === 0) return
    this.#bitmaps.resize(w, h, Math.min(2, window.devicePixelRatio || 1))
    this.ink.resize(w, h, Math.min(2, window.devicePixelRatio || 1))
    this.touchAll()
    this.onResize?.()
  }

  #hydrate(): boolean {
    const moving = this.#moving
    const { list, more } = this.#mounted.step(this.#far ? null : this.area(), (one) => moving.has(one))
    if (list) this.#port.mount(list as readonly Mount[])
    this.#mountedMore ||= list !== null
    if (more) {
      this.#frames.ask()
      return false
    }
    const changed = this.#mountedMore
    this.#mountedMore = false
    return changed
  }

  #asPainted(): Painted {
    const stage = this
    return {
      scene: this.scene,
      gallery: this.gallery,
      light: this.#light,
      ink: this.ink,
      get moving() {
        return stage.#moving
      },
      get isFar() {
        return stage.#far
      },
      isMounted: (one) => this.#mounted.has(one.id),
    }
  }

  #draw(name: BitmapName, now: number): void {
    const { context, area, zoom } = this.#bitmaps.begin(name)
    paintBitmap(name, { context, area, zoom, theme: THEMES[this.#theme], now }, this.#painted)
  }
}

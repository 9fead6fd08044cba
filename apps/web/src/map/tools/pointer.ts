import { type ItemId, type ItemTypeName, isItemTypeName, itemType } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import { isConnectable } from '../../outline/connect-choices.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PHONE_BELOW } from '../../ui/use-phone.ts'
import { holderOf } from '../actions/adopt.ts'
import { linkCommands } from '../actions/link.ts'
import { makeAround } from '../actions/make-around.ts'
import { moveCommands, topsOf } from '../actions/move.ts'
import { draftOf, growingLink, WHAT_MADE_THAT_MAKE_SENSE } from '../actions/new-item.ts'
import { copyOf } from '../clipboard/copied.ts'
import { pasteCopied } from '../clipboard/paste.ts'
import { around, type Box, between, contains, encloses, overlaps, type Point } from '../geometry/box.ts'
import { cursorOf, resized } from '../geometry/resize.ts'
import { snap, snapBox } from '../geometry/snap.ts'
import { shareableDrag } from '../live/shareable.ts'
import { useMapState } from '../map-state.ts'
import { type Hit, itemAt } from '../scene/hit.ts'
import type { SceneItem } from '../scene/scene.ts'
import type { Stage } from '../stage/stage.ts'
import { AT_REST, type Gesture, LONG_PRESS_MS, TREMBLE } from './gesture.ts'

/** Turns what a pointer does over the map into selection, gestures and, when they end, commands. */
export class Pointer {
  readonly #stage: Stage
  readonly #session: BoardSession
  readonly #root: HTMLElement
  readonly #stops: (() => void)[] = []
  #gesture: Gesture = AT_REST
  /** space is held: the left button pans */
  hand = false
  #last: Point = { x: 0, y: 0 }
  #touch = false
  #pointer = -1
  #longPress: ReturnType<typeof setTimeout> | undefined
  #lastTap = 0

  constructor(root: HTMLElement, stage: Stage, session: BoardSession) {
    this.#root = root
    this.#stage = stage
    this.#session = session
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      heard: (event: HTMLElementEventMap[K]) => void,
    ) => {
      root.addEventListener(name, heard)
      this.#stops.push(() => root.removeEventListener(name, heard))
    }
    on('pointerdown', (event) => this.#down(event))
    on('pointermove', (event) => this.#move(event))
    on('pointerup', (event) => this.#up(event))
    on('pointercancel', () => this.cancel())
    on('pointerleave', () => {
      if (this.#gesture.kind === 'rest') this.#session.people.show({ cursor: null })
    })
    on('dblclick', (event) => this.#double(event))
    on('contextmenu', (event) => this.#menu(event))
    // a finger that holds a thing moves the thing, not the map
    const grab = (event: TouchEvent): void => {
      if (this.#touch && this.#gesture.kind !== 'rest' && this.#gesture.kind !== 'press') {
        event.stopPropagation()
        event.preventDefault()
      }
    }
    root.addEventListener('touchmove', grab, { capture: true, passive: false })
    this.#stops.push(() => root.removeEventListener('touchmove', grab, { capture: true }))
  }

  close(): void {
    this.cancel()
    for (const stop of this.#stops) stop()
  }

  get gesture(): Gesture {
    return this.#gesture
  }

  /** Where the pointer last was, on the board; the middle of the view when it was never there. */
  get at(): Point | null {
    return this.#last.x === 0 && this.#last.y === 0 ? null : this.#last
  }

  /** Where something asked for by a key goes: under the pointer while it is over the map, else the middle of the view. */
  here(): Point {
    const area = this.#stage.area()
    const { x, y, w, h } = area
    return this.at && contains(area, this.at, -24 / this.#stage.view.zoom)
      ? this.at
      : { x: x + w / 2, y: y + h / 2 }
  }

  /** Waits for the other end of arrows from these. */
  startLink(from: readonly ItemId[]): void {
    this.#to({ kind: 'link', from, to: this.#last, over: null, held: false })
  }

  /** Back to rest; what was held lies where it lay. True when there was something to give up. */
  cancel(): boolean {
    clearTimeout(this.#longPress)
    const gesture = this.#gesture
    if (gesture.kind === 'rest') return false
    if (gesture.kind === 'move') this.#letGo(gesture.boxes.keys())
    if (gesture.kind === 'resize') this.#letGo([gesture.id])
    this.#to(AT_REST)
    return gesture.kind !== 'press'
  }

  #to(gesture: Gesture): void {
    this.#gesture = gesture
    this.#root.dataset.gestureKind = gesture.kind
    if (gesture.kind !== 'rest') this.#root.style.cursor = ''
    this.#stage.touchOverlay()
  }

  #letGo(ids: Iterable<ItemId>): void {
    this.#session.people.show({ drag: null })
    const all = [...ids]
    // the scene hears of what was just written before it lets go, or things would jump back for a frame
    this.#stage.catchUp(this.#session.live.snapshot, all)
    this.#stage.release(all)
  }

  #hit(at: Point): Hit {
    const ui = useBoardUi.getState()
    const [only] = ui.items
    const selected = ui.items.size === 1 && only ? (this.#stage.scene.items.get(only) ?? null) : null
    const [arrow] = ui.relations
    const may = this.#session.mayWrite()
    return this.#stage.hit(
      at,
      may && ui.items.size === 1 ? selected : null,
      may && ui.items.size === 0 && ui.relations.size === 1 && arrow ? arrow : null,
      this.#touch,
    )
  }

  #down(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('[data-over-map]')) return
    if (event.button !== 0 || this.hand) return
    if (event.pointerType === 'touch' && !event.isPrimary) {
      this.cancel()
      return
    }
    this.#touch = event.pointerType === 'touch'
    this.#pointer = event.pointerId
    blurField()
    useMapState.getState().set({ menu: null })
    const at = this.#stage.toBoard(event.clientX, event.clientY)
    this.#last = at
    // the other end is chosen when the button comes up: a field opened before would lose the focus again
    if (this.#gesture.kind === 'link') return
    const screen = { x: event.clientX, y: event.clientY }
    const { shiftKey: shift, altKey: alt } = event
    this.#to({ kind: 'press', hit: this.#hit(at), at, screen, shift, alt })
    if (this.#touch) {
      clearTimeout(this.#longPress)
      this.#longPress = setTimeout(() => this.#takeHold(), LONG_PRESS_MS)
    }
  }

  // a still finger takes hold of what is under it
  #takeHold(): void {
    if (this.#gesture.kind !== 'press') return
    const { hit } = this.#gesture
    if ((hit.on === 'item' || hit.on === 'inside') && this.#session.mayWrite()) {
      useBoardUi.getState().select([hit.id])
      navigator.vibrate?.(8)
      this.#begin(this.#gesture, this.#gesture.at)
    }
  }

  #move(event: PointerEvent): void {
    const at = this.#stage.toBoard(event.clientX, event.clientY)
    this.#last = at
    if (!this.#touch) this.#session.people.show({ cursor: at })
    const gesture = this.#gesture
    switch (gesture.kind) {
      case 'rest':
        this.#hover(at)
        return
      case 'press': {
        const moved = Math.hypot(event.clientX - gesture.screen.x, event.clientY - gesture.screen.y)
        if (moved <= TREMBLE) return
        clearTimeout(this.#longPress)
        if (this.#touch && gesture.hit.on !== 'knob' && gesture.hit.on !== 'handle') {
          // a moving finger pans
          this.#to(AT_REST)
          return
        }
        this.#capture(event)
        this.#begin(gesture, at)
        return
      }
      case 'move':
        this.#drag(gesture, at, event)
        return
      case 'marquee':
        this.#to({ ...gesture, to: at })
        this.#selectWithin(gesture.from, at, gesture.kept)
        return
      case 'resize': {
        const by = { x: at.x - gesture.from.x, y: at.y - gesture.from.y }
        const now = resized(gesture.box, gesture.corner, by, { w: 48, h: 24 }, event.altKey)
        this.#stage.hold(new Map([[gesture.id, now]]))
        this.#showDrag(new Map([[gesture.id, now]]), true)
        this.#to({ ...gesture, now })
        return
      }
      case 'draw':
        this.#to({ ...gesture, to: at })
        return
      case 'link':
        this.#to({ ...gesture, to: at, over: this.#linkable(at, gesture.from)?.id ?? null })
        return
      case 'reattach': {
        this.#to({ ...gesture, to: at, over: this.#linkable(at, [])?.id ?? null })
      }
    }
  }

  #capture(event: PointerEvent): void {
    try {
      this.#root.setPointerCapture(event.pointerId)
    } catch {
      // the pointer is gone already
    }
  }

  #hover(at: Point): void {
    const hover = this.#hit(at)
    const tool = useBoardUi.getState().tool
    if (this.#gesture.kind === 'rest' && !sameHit(this.#gesture.hover, hover)) {
      this.#gesture = { kind: 'rest', hover }
      this.#stage.touchOverlay()
    }
    this.#root.style.cursor = this.hand
      ? 'grab'
      : tool !== 'select'
        ? 'crosshair'
        : hover.on === 'handle'
          ? cursorOf(hover.corner)
          : hover.on === 'knob' || hover.on === 'end'
            ? 'crosshair'
            : hover.on === 'item' || hover.on === 'arrow'
              ? 'pointer'
              : 'default'
  }

  /** The press became a drag. */
  #begin(press: Extract<Gesture, { kind: 'press' }>, at: Point): void {
    const ui = useBoardUi.getState()
    const { hit } = press
    const may = this.#session.mayWrite()
    const { tool } = ui
    if (may && tool === 'arrow') {
      const from = hit.on === 'item' ? [hit.id] : []
      if (from.length > 0) this.#to({ kind: 'link', from, to: at, over: null, held: true })
      else this.#to(AT_REST)
      return
    }
    if (may && (tool === 'boundary' || tool === 'frame')) {
      this.#to({ kind: 'draw', type: tool, from: press.at, to: at })
      return
    }
    switch (hit.on) {
      case 'knob':
        this.#to({ kind: 'link', from: [hit.id], to: at, over: null, held: true })
        return
      case 'handle': {
        const one = this.#stage.scene.items.get(hit.id)
        if (one) {
          const box = boxOf(one)
          this.#to({ kind: 'resize', id: hit.id, corner: hit.corner, from: press.at, box, now: box })
        }
        return
      }
      case 'end':
        this.#to({ kind: 'reattach', id: hit.id, end: hit.end, to: at, over: null })
        return
      case 'item':
        if (may) this.#beginMove(hit.id, press)
        else this.#marquee(press, at)
        return
      case 'inside':
        if (may && ui.items.has(hit.id) && !press.shift) this.#beginMove(hit.id, press)
        else this.#marquee(press, at)
        return
      case 'arrow':
      case 'ground':
        this.#marquee(press, at)
    }
  }

  #marquee(press: Extract<Gesture, { kind: 'press' }>, at: Point): void {
    const kept = press.shift ? useBoardUi.getState().items : new Set<ItemId>()
    this.#to({ kind: 'marquee', from: press.at, to: at, kept })
  }

  #beginMove(id: ItemId, press: Extract<Gesture, { kind: 'press' }>): void {
    const ui = useBoardUi.getState()
    if (!ui.items.has(id)) ui.select(press.shift ? [...ui.items, id] : [id])
    const ids = topsOf(this.#stage.scene, useBoardUi.getState().items)
    const boxes = new Map(
      ids.flatMap((one) => {
        const at = this.#stage.scene.items.get(one)
        return at ? [[one, boxOf(at)] as const] : []
      }),
    )
    this.#to({ kind: 'move', from: press.at, boxes, now: boxes, guides: [], copy: press.alt, into: null })
  }

  #drag(gesture: Extract<Gesture, { kind: 'move' }>, at: Point, event: PointerEvent): void {
    let dx = at.x - gesture.from.x
    let dy = at.y - gesture.from.y
    if (event.shiftKey) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0
      else dx = 0
    }
    const whole = around(gesture.boxes.values())
    if (!whole) return
    const { scene } = this.#stage
    const moving = new Set<ItemId>(gesture.boxes.keys())
    for (const id of gesture.boxes.keys()) for (const one of scene.inside(id)) moving.add(one.id)
    const free = event.ctrlKey || event.metaKey
    const area = this.#stage.area()
    const others = free
      ? []
      : scene
          .painted()
          .filter((one) => !moving.has(one.id) && overlaps(one, area))
          .slice(-400)
    const to = { ...whole, x: whole.x + dx, y: whole.y + dy }
    const snapped = free ? { dx: 0, dy: 0, guides: [] } : snapBox(to, others, 5 / this.#stage.view.zoom)
    dx += event.shiftKey && dx === 0 ? 0 : snapped.dx
    dy += event.shiftKey && dy === 0 ? 0 : snapped.dy
    const now = new Map([...gesture.boxes].map(([id, box]) => [id, { ...box, x: box.x + dx, y: box.y + dy }]))
    const [first] = now
    const into = first ? holderOf(scene, first[0], first[1], new Set(gesture.boxes.keys())) : null
    if (!event.altKey) {
      // no sizes: what lies in a boundary goes along only when it is moved, not when it is resized
      this.#stage.hold(new Map([...now].map(([id, { x, y }]) => [id, { x, y }])))
      this.#showDrag(now, false)
    } else this.#letGo(gesture.boxes.keys())
    this.#to({ ...gesture, now, guides: snapped.guides, copy: event.altKey, into: into?.id ?? null })
  }

  /** Others see the drag through presence; only what is common is named there. */
  #showDrag(now: ReadonlyMap<ItemId, Box>, sized: boolean): void {
    const drag = shareableDrag(this.#stage.scene.board, now, sized)
    if (drag) this.#session.people.show({ drag })
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer && this.#gesture.kind !== 'press') return
    clearTimeout(this.#longPress)
    const at = this.#stage.toBoard(event.clientX, event.clientY)
    const gesture = this.#gesture
    switch (gesture.kind) {
      case 'rest':
        return
      case 'press':
        this.#to(AT_REST)
        this.#click(gesture, at)
        return
      case 'move':
        this.#drop(gesture)
        return
      case 'marquee':
        this.#to(AT_REST)
        return
      case 'resize': {
        const commands = moveCommands(this.#stage.scene, new Map([[gesture.id, gesture.now]]), false)
        this.#to(AT_REST)
        this.#session.do(commands)
        this.#letGo([gesture.id])
        return
      }
      case 'draw':
        this.#to(AT_REST)
        this.#drawn(gesture.type, between(gesture.from, at))
        return
      case 'link':
        this.#finishLink(gesture, at)
        return
      case 'reattach': {
        this.#to(AT_REST)
        const over = this.#linkable(at, [])
        if (over) this.#session.do([{ do: 'amend', id: gesture.id, [gesture.end]: over.id }])
      }
    }
  }

  #drop(gesture: Extract<Gesture, { kind: 'move' }>): void {
    this.#to(AT_REST)
    const ids = [...gesture.boxes.keys()]
    if (gesture.copy) {
      this.#letGo(ids)
      const copied = copyOf(this.#session.live.snapshot, new Set(ids))
      const at = around(gesture.now.values())
      if (!copied || !at) return
      const { commands, ids: fresh } = pasteCopied(copied, at, this.#session.makeId)
      if (
        this.#session.do(commands, `duplicated ${ids.length === 1 ? 'one thing' : `${ids.length} things`}`).ok
      )
        useBoardUi.getState().select(fresh as ItemId[])
      return
    }
    this.#session.do(moveCommands(this.#stage.scene, gesture.now))
    this.#letGo(ids)
  }

  #click(press: Extract<Gesture, { kind: 'press' }>, at: Point): void {
    const ui = useBoardUi.getState()
    const { hit } = press
    if (ui.tool !== 'select' && this.#session.mayWrite() && this.#takeTool(ui.tool, hit, at)) return
    switch (hit.on) {
      case 'item':
      case 'inside':
        // on a phone there is no panel: a second tap opens the half sheet
        if (this.#touch && window.innerWidth < PHONE_BELOW && ui.items.has(hit.id)) ui.set({ opened: hit.id })
        this.#selectItem(hit.id, press.shift)
        break
      case 'knob':
      case 'handle':
        break
      case 'arrow':
      case 'end':
        ui.select(press.shift ? ui.items : [], press.shift ? toggled(ui.relations, hit.id) : [hit.id])
        break
      case 'ground':
        if (!press.shift) ui.select([])
    }
    if (this.#touch) {
      const twice = Date.now() - this.#lastTap < 320
      this.#lastTap = Date.now()
      if (twice && (window.innerWidth >= PHONE_BELOW || hit.on === 'ground')) this.#edit(hit, at)
    }
  }

  #selectItem(id: ItemId, shift: boolean): void {
    const ui = useBoardUi.getState()
    ui.select(shift ? toggled(ui.items, id) : [id], shift ? ui.relations : [])
  }

  /** A click with a tool in hand; false: treat it as a click with the pointer. */
  #takeTool(tool: string, hit: Hit, at: Point): boolean {
    if (tool === 'arrow') {
      const id = hit.on === 'item' ? hit.id : null
      const one = id ? this.#stage.scene.items.get(id) : undefined
      if (one && isConnectable(one.item)) {
        this.#to({ kind: 'link', from: [one.id], to: at, over: null, held: false })
        return true
      }
      return false
    }
    if (!isItemTypeName(tool)) return false
    this.create(tool, at)
    return true
  }

  /** Begins something new with its middle at a point. */
  create(type: ItemTypeName, at: Point): void {
    const { w, h } = itemType(type).size
    const box = { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }
    useMapState.getState().set({ draft: draftOf(this.#stage.scene, type, box) })
    useBoardUi.getState().select([])
  }

  #drawn(type: 'boundary' | 'frame', box: Box): void {
    useBoardUi.getState().set({ tool: 'select' })
    if (box.w < 40 || box.h < 40) return
    const exact = { x: snap(box.x), y: snap(box.y), w: snap(box.w), h: snap(box.h) }
    makeAround(this.#session, this.#stage.scene, type, exact)
  }

  #finishLink(gesture: Extract<Gesture, { kind: 'link' }>, at: Point): void {
    const over = this.#linkable(at, gesture.from)
    const { items } = this.#session.live.snapshot
    const from = gesture.from.flatMap((id) => items.get(id) ?? [])
    this.#to(AT_REST)
    useMapState.getState().set({ linking: null })
    useBoardUi.getState().set({ tool: 'select' })
    if (over) {
      const commands = linkCommands(from, over.item, this.#session.makeId)
      if (commands.length === 0) return
      const done = this.#session.do(commands)
      const [made] = commands
      if (done.ok && commands.length === 1 && made?.kind !== 'about' && made?.kind !== 'from')
        useBoardUi.getState().select([], [made?.id as never])
      return
    }
    const [first] = from
    if (first) this.grow(first.id, at)
  }

  /** Grows something new from what is there, with its middle at a point: a factor from a story, a component from a system. */
  grow(from: ItemId, at: Point): void {
    const item = this.#session.live.snapshot.items.get(from)
    if (!item) return
    const type: ItemTypeName = item.type === 'component' ? 'component' : 'factor'
    const { w, h } = itemType(type).size
    const box = { x: snap(at.x - w / 2), y: snap(at.y - h / 2), w, h }
    const placeholder = type === 'factor' ? WHAT_MADE_THAT_MAKE_SENSE : undefined
    const draft = draftOf(this.#stage.scene, type, box, [growingLink(type, item)], placeholder)
    useMapState.getState().set({ draft })
  }

  #linkable(at: Point, from: readonly ItemId[]): SceneItem | null {
    const slack = this.#touch ? 12 : 4
    return itemAt(
      this.#stage.scene,
      at,
      (one) => isConnectable(one.item) && !from.includes(one.id),
      slack / this.#stage.view.zoom,
    )
  }

  #selectWithin(a: Point, b: Point, kept: ReadonlySet<ItemId>): void {
    const box = between(a, b)
    const ids = new Set(kept)
    for (const one of this.#stage.scene.painted()) {
      if (one.container ? encloses(box, one) : overlaps(one, box)) ids.add(one.id)
    }
    const ui = useBoardUi.getState()
    if (ids.size !== ui.items.size || [...ids].some((id) => !ui.items.has(id))) ui.select(ids)
  }

  #double(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('[data-over-map]')) return
    const at = this.#stage.toBoard(event.clientX, event.clientY)
    this.#edit(this.#hit(at), at)
  }

  #edit(hit: Hit, at: Point): void {
    if (!this.#session.mayWrite()) return
    if (hit.on === 'item' || hit.on === 'knob' || hit.on === 'handle') {
      useBoardUi.getState().set({ editing: hit.id })
      return
    }
    if (hit.on === 'arrow' || hit.on === 'end') {
      useMapState.getState().set({ wording: hit.id })
      return
    }
    this.create(this.#isStoryGround(at) ? 'factor' : 'component', at)
  }

  // which of the two areas a point of open ground belongs to: that of the nearest thing
  #isStoryGround(at: Point): boolean {
    let best = Number.POSITIVE_INFINITY
    let story = false
    for (const one of this.#stage.scene.painted()) {
      if (one.item.type === 'plain') continue
      const { area } = itemType(one.item.type)
      if (area === 'any') continue
      const dx = Math.max(one.x - at.x, 0, at.x - one.x - one.w)
      const dy = Math.max(one.y - at.y, 0, at.y - one.y - one.h)
      const distance = Math.hypot(dx, dy)
      if (distance < best) {
        best = distance
        story = area === 'story'
      }
    }
    return story
  }

  #menu(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('[data-over-map]')) return
    event.preventDefault()
    if (this.#touch) return
    const at = this.#stage.toBoard(event.clientX, event.clientY)
    const hit = this.#hit(at)
    const ui = useBoardUi.getState()
    if ((hit.on === 'item' || hit.on === 'inside') && !ui.items.has(hit.id)) ui.select([hit.id])
    if (hit.on === 'arrow' || hit.on === 'end') ui.select([], [hit.id])
    if (hit.on === 'ground') ui.select([])
    const rect = this.#root.getBoundingClientRect()
    useMapState
      .getState()
      .set({ menu: { screen: { x: event.clientX - rect.left, y: event.clientY - rect.top }, at } })
  }
}

function boxOf({ x, y, w, h }: Box): Box {
  return { x, y, w, h }
}

function toggled<T>(set: ReadonlySet<T>, one: T): Set<T> {
  const out = new Set(set)
  if (!out.delete(one)) out.add(one)
  return out
}

function sameHit(a: Hit, b: Hit): boolean {
  return a.on === b.on && ('id' in a ? a.id : '') === ('id' in b ? b.id : '')
}

// a field of the map or the panel that is open takes what was typed
function blurField(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && (field.matches('input, textarea') || field.isContentEditable))
    field.blur()
}

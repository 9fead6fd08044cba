import { viewOfPerson } from '../../go/where.ts'
import type { Person } from '../../presence/people.ts'
import type { Box } from '../geometry/box.ts'
import type { Stage } from '../stage/stage.ts'
import { paintSheet } from './paint-sheet.ts'
import { type Sheet, sheetFor, viewOnSheet } from './sheet.ts'

/** A pause in what changes, after which the boxes are drawn again, in ms. */
const REST_MS = 180

export const MINI = { w: 208, h: 132 } as const

/**
 * The small sheet outside React: boxes on one canvas, drawn when the board rests; my view and those of others as outlines
 * that move by transform, in the frames that the map draws anyway. At rest it does nothing.
 */
export class MiniView {
  sheet: Sheet | null = null
  readonly #stage: Stage
  readonly #canvas: HTMLCanvasElement
  readonly #host: HTMLElement
  readonly #mine: HTMLElement
  readonly #others = new Map<string, HTMLElement>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(stage: Stage, canvas: HTMLCanvasElement, host: HTMLElement) {
    this.#stage = stage
    this.#canvas = canvas
    this.#host = host
    this.#mine = document.createElement('i')
    this.#mine.dataset.mine = ''
    host.append(this.#mine)
    this.draw()
  }

  /** Something about the board changed: drawn once it rests. */
  stale(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.draw(), REST_MS)
  }

  draw(): void {
    const context = this.#canvas.getContext('2d')
    if (!context) return
    const pixels = Math.min(2, window.devicePixelRatio || 1)
    this.#canvas.width = MINI.w * pixels
    this.#canvas.height = MINI.h * pixels
    const items = this.#stage.scene.painted()
    this.sheet = sheetFor(items, MINI)
    if (this.sheet) {
      context.scale(pixels, pixels)
      paintSheet(context, items, this.sheet, this.#stage.theme)
    }
    this.follow()
  }

  /** Where I look. */
  follow(): void {
    put(this.#mine, this.sheet && viewOnSheet(this.sheet, this.#stage.area(), MINI))
  }

  /** Where the others look who have the map in front. */
  people(people: readonly Person[]): void {
    const here = new Set<string>()
    for (const person of people) {
      const seen = person.viewport
      if (person.isMe || !seen || seen.w <= 0 || viewOfPerson(person) !== 'map') continue
      here.add(person.account)
      const area = { x: seen.x - seen.w / 2, y: seen.y - seen.h / 2, w: seen.w, h: seen.h }
      put(this.#elementOf(person), this.sheet && viewOnSheet(this.sheet, area, MINI))
    }
    for (const [account, element] of this.#others) {
      if (here.has(account)) continue
      element.remove()
      this.#others.delete(account)
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#mine.remove()
    for (const element of this.#others.values()) element.remove()
  }

  #elementOf({ account, colour, name }: Person): HTMLElement {
    let element = this.#others.get(account)
    if (!element) {
      element = document.createElement('i')
      element.dataset.person = name
      this.#others.set(account, element)
      this.#host.append(element)
    }
    element.style.setProperty('--c', `var(--who-${colour})`)
    return element
  }
}

function put(element: HTMLElement, at: Box | null): void {
  const { style } = element
  style.display = at ? '' : 'none'
  if (!at) return
  style.transform = `translate(${at.x.toFixed(1)}px,${at.y.toFixed(1)}px)`
  const [w, h] = [`${at.w.toFixed(1)}px`, `${at.h.toFixed(1)}px`]
  // a pan alone changes no size
  if (style.width !== w) style.width = w
  if (style.height !== h) style.height = h
}

import { BITMAPS, type BitmapName, type Bitmaps } from '../canvas/bitmaps.ts'
import type { View } from '../flow/flow-port.ts'

/** What a frame is made of. */
export interface FrameParts {
  view(): View
  /** Mounts and unmounts a little more; true once that is over, so that the canvas can leave out what is mounted. */
  hydrate(): boolean
  draw(name: BitmapName, now: number): void
  /** something fades still */
  goesOn(now: number): boolean
  /** something comes or goes still, wherever it is drawn */
  passesOn(now: number): boolean
}

/** Draws what has become stale, once a frame and never at once, and tells those who follow. */
export class Frames {
  readonly #bitmaps: Bitmaps
  readonly #parts: FrameParts
  readonly #heard = new Set<() => void>()
  readonly #stale = new Set<BitmapName>()
  #asked = 0

  constructor(bitmaps: Bitmaps, parts: FrameParts) {
    this.#bitmaps = bitmaps
    this.#parts = parts
  }

  close(): void {
    cancelAnimationFrame(this.#asked)
  }

  /** Hears after each drawn frame. Returns its own undo. */
  onFrame(heard: () => void): () => void {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  touch(...names: readonly BitmapName[]): void {
    for (const name of names) this.#stale.add(name)
    this.ask()
  }

  /** A frame, even where no bitmap is stale. */
  ask(): void {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0
      this.#frame()
    })
  }

  #frame(): void {
    const { view, hydrate, draw, goesOn, passesOn } = this.#parts
    // all four, or none: they are shown under one transform
    if (this.#stale.has('still')) this.#settle()
    if (this.#bitmaps.shift(view()) === 'torn') this.#settle()
    if (hydrate()) for (const name of ['still', 'lit'] as const) this.#stale.add(name)
    const todo = [...this.#stale]
    this.#stale.clear()
    const now = performance.now()
    for (const name of todo) draw(name, now)
    if (goesOn(now)) this.touch('ground')
    if (passesOn(now)) this.touch(...BITMAPS)
    for (const heard of [...this.#heard]) heard()
  }

  #settle(): void {
    this.#bitmaps.settle(this.#parts.view())
    for (const name of BITMAPS) this.#stale.add(name)
  }
}

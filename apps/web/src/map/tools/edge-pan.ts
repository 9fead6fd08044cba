import type { Point } from '../geometry/box.ts'
import { edgePush } from '../geometry/edge-push.ts'
import type { Stage } from '../stage/stage.ts'

/** ms a dragging hand is at the edge before the view goes along: passing over it is not meant. */
const PATIENCE_MS = 140

/** Takes the view along while a hand drags at the edge of the map. */
export class EdgePan {
  readonly #stage: Stage
  readonly #onward: () => void
  #at: Point | null = null
  #asked = 0
  #since = 0
  #last = 0

  /** `onward` hears after each step: what is under the hand is elsewhere now. */
  constructor(stage: Stage, onward: () => void) {
    this.#stage = stage
    this.#onward = onward
  }

  /** Where the hand is, in pixels from the corner of the map; null: it has let go. */
  aim(at: Point | null): void {
    this.#at = at
    const push = at && edgePush(at, this.#stage.size(), 16)
    if (!push || (push.x === 0 && push.y === 0)) {
      cancelAnimationFrame(this.#asked)
      this.#asked = 0
      return
    }
    if (this.#asked !== 0) return
    this.#since = this.#last = performance.now()
    this.#ask()
  }

  #ask(): void {
    this.#asked = requestAnimationFrame((now) => this.#step(now))
  }

  #step(now: number): void {
    this.#asked = 0
    if (!this.#at) return
    const ms = Math.min(50, now - this.#last)
    this.#last = now
    const push = edgePush(this.#at, this.#stage.size(), ms)
    if (push.x === 0 && push.y === 0 && ms > 0) return
    this.#ask()
    if (now - this.#since < PATIENCE_MS) return
    const { x, y, zoom } = this.#stage.view
    this.#stage.onOwnGesture?.()
    this.#stage.look({ x: x - push.x, y: y - push.y, zoom })
    this.#onward()
  }
}

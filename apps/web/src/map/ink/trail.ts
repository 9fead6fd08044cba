import type { PresenceInk } from '@second-story/protocol'
import type { Point } from '../geometry/box.ts'

/** ms after which a point of a laser's trail is gone. */
export const TRAIL_MS = 1_000
/** points told to others at once: those of the last few frames, so that one message that is lost leaves no gap */
const TOLD = 32

interface TrailPoint extends Point {
  /** ms, on one clock */
  readonly at: number
  /** the hand came down here: no line leads to it */
  readonly isFirst: boolean
}

/** Where a laser has been in the last second, mine or another person's. Kept nowhere. */
export class Trail {
  #points: TrailPoint[] = []
  #count = 0
  #isDown = false

  /** The points that can still be seen, oldest first. */
  seen(now: number): readonly TrailPoint[] {
    this.#points = this.#points.filter(({ at }) => now - at < TRAIL_MS)
    return this.#points
  }

  add({ x, y }: Point, now: number): void {
    this.#points.push({ x, y, at: now, isFirst: !this.#isDown })
    this.#isDown = true
    this.#count++
  }

  lift(): void {
    this.#isDown = false
  }

  /** What others are told of it now; null when there is nothing to see. */
  told(round: (value: number) => number): PresenceInk | null {
    const newest = this.#points.slice(-TOLD)
    if (newest.length === 0) return null
    const points = newest.flatMap(({ x, y }) => [round(x), round(y)])
    return { kind: 'laser', colour: '', width: '', points, count: this.#count }
  }

  /** Takes over what another person's laser says: only points that are new, as of now. */
  hear({ points, count }: Pick<PresenceInk, 'points' | 'count'>, now: number): void {
    const has = points.length >> 1
    // a smaller count: they began anew
    const fresh = Math.min(has, count < this.#count ? has : count - this.#count)
    if (count < this.#count) this.lift()
    for (let i = has - fresh; i < has; i++)
      this.add({ x: points[2 * i] ?? 0, y: points[2 * i + 1] ?? 0 }, now)
    this.#count = count
  }
}

import type { StrokeShape } from '@second-story/board'
import type { Person } from '../../presence/people.ts'
import { shapeOfPreview } from './preview.ts'
import { Trail } from './trail.ts'

/** ms that a line stays after its hand lifted, unless it has come to lie on the board before. */
const LINGER_MS = 600

interface Seen {
  readonly colour: number
  readonly trail: Trail
  shape: StrokeShape | null
  /** when it was told last that the hand draws; ms */
  at: number
  isDown: boolean
}

/** What other people draw at this moment, and where their lasers have been. */
export class OthersInk {
  readonly #seen = new Map<number, Seen>()

  /** Takes over what everybody tells now; true when there is something to show. */
  hear(people: readonly Person[], now: number): boolean {
    const drawing = new Set<number>()
    for (const { key, colour, ink } of people) {
      if (!ink) continue
      drawing.add(key)
      const seen = this.#seen.get(key) ?? { colour, trail: new Trail(), shape: null, at: now, isDown: true }
      this.#seen.set(key, seen)
      if (ink.kind === 'laser') seen.trail.hear(ink, now)
      seen.shape = shapeOfPreview(ink)
      seen.at = now
      seen.isDown = true
    }
    for (const [key, seen] of this.#seen) {
      if (drawing.has(key) || !seen.isDown) continue
      seen.isDown = false
      seen.at = now
      seen.trail.lift()
    }
    return this.#seen.size > 0
  }

  /** A line has come to lie on the board: the previews of hands that have lifted are not needed any more. */
  landed(): void {
    for (const seen of this.#seen.values()) if (!seen.isDown) seen.shape = null
  }

  /** Forgets what is over, and gives what is there now. */
  shown(
    now: number,
  ): readonly { readonly shape: StrokeShape | null; readonly trail: Trail; readonly colour: number }[] {
    for (const [key, seen] of this.#seen) {
      if (!seen.isDown && now - seen.at > LINGER_MS) seen.shape = null
      if (!seen.isDown && !seen.shape && seen.trail.seen(now).length === 0) this.#seen.delete(key)
    }
    return [...this.#seen.values()]
  }
}

import type { StrokeId, StrokeShape } from '@second-story/board'

/** Lines that were written and do not lie on the map yet: shown until they do, so that none blinks between the hand and the board. */
export class Wet {
  readonly #lines = new Map<StrokeId, StrokeShape>()

  add(id: StrokeId, shape: StrokeShape): void {
    this.#lines.set(id, shape)
  }

  /** Those that the map does not show yet. */
  left(shown: ReadonlyMap<StrokeId, unknown>): readonly StrokeShape[] {
    for (const id of [...this.#lines.keys()]) if (shown.has(id)) this.#lines.delete(id)
    return [...this.#lines.values()]
  }
}

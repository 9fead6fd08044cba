/** How deep each struct of a client lies: where runs of one depth begin, and that depth. */
interface Runs {
  readonly froms: number[]
  readonly depths: number[]
}

/**
 * How deep in nested shared types each struct lies: 1 in a root, 0 for what is not known or holds nothing any more. Most
 * structs lie as deep as the one before them, so runs are kept, not structs.
 */
export class Depths {
  readonly #clients = new Map<number, Runs>()

  /** Structs come in the order of their clocks. */
  add(client: number, clock: number, depth: number): void {
    const runs = this.#clients.get(client)
    if (runs === undefined) this.#clients.set(client, { froms: [clock], depths: [depth] })
    else if (runs.depths[runs.depths.length - 1] !== depth) {
      runs.froms.push(clock)
      runs.depths.push(depth)
    }
  }

  at(client: number, clock: number): number {
    const runs = this.#clients.get(client)
    if (runs === undefined) return 0
    let low = 0
    let high = runs.froms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs.froms[middle] ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return runs.depths[low - 1] ?? 0
  }
}

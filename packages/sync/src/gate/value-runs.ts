import type { Section, Struct } from '../update/structs.ts'

/**
 * Plain values that one client wrote side by side in a list; Yjs keeps them as one array, and copies the rest of it for every
 * one that is deleted. Twenty thousand deletions in a list of a hundred thousand, 70 KB, take a quarter of a minute.
 */
export const VALUES_SIDE_BY_SIDE = 2048

interface Run {
  readonly end: number
  readonly length: number
}

/** How many values each client has written side by side, up to its last struct. */
export class ValueRuns {
  readonly #runs = new Map<number, Run>()

  /** True when no run grows too long by what comes. */
  admits(sections: readonly Section[]): boolean {
    return sections.every(({ client, structs }) => {
      let run = this.#runs.get(client)
      for (const struct of structs) {
        run = after(run, client, struct)
        if (run !== undefined && run.length > VALUES_SIDE_BY_SIDE) return false
      }
      return true
    })
  }

  add(client: number, struct: Struct): void {
    const run = after(this.#runs.get(client), client, struct)
    if (run !== undefined) this.#runs.set(client, run)
    else if (!struct.isValues) this.#runs.delete(client)
  }
}

/** The run that a client's last struct ends, if it holds more than a value or two. */
function after(run: Run | undefined, client: number, struct: Struct): Run | undefined {
  if (!struct.isValues) return undefined
  const end = struct.clock + struct.length
  const goesOn =
    run?.end === struct.clock && struct.originClient === client && struct.originClock === struct.clock - 1
  return { end, length: (goesOn ? run.length : 0) + struct.length }
}

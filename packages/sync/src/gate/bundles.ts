import type { Struct } from '../update/structs.ts'
import { UNDER_A_KEY } from './lists.ts'

/**
 * Several values in one struct under one key. No client means to write that, but Yjs' undo does, when it brings back what it
 * had put together. It must never be cut: of the pieces Yjs would delete only the last when the key is set again, and then
 * throw, on every machine, when what holds the key is deleted.
 */
export function isBundle({ list, length, isDeleted }: Struct): boolean {
  return list === UNDER_A_KEY && length > 1 && !isDeleted
}

/** The bundles of a layer; there are hardly ever any. */
export class Bundles {
  readonly #clients = new Map<number, (readonly [from: number, to: number])[]>()

  add(client: number, struct: Struct): void {
    if (!isBundle(struct)) return
    const bundle = [struct.clock, struct.clock + struct.length] as const
    const bundles = this.#clients.get(client)
    if (bundles === undefined) this.#clients.set(client, [bundle])
    else bundles.push(bundle)
  }

  /** Does a cut before `clock` go through one? */
  isCut(client: number, clock: number): boolean {
    return this.#clients.get(client)?.some(([from, to]) => from < clock && clock < to) ?? false
  }
}

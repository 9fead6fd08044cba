import type { Layer } from './layer.ts'

/**
 * The disk under one node, which commits without waiting for it: what is committed is seen at once, and lies on the disk when a
 * sync that began later has ended. The log is synced in its order, so that a loss of power leaves a beginning of it.
 */
export class LogDisk {
  /** written and not known to be on the disk, oldest first */
  #written: Layer[] = []
  #committed = 0
  #durable = 0
  /** how much of `#written` the sync under way brings to the disk, and which commit it reaches */
  #syncing: { readonly count: number; readonly reaches: number } | null = null
  /** a sync failed, and the log was not written anew since */
  #isBroken = false
  /** the system takes for written what is not: the next sync passes over it, and what lies behind it is lost with it */
  #hasHole = false
  readonly #land: (layer: Layer) => void

  /** `land`: the layer is on the disk. */
  constructor(land: (layer: Layer) => void) {
    this.#land = land
  }

  get isBroken(): boolean {
    return this.#isBroken
  }

  get committed(): number {
    return this.#committed
  }

  /** All that was committed up to this number survives a loss of power. */
  get durable(): number {
    return this.#durable
  }

  commit(layer: Layer): void {
    this.#written.push(layer)
    this.#committed++
  }

  /** A sync ends, or begins where none is under way. */
  sync(fails: boolean): void {
    if (this.#isBroken) this.#mend(fails)
    else if (this.#syncing === null) this.#syncing = { count: this.#written.length, reaches: this.#committed }
    else this.#end(this.#syncing, fails)
  }

  #end({ count, reaches }: { readonly count: number; readonly reaches: number }, fails: boolean): void {
    this.#syncing = null
    this.#isBroken = fails
    this.#hasHole ||= fails
    if (fails) return
    if (!this.#hasHole) this.#keep(count)
    this.#durable = reaches
  }

  /** All is written once more, and synced. */
  #mend(fails: boolean): void {
    if (fails) return
    this.opened()
  }

  #keep(count: number): void {
    for (const layer of this.#written.splice(0, count)) this.#land(layer)
  }

  /** Another process opens what one left behind that was killed: before it serves anything, all of it is on the disk. */
  opened(): void {
    this.#keep(this.#written.length)
    this.#syncing = null
    this.#isBroken = false
    this.#hasHole = false
    this.#durable = this.#committed
  }

  /** The power goes: a beginning of what was written is there all the same. */
  losePower(luck: number): void {
    this.#keep(Math.floor(luck * (this.#written.length + 1)))
    this.#written = []
    this.opened()
  }
}

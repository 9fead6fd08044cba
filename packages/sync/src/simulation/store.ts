import type { Claim } from '../gate/owners.ts'
import type { Stored } from '../room/events.ts'
import { EMPTY, type Layer } from './layer.ts'
import { LogDisk } from './log-disk.ts'

/** What ails the disk: a write fails, its fsync fails, it is done and said to have failed, or nothing answers at all. */
export type Trouble = 'full' | 'fsync' | 'ambiguous' | 'down'

export class StoreError extends Error {
  override readonly name = 'StoreError'
}

export interface Entry {
  readonly epoch: number
  readonly bytes: Uint8Array | null
  readonly owners: readonly Claim[]
}

export type Outcome = { readonly n: number | null } | { readonly refused: 'claimed' | 'replaced' }

export interface Fold {
  readonly snapshot: Uint8Array
  readonly digest: Uint8Array | null
  readonly through: number
  readonly epoch: number
}

export interface Held extends Stored {
  readonly epoch: number
}

const FIRST_HAND = 100_000

/**
 * The disk of all nodes, as the contract of the server's `LayerStore` has it, with a write cache: what is written is there
 * after a loss of power only when it was fsynced before, or by luck.
 */
export class Store {
  trouble: Trouble | null = null
  /** what nodes asked for and no longer wait for: done some time later, or never */
  readonly late: (() => void)[] = []
  #synced = EMPTY
  #visible = EMPTY
  /** written and not fsynced */
  #cache: { readonly layer: Layer; readonly isWhole: boolean } | null = null
  /** one node's own: it commits, and waits for the disk beside; null: a commit ends when it is on disk, as on a server of many nodes */
  readonly log: LogDisk | null
  readonly #onSynced: (before: Layer, after: Layer) => void
  readonly #clock: () => number

  constructor(clock: () => number, onSynced: (before: Layer, after: Layer) => void, isOneNode: boolean) {
    this.#clock = clock
    this.#onSynced = onSynced
    this.log = isOneNode ? new LogDisk((layer) => this.#land(layer)) : null
  }

  /** What a loss of power leaves for certain. */
  get synced(): Layer {
    return this.#synced
  }

  // The disk

  #commit(layer: Layer): void {
    if (this.trouble === 'full') throw new StoreError('disk full')
    if (this.log !== null) {
      this.log.commit(layer)
      this.#visible = layer
      if (this.trouble === 'ambiguous') throw new StoreError('something broke after the commit')
      return
    }
    // over what a failed fsync left behind
    this.#cache = { layer, isWhole: true }
    if (this.trouble === 'fsync') throw new StoreError('fsync failed')
    this.#fsync()
    this.#visible = layer
    if (this.trouble === 'ambiguous') throw new StoreError('the connection broke while committing')
  }

  #fsync(): void {
    if (this.#cache === null) return
    const { layer } = this.#cache
    this.#cache = null
    this.#land(layer)
  }

  #land(layer: Layer): void {
    const before = this.#synced
    this.#synced = layer
    this.#onSynced(before, layer)
  }

  /** The power goes: what waits in the cache may be there afterwards, or half of it, or nothing. */
  losePower(luck: number): void {
    this.log?.losePower(luck)
    if (this.#cache !== null) {
      if (luck < 0.3) this.#cache = null
      else if (luck < 0.6) this.#cache = { layer: torn(this.#cache.layer), isWhole: false }
    }
    this.#recover()
  }

  /** What a checksum shows to be torn was never committed. */
  #recover(): void {
    if (this.#cache !== null && !this.#cache.isWhole) this.#cache = null
    this.#fsync()
    this.#visible = this.#synced
  }

  // The contract

  #ask(): Layer {
    if (this.trouble === 'down') throw new StoreError('nobody answers')
    if (this.log?.isBroken) throw new StoreError('the log could not be synced')
    return this.#visible
  }

  readAfter(after: number): Held {
    const { snapshot, digest, rows, owners, head, through, epoch } = this.#ask()
    return {
      snapshot: after < through ? snapshot : null,
      digest: after < through ? digest : null,
      rows: rows.filter((row) => row.n > after),
      owners: [...owners],
      head,
      through,
      epoch,
    }
  }

  heads(): { readonly head: number; readonly epoch: number } {
    const { head, epoch } = this.#ask()
    return { head, epoch }
  }

  append({ epoch, bytes, owners }: Entry): Outcome {
    const layer = this.#ask()
    if (epoch !== layer.epoch) return { refused: 'replaced' }
    if (owners.some(([client, account]) => (layer.owners.get(client) ?? account) !== account))
      return { refused: 'claimed' }
    const head = bytes === null ? layer.head : layer.head + 1
    this.#commit({
      ...layer,
      head,
      rows: bytes === null ? layer.rows : [...layer.rows, { n: head, bytes }],
      owners: new Map([...layer.owners, ...owners]),
    })
    return { n: bytes === null ? null : head }
  }

  compact(fold: Fold): boolean {
    const layer = this.#ask()
    if (layer.through >= fold.through || layer.epoch !== fold.epoch) return false
    this.#commit(put(layer, fold))
    return true
  }

  replace(fold: Fold): boolean {
    const layer = this.#ask()
    if (layer.head !== fold.through || layer.epoch !== fold.epoch) return false
    this.#commit({ ...put(layer, fold), epoch: layer.epoch + 1 })
    return true
  }

  /** By the clock of the store: those of the nodes differ. */
  lease(holder: string, forMs: number): number {
    const layer = this.#ask()
    const now = this.#clock()
    const free = [...layer.hands].find(([, hand]) => hand.holder === holder || hand.until < now)
    const client = free?.[0] ?? FIRST_HAND + layer.hands.size
    this.#commit({ ...layer, hands: new Map([...layer.hands, [client, { holder, until: now + forMs }]]) })
    return client
  }
}

function put(layer: Layer, { snapshot, digest, through }: Fold): Layer {
  return { ...layer, snapshot, digest, through, rows: layer.rows.filter((row) => row.n > through) }
}

function torn(layer: Layer): Layer {
  const last = layer.rows.at(-1)
  if (last === undefined) return layer
  const half = { n: last.n, bytes: last.bytes.subarray(0, last.bytes.length >> 1) }
  return { ...layer, rows: [...layer.rows.slice(0, -1), half] }
}

import { must } from '@second-story/std'
import type { Row } from '@second-story/sync'
import {
  type Append,
  type AppendOutcome,
  type Fold,
  type LayerHead,
  type LayerKey,
  type LayerStore,
  NO_LAYER,
  type Packed,
  type StoredLayer,
} from './layer-store.ts'
import { refusalOf } from './refusal.ts'

interface MemoryLayer {
  head: number
  epoch: number
  through: number
  snapshot: Uint8Array | null
  digest: Uint8Array | null
  packed: Uint8Array | null
  rows: Row[]
  owners: Map<number, string>
  hands: Map<number, { holder: string; until: number }>
}

function emptyLayer(): MemoryLayer {
  return {
    head: 0,
    epoch: 0,
    through: 0,
    snapshot: null,
    digest: null,
    packed: null,
    rows: [],
    owners: new Map(),
    hands: new Map(),
  }
}

/** Layers in memory, for tests: survives a room, not a process. Several nodes of one test may share it. */
export class MemoryLayerStore implements LayerStore {
  readonly #boards = new Map<string, Map<string, MemoryLayer>>()
  #nextClient = 1_000_000

  #find(board: string, layer: string): MemoryLayer | undefined {
    return this.#boards.get(board)?.get(layer)
  }

  #make(board: string, layer: string): MemoryLayer {
    if (!this.#boards.has(board)) this.#boards.set(board, new Map())
    const layers = must(this.#boards.get(board), 'board')
    const found = layers.get(layer)
    if (found !== undefined) return found
    const made = emptyLayer()
    layers.set(layer, made)
    return made
  }

  load(board: string, layer: string): Promise<StoredLayer> {
    return this.readAfter(board, layer, -1)
  }

  async readAfter(board: string, layer: string, after: number): Promise<StoredLayer> {
    const found = this.#find(board, layer)
    if (found === undefined) return NO_LAYER
    const { snapshot, digest, rows, owners, head, through, epoch } = found
    return {
      snapshot: after < through ? snapshot : null,
      digest: after < through ? digest : null,
      rows: rows.filter((row) => row.n > after),
      owners: [...owners],
      head,
      through,
      epoch,
      healing: false,
    }
  }

  async heads(layers: readonly LayerKey[]): Promise<readonly LayerHead[]> {
    return layers.map(({ board, layer }) => {
      const found = this.#find(board, layer)
      return { head: found?.head ?? 0, epoch: found?.epoch ?? 0 }
    })
  }

  async append(entries: readonly Append[]): Promise<readonly AppendOutcome[]> {
    return entries.map((entry) => {
      const to = this.#make(entry.board, entry.layer)
      const refused = refusalOf(entry, to.epoch, (client) => to.owners.get(client))
      if (refused !== null) return { refused }
      for (const [client, account] of entry.owners) to.owners.set(client, account)
      if (entry.bytes === null) return { n: null }
      to.head++
      to.rows.push({ n: to.head, bytes: entry.bytes })
      return { n: to.head }
    })
  }

  async compact(board: string, layer: string, fold: Fold): Promise<boolean> {
    const found = this.#make(board, layer)
    if (found.through >= fold.through || found.epoch !== fold.epoch) return false
    this.#put(found, fold)
    return true
  }

  async replace(board: string, layer: string, fold: Fold, committed?: () => void): Promise<boolean> {
    const found = this.#make(board, layer)
    if (found.head !== fold.through || found.epoch !== fold.epoch) return false
    this.#put(found, fold)
    found.epoch++
    committed?.()
    return true
  }

  #put(layer: MemoryLayer, { snapshot, digest, through, packed }: Fold): void {
    Object.assign(layer, { snapshot, digest, through, packed })
    layer.rows = layer.rows.filter((row) => row.n > through)
  }

  async packed(board: string, layer: string): Promise<Packed | null> {
    const found = this.#find(board, layer)
    return found?.packed ? { bytes: found.packed, through: found.through } : null
  }

  async removeBoard(board: string): Promise<void> {
    this.#boards.delete(board)
  }

  async list(board: string): Promise<readonly string[]> {
    const layers = [...(this.#boards.get(board) ?? [])]
    return layers
      .filter(([, layer]) => layer.head > 0 || layer.snapshot !== null)
      .map(([name]) => name)
      .sort()
  }

  async lease(board: string, layer: string, holder: string, now: number, forMs: number): Promise<number> {
    const { hands } = this.#make(board, layer)
    const free = [...hands].find(([, hand]) => hand.holder === holder || hand.until < now)
    const client = free?.[0] ?? this.#nextClient++
    hands.set(client, { holder, until: now + forMs })
    return client
  }
}

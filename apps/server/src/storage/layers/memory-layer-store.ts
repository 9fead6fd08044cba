import { must } from '@second-story/std'
import type { Row } from '@second-story/sync'
import type { Append, LayerStore, StoredLayer } from './layer-store.ts'

interface MemoryLayer {
  head: number
  snapshot: Uint8Array | null
  rows: Row[]
  owners: Map<number, string>
  hands: Map<number, { holder: string; until: number }>
}

/** Layers in memory, for tests: survives a room, not a process. */
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
    const made: MemoryLayer = { head: 0, snapshot: null, rows: [], owners: new Map(), hands: new Map() }
    layers.set(layer, made)
    return made
  }

  async load(board: string, layer: string): Promise<StoredLayer> {
    const found = this.#find(board, layer)
    if (found === undefined) return { snapshot: null, rows: [], owners: [], head: 0 }
    return { snapshot: found.snapshot, rows: [...found.rows], owners: [...found.owners], head: found.head }
  }

  async append(entries: readonly Append[]): Promise<readonly (number | null)[]> {
    return entries.map(({ board, layer, bytes, owners }) => {
      const to = this.#make(board, layer)
      for (const [client, account] of owners) if (!to.owners.has(client)) to.owners.set(client, account)
      if (bytes === null) return null
      to.head++
      to.rows.push({ n: to.head, bytes })
      return to.head
    })
  }

  async compact(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<void> {
    const found = this.#make(board, layer)
    found.snapshot = snapshot
    found.head = Math.max(found.head, through)
    found.rows = found.rows.filter((row) => row.n > through)
  }

  async replace(board: string, layer: string, snapshot: Uint8Array, through: number): Promise<boolean> {
    if ((this.#find(board, layer)?.head ?? 0) !== through) return false
    await this.compact(board, layer, snapshot, through)
    return true
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

import type { LayerName } from '@second-story/board'
import { formatLayer, type LayerRef, mayRead, mayWrite, type Role } from '@second-story/protocol'
import type { BoardBytes } from '../off-thread/board-bytes.ts'
import type { Rooms } from '../rooms/rooms.ts'

/** A board as it is on disk, for another thread to read. */
export interface ReadBoard {
  /** names what was read, within this process */
  readonly state: string
  readonly layers: BoardBytes
}

const IN_COMMON: readonly LayerRef[] = [{ kind: 'common' }, { kind: 'conduct' }]

/**
 * Reads boards as their people may see them: a layer that someone may not read is never even opened for them. No document is
 * built of any: that is for another thread.
 */
export class BoardReader {
  readonly #rooms: Rooms

  constructor(rooms: Rooms) {
    this.#rooms = rooms
  }

  /** The board as this person sees it, what only they can see included. */
  asSeenBy(board: string, account: string, role: Role): Promise<ReadBoard> {
    return this.#read(board, readableLayers(account, role))
  }

  /** What everybody on the board sees: for records and pictures, which leave the board. */
  inCommon(board: string): Promise<ReadBoard> {
    return this.#read(board, IN_COMMON)
  }

  /** What `inCommon` would call its state. */
  stateInCommon(board: string): Promise<string> {
    return this.#rooms.state(board, IN_COMMON)
  }

  async #read(board: string, layers: readonly LayerRef[]): Promise<ReadBoard> {
    const stored = await this.#rooms.stored(board, layers)
    return {
      state: stored.state,
      layers: layers.map((layer) => [layerName(layer), stored.layers.get(formatLayer(layer)) ?? []] as const),
    }
  }
}

/** The layers that make up the board for one person. */
export function readableLayers(account: string, role: Role): LayerRef[] {
  return allLayers(account).filter((layer) => mayRead(layer.kind, role, true))
}

export function writableLayers(account: string, role: Role): LayerRef[] {
  return allLayers(account).filter((layer) => mayWrite(layer.kind, role, true))
}

/** Those that are everybody's, and their own. */
function allLayers(account: string): LayerRef[] {
  return [{ kind: 'common' }, { kind: 'conduct' }, { kind: 'agents' }, { kind: 'own', member: account }]
}

/** The name under which the board's domain knows a layer: one's own is just `own`. */
export function layerName(layer: LayerRef): LayerName {
  return layer.kind === 'story' ? `story.${layer.member}` : layer.kind
}

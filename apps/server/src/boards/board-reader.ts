import { type BoardSnapshot, type LayerName, read } from '@second-story/board'
import { type LayerRef, mayRead, mayWrite, type Role } from '@second-story/protocol'
import * as Y from 'yjs'
import type { Rooms } from '../rooms/rooms.ts'

/** Reads boards as their people may see them: a layer that someone may not read is never even opened for them. */
export class BoardReader {
  readonly #rooms: Rooms

  constructor(rooms: Rooms) {
    this.#rooms = rooms
  }

  /** The board as this person sees it, what only they can see included. */
  async asSeenBy(board: string, account: string, role: Role): Promise<BoardSnapshot> {
    const layers = readableLayers(account, role)
    const own = await this.#hasOwn(board, account)
    return this.#read(
      board,
      layers.filter((layer) => layer.kind !== 'own' || own),
    )
  }

  /** What everybody on the board sees: for records and pictures, which leave the board. */
  inCommon(board: string): Promise<BoardSnapshot> {
    return this.#read(board, [{ kind: 'common' }, { kind: 'conduct' }])
  }

  async #hasOwn(board: string, account: string): Promise<boolean> {
    return (await this.#rooms.ownLayers(board)).includes(account)
  }

  async #read(board: string, layers: readonly LayerRef[]): Promise<BoardSnapshot> {
    const docs = new Map<LayerName, Y.Doc>()
    for (const layer of layers) {
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, await this.#rooms.snapshot(board, layer))
      docs.set(layerName(layer), doc)
    }
    return read(docs)
  }
}

/** The layers that make up the board for one person. */
function readableLayers(account: string, role: Role): LayerRef[] {
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

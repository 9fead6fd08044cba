import { randomId } from '@second-story/std'
import type * as Y from 'yjs'
import { type LayerSnapshot, layerSnapshot } from '../api/boards.ts'
import { ApiError } from '../api/request.ts'
import { copyName, registerCopy, UnsavedNote } from './copy-names.ts'
import { knownAccount } from './known-board.ts'

import type { LayerPlace } from './layer-place.ts'
import type { LinkParts } from './link-parts.ts'
import { LocalCopy } from './local-copy.ts'
import { pagePulse } from './pulse.ts'

/** Snapshots asked for before it is known who asks, by layer. */
export type EarlySnapshots = Map<string, Promise<LayerSnapshot | null>>

/** What links stand on in a page. `keeps`: false for a board of which nothing may stay here. */
export function pageParts(account: string, keeps: boolean, early: EarlySnapshots): LinkParts {
  return {
    pulse: pagePulse,
    url: syncUrl(),
    Socket: WebSocket,
    openCopy: (place, doc) => (keeps ? openCopy(place, doc) : Promise.resolve(LocalCopy.nowhere(doc))),
    note: (place) => new UnsavedNote(nameOf(place), randomId()),
    snapshot: (place) => early.get(place.layer) ?? fetchSnapshot(place.board, place.layer),
    isStillMe: () => {
      const now = knownAccount()
      return now === null || now.id === account
    },
  }
}

/** The layer as the server has it; null when it cannot be had now: the socket brings the same, only slower. */
export async function fetchSnapshot(board: string, layer: string): Promise<LayerSnapshot | null> {
  try {
    return await layerSnapshot(board, layer)
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

async function openCopy(place: LayerPlace, doc: Y.Doc): Promise<LocalCopy> {
  const name = nameOf(place)
  const copy = await LocalCopy.open(name, doc)
  if (copy.state !== 'none') registerCopy(name)
  return copy
}

function nameOf({ account, board, layer }: LayerPlace): string {
  return copyName(account, board, layer)
}

function syncUrl(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}

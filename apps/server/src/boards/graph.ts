import type { BoardSnapshot } from '@second-story/board'
import type { Graph } from '@second-story/protocol'
import { graphOf as graphInRecord } from '@second-story/record'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'

/** The board as the API gives it, as JSON in UTF-8; for another thread than the rooms'. */
export function writeGraph({
  id,
  layers,
}: {
  readonly id: string
  readonly layers: BoardBytes
}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(graphOf(id, boardOf(layers))))
}

/** The same values as its export as a file. */
function graphOf(id: string, board: BoardSnapshot): Graph {
  return graphInRecord(id, board)
}

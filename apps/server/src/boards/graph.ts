import type { BoardSnapshot } from '@second-story/board'
import type { Graph } from '@second-story/protocol'
import { graphOf as graphInRecord } from '@second-story/record'

/** The board as the API gives it: the same values as its export as a file. */
export function graphOf(id: string, board: BoardSnapshot): Graph {
  return graphInRecord(id, board)
}

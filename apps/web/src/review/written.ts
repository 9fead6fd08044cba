import type { BoardSnapshot, Factor, Note } from '@second-story/board'

/** What quiet writing writes. */
export type Written = Factor | Note

/** What this person wrote in a round, oldest first as far as anybody knows: newest ids last. */
export function mine(board: BoardSnapshot, round: string): readonly Written[] {
  return written(board).filter(
    (item) => item.layer === 'own' && item.round === round && item.revealed === null,
  )
}

/** What a round brought onto the board. */
export function shownOf(board: BoardSnapshot, round: string): readonly Written[] {
  return written(board).filter((item) => item.layer === 'common' && item.round === round)
}

/** Own words that came after everyone's were shown: their writer is asked, nobody else knows. */
export function late(board: BoardSnapshot): readonly Written[] {
  const shown = new Set(board.conduct.rounds.filter(({ state }) => state === 'shown').map(({ id }) => id))
  return written(board).filter(
    (item) =>
      item.layer === 'own' &&
      item.round !== null &&
      shown.has(item.round) &&
      !item.keptBack &&
      item.revealed === null &&
      item.text.trim() !== '',
  )
}

function written(board: BoardSnapshot): readonly Written[] {
  const items: Written[] = []
  for (const item of board.items.values())
    if (item.type === 'factor' || item.type === 'note') items.push(item)
  return items
}

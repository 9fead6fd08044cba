import type { ItemTypeName, LayerName, Round } from '@second-story/board'
import type { BoardSession } from '../session/board-session.ts'

/** Where something new goes, and the fields that say so. */
export interface WriteLayer {
  readonly layer: LayerName
  readonly fields: Readonly<Record<string, unknown>>
}

const EVERYBODY: WriteLayer = { layer: 'common', fields: {} }

/** The round in which people are writing now, if any. Its time being up does not end it: Show all does. */
export function writingRound(rounds: readonly Round[]): Round | null {
  const last = rounds.at(-1)
  return last?.state === 'writing' ? last : null
}

/** Does the round take such a thing? Factors, or notes; anything else goes on the board as always. */
export function roundTakes(round: Round, type: ItemTypeName): boolean {
  return round.writes === 'factors' ? type === 'factor' : type === 'note'
}

/**
 * Where a new item of this type goes. While people write quietly, what the round asks for goes to the writer's own
 * layer, marked with the round, until Show all; everything else is for everybody at once.
 */
export function writeLayer(session: Pick<BoardSession, 'live' | 'layer'>, type: ItemTypeName): WriteLayer {
  const round = writingRound(session.live.snapshot.conduct.rounds)
  if (!round || !roundTakes(round, type) || !session.layer('own')) return EVERYBODY
  return { layer: 'own', fields: { round: round.id } }
}

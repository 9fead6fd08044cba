import { type ArrowLine, type Relation, type RelationId, turnedShape } from '@second-story/board'
import type { BoardSession } from '../../session/board-session.ts'

/** The same line pointing the other way; its words and pinned ends stay where they are. */
export function turnRound(session: BoardSession, relation: Relation): void {
  const { id, from, to } = relation
  session.do([{ do: 'amend', id, from: to, to: from, ...turnedShape(relation) }], 'turned an arrow round')
}

/** How these arrows run; null: as arrows of their kind do. False where none of them is there. */
export function setLine(session: BoardSession, ids: Iterable<RelationId>, line: ArrowLine | null): boolean {
  const { relations } = session.live.snapshot
  const commands = [...ids].flatMap((id) => (relations.has(id) ? [{ do: 'amend', id, line }] : []))
  if (commands.length === 0) return false
  const what = commands.length === 1 ? 'an arrow' : `${commands.length} arrows`
  session.do(commands, line === null ? `let ${what} run as usual` : `made ${what} ${LINE_WORDS[line]}`)
  return true
}

export const LINE_WORDS: Readonly<Record<ArrowLine, string>> = {
  straight: 'straight',
  curved: 'curved',
  angled: 'right-angled',
}

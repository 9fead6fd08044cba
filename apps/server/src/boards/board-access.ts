import { isRole, type Role } from '@second-story/protocol'
import { keptQuery } from '../storage/kept-query.ts'
import type { BoardRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'

/** Kinds of board that everybody in the team may enter; reviews are for whom was invited (DESIGN section 8, "People"). */
const OPEN_TO_TEAM: readonly string[] = ['chaos-day', 'blank']

/** Who is what on which board; asked on every request and every connection. */
export class BoardAccess {
  readonly #row: ReturnType<typeof boardAndRoles>

  constructor(tables: Tables) {
    this.#row = boardAndRoles(tables)
  }

  /** The board with the account's role on it (null: none); null when there is no such board. Deleted ones are found too. */
  async find(id: string, account: string): Promise<{ board: BoardRow; role: Role | null } | null> {
    const row = await this.#row(id, account)
    if (!row) return null
    const { named, in_team, ...board } = row
    return { board, role: roleFrom(named, in_team !== null, board) }
  }

  /** As the rooms ask: `gone` when there is no such board, or it is deleted. */
  async roleOn(id: string, account: string): Promise<Role | null | 'gone'> {
    const found = await this.find(id, account)
    return !found || found.board.deleted_at !== null ? 'gone' : found.role
  }
}

function boardAndRoles({ query, ask }: Tables) {
  return keptQuery(ask, 2, (id = '', account = '') =>
    query
      .selectFrom('boards')
      .leftJoin('board_members', (join) =>
        join.onRef('board_members.board_id', '=', 'boards.id').on('board_members.account_id', '=', account),
      )
      .leftJoin('team_members', (join) =>
        join.onRef('team_members.team_id', '=', 'boards.team_id').on('team_members.account_id', '=', account),
      )
      .selectAll('boards')
      .select(['board_members.role as named', 'team_members.role as in_team'])
      .where('boards.id', '=', id),
  )
}

/**
 * A role given by name counts, being taken off too; else the team opens some kinds of board, and lets its templates be
 * looked at.
 */
export function roleFrom(
  named: string | null,
  isInTeam: boolean,
  { kind, template }: Pick<BoardRow, 'kind' | 'template'>,
): Role | null {
  if (named !== null) return isRole(named) ? named : null
  if (!isInTeam) return null
  if (OPEN_TO_TEAM.includes(kind)) return 'participant'
  return template === 1 ? 'observer' : null
}

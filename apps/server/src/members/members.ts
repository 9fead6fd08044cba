import { type BoardMember, isRole, type Role } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import { colourOf } from '../accounts/colour.ts'
import { roleFrom } from '../boards/board-access.ts'
import { Problem } from '../http/problem.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { BoardRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'

/** The people of a board and what they are on it; open connections hear of every change. */
export class Members {
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #clock: Clock

  constructor(tables: Tables, rooms: Rooms, clock: Clock) {
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
  }

  /** Everybody by name, whoever is in by their team included. */
  async of(board: BoardRow): Promise<BoardMember[]> {
    const rows = await this.#tables.query
      .selectFrom('accounts')
      .leftJoin('board_members', (join) =>
        join
          .onRef('board_members.account_id', '=', 'accounts.id')
          .on('board_members.board_id', '=', board.id),
      )
      .leftJoin('team_members', (join) =>
        join
          .onRef('team_members.account_id', '=', 'accounts.id')
          .on('team_members.team_id', '=', board.team_id),
      )
      .select(['accounts.id', 'accounts.name', 'accounts.kind'])
      .select(['board_members.role as named', 'team_members.role as in_team'])
      .where((or) =>
        or.or([or('board_members.role', 'is not', null), or('team_members.role', 'is not', null)]),
      )
      .orderBy('accounts.name')
      .orderBy('accounts.id')
      .execute()
    const present = new Set(this.#rooms.present(board.id))
    const colours = this.#rooms.colours(board.id)
    return rows.flatMap(({ id, name, kind, named, in_team }) => {
      const role = roleFrom(named, in_team !== null, board)
      if (role === null) return []
      const colour = colours.get(id) ?? colourOf(id)
      return [{ id, name, kind, colour, role, here: present.has(id), byTeam: named === null }]
    })
  }

  async give(board: string, account: string, role: Role): Promise<void> {
    if (role !== 'owner') await this.#keepsOwner(board, account)
    await this.#set(board, account, role)
  }

  /** Off the board, whatever the team says; their connections close now. */
  async remove(board: string, account: string): Promise<void> {
    await this.#keepsOwner(board, account)
    await this.#set(board, account, 'removed')
  }

  /** When they were taken off, or null. */
  async removedAt(board: string, account: string): Promise<number | null> {
    const row = await this.#tables.query
      .selectFrom('board_members')
      .select(['role', 'changed_at'])
      .where('board_id', '=', board)
      .where('account_id', '=', account)
      .executeTakeFirst()
    return row && !isRole(row.role) ? row.changed_at : null
  }

  async #set(board: string, account: string, role: string): Promise<void> {
    const changed_at = this.#clock.now()
    await this.#tables.query
      .insertInto('board_members')
      .values({ board_id: board, account_id: account, role, changed_at })
      .onConflict((conflict) =>
        conflict.columns(['board_id', 'account_id']).doUpdateSet({ role, changed_at }),
      )
      .execute()
    await this.#rooms.accessChanged(board, account)
  }

  async #keepsOwner(board: string, leaving: string): Promise<void> {
    const owners = await this.#tables.query
      .selectFrom('board_members')
      .select('account_id')
      .where('board_id', '=', board)
      .where('role', '=', 'owner')
      .execute()
    const [only, ...others] = owners
    if (only?.account_id === leaving && others.length === 0) throw new Problem('last-owner')
  }
}

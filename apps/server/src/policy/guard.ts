import { isRole, type Role } from '@second-story/protocol'
import type { BoardAccess } from '../boards/board-access.ts'
import type { Asking, Seat } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import type { Caller } from '../rooms/access.ts'
import type { Tables } from '../storage/tables.ts'
import type { Right } from './rights.ts'

/** Lets the caller in, or throws what they are told. Another team's board answers 404, as if it were not there. */
export class Guard {
  readonly #boards: BoardAccess
  readonly #tables: Tables

  constructor(boards: BoardAccess, tables: Tables) {
    this.#boards = boards
    this.#tables = tables
  }

  async let(c: Asking, right: Right): Promise<void> {
    if (right.who === 'anyone') return
    const caller = c.var.caller
    if (!caller) throw new Problem('sign-in')
    switch (right.who) {
      case 'account':
        return
      case 'member':
        if (caller.kind === 'guest')
          throw new Problem('forbidden', 'Guests cannot do this: make an account first.')
        return
      case 'server-owner':
        return this.#serverOwner(caller)
      case 'team':
        return this.#team(caller, c.req.param('team') ?? '', right.admins)
      case 'board':
        c.set('seat', await this.#seat(caller, c.req.param('board') ?? '', right))
    }
  }

  async #serverOwner(caller: Caller): Promise<void> {
    const row = await this.#tables.query
      .selectFrom('accounts')
      .select('is_server_owner')
      .where('id', '=', caller.account)
      .executeTakeFirst()
    if (row?.is_server_owner !== 1) throw new Problem('forbidden')
  }

  async #team(caller: Caller, team: string, admins: boolean): Promise<void> {
    const row = await this.#tables.query
      .selectFrom('team_members')
      .select('role')
      .where('team_id', '=', team)
      .where('account_id', '=', caller.account)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', 'There is no such team.')
    if (admins && row.role !== 'admin') throw new Problem('forbidden')
  }

  async #seat(caller: Caller, id: string, right: Extract<Right, { who: 'board' }>): Promise<Seat> {
    const found = await this.#boards.find(id, caller.account)
    const isDeleted = found?.board.deleted_at != null
    if (!found || isDeleted !== (right.deleted ?? false) || !isRole(found.role)) throw new Problem('no-board')
    const role: Role = found.role
    if (!right.roles.includes(role)) throw new Problem('forbidden')
    return { board: found.board, role }
  }
}

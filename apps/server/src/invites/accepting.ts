import { type Account, type InviteInfo, isRole, type Role } from '@second-story/protocol'
import { Accounts, accountOf } from '../accounts/accounts.ts'
import type { ArrivalLimit } from '../accounts/arrival-limit.ts'
import type { BoardAccess } from '../boards/board-access.ts'
import { clientAddress, placeOf } from '../http/client-address.ts'
import type { Asking } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import { Members } from '../members/members.ts'
import { higher } from '../members/policy.ts'
import type { Parts } from '../parts.ts'
import type { Caller } from '../rooms/access.ts'
import type { AccountRow, InviteRow } from '../storage/schema.ts'
import type { Invites } from './invites.ts'

interface Joined {
  readonly board: { readonly id: string } | null
  readonly team: { readonly id: string } | null
  readonly account: Account
}

/** Joining by link. */
export class Accepting {
  readonly #parts: Parts
  readonly #invites: Invites
  readonly #access: BoardAccess
  readonly #arrivals: ArrivalLimit
  readonly #accounts: Accounts
  readonly #members: Members

  constructor(parts: Parts, invites: Invites, access: BoardAccess, arrivals: ArrivalLimit) {
    this.#parts = parts
    this.#arrivals = arrivals
    this.#invites = invites
    this.#access = access
    this.#accounts = new Accounts(parts.tables, parts.clock, parts.makeId)
    this.#members = new Members(parts.tables, parts.rooms, parts.clock)
  }

  async describe(token: string): Promise<InviteInfo> {
    const row = await this.#invites.find(token)
    const title = await this.#titleOf(row)
    return { board: row.board_id ? { title } : null, team: row.team_id ? { title } : null, role: row.role }
  }

  async #titleOf(row: InviteRow): Promise<string> {
    const { query } = this.#parts.tables
    if (row.team_id) {
      const team = await query
        .selectFrom('teams')
        .select('title')
        .where('id', '=', row.team_id)
        .executeTakeFirst()
      return team?.title ?? ''
    }
    const board = await query
      .selectFrom('boards')
      .select(['title', 'deleted_at'])
      .where('id', '=', row.board_id)
      .executeTakeFirst()
    if (!board || board.deleted_at !== null) throw new Problem('invite-over')
    return board.title
  }

  async accept(c: Asking, token: string, name: string | undefined, caller: Caller | null): Promise<Joined> {
    const row = await this.#invites.find(token)
    await this.#titleOf(row)
    const known = caller ? await this.#accounts.byId(caller.account) : undefined
    if (!known && name !== undefined) {
      await this.#arrivals.arrives(placeOf(clientAddress(c, this.#parts.config.trustProxy)))
    }
    const account = row.team_id
      ? await this.#joinTeam(row, row.team_id, known)
      : await this.#joinBoard(row, row.board_id ?? '', known, name)
    if (!known) await this.#parts.sessions.start(c, account.id)
    return {
      board: row.board_id ? { id: row.board_id } : null,
      team: row.team_id ? { id: row.team_id } : null,
      account: accountOf(account),
    }
  }

  /** In with the invitation's role, or the higher one that they have; someone taken off needs a newer invitation. */
  async #joinBoard(
    row: InviteRow,
    board: string,
    known: AccountRow | undefined,
    name: string | undefined,
  ): Promise<AccountRow> {
    const role: Role = isRole(row.role) ? row.role : 'observer'
    if (!known) {
      if (name === undefined) throw new Problem('bad-value', 'Say a name by which the others know you.')
      await this.#invites.use(row)
      const guest = this.#accounts.guest(name)
      await this.#parts.tables.query.insertInto('accounts').values(guest).execute()
      await this.#members.give(board, guest.id, role)
      return guest
    }
    const removedAt = await this.#members.removedAt(board, known.id)
    if (removedAt !== null && removedAt >= row.created_at) throw new Problem('removed')
    const held = (await this.#access.find(board, known.id))?.role ?? null
    const next = higher(held, role)
    if (next !== held) {
      await this.#invites.use(row)
      await this.#members.give(board, known.id, next)
    }
    return known
  }

  async #joinTeam(row: InviteRow, team: string, known: AccountRow | undefined): Promise<AccountRow> {
    if (!known) throw new Problem('sign-in')
    if (known.kind === 'guest') throw new Problem('forbidden', 'Make an account first: a team is for longer.')
    await this.#invites.use(row)
    await this.#parts.tables.query
      .insertInto('team_members')
      .values({ team_id: team, account_id: known.id, role: 'member' })
      .onConflict((conflict) => conflict.columns(['team_id', 'account_id']).doNothing())
      .execute()
    return known
  }
}

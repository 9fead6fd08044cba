import type { Team, TeamRole } from '@second-story/protocol'
import type { Clock, MakeId } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import { Caps } from '../policy/caps.ts'
import type { AccountRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'

/** Teams and who is in them. */
export class Teams {
  readonly #tables: Tables
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor(tables: Tables, clock: Clock, makeId: MakeId) {
    this.#tables = tables
    this.#clock = clock
    this.#makeId = makeId
  }

  async of(account: string): Promise<Team[]> {
    const rows = await this.#tables.query
      .selectFrom('team_members')
      .innerJoin('teams', 'teams.id', 'team_members.team_id')
      .selectAll('teams')
      .select('team_members.role')
      .select((select) =>
        select
          .selectFrom('team_members as others')
          .whereRef('others.team_id', '=', 'teams.id')
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('members'),
      )
      .where('team_members.account_id', '=', account)
      .orderBy('teams.created_at')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      role: row.role,
      personal: row.personal_of === account,
      members: Number(row.members),
    }))
  }

  async make(title: string, account: string): Promise<Team> {
    await new Caps(this.#tables).forTeam(account)
    const { query } = this.#tables
    const id = this.#makeId()
    await this.#tables.atomically([
      query.insertInto('teams').values({ id, title, personal_of: null, created_at: this.#clock.now() }),
      query.insertInto('team_members').values({ team_id: id, account_id: account, role: 'admin' }),
    ])
    return { id, title, role: 'admin', personal: false, members: 1 }
  }

  members(team: string): Promise<(AccountRow & { in_team: TeamRole })[]> {
    return this.#tables.query
      .selectFrom('team_members')
      .innerJoin('accounts', 'accounts.id', 'team_members.account_id')
      .selectAll('accounts')
      .select('team_members.role as in_team')
      .where('team_members.team_id', '=', team)
      .orderBy('accounts.name')
      .execute()
  }

  async roleIn(team: string, account: string): Promise<TeamRole | null> {
    const row = await this.#tables.query
      .selectFrom('team_members')
      .select('role')
      .where('team_id', '=', team)
      .where('account_id', '=', account)
      .executeTakeFirst()
    return row?.role ?? null
  }

  async setRole(team: string, account: string, role: TeamRole): Promise<void> {
    if (role !== 'admin') await this.#keepsAdmin(team, account)
    await this.#tables.query
      .updateTable('team_members')
      .set({ role })
      .where('team_id', '=', team)
      .where('account_id', '=', account)
      .execute()
  }

  async remove(team: string, account: string): Promise<void> {
    await this.#keepsAdmin(team, account)
    await this.#tables.query
      .deleteFrom('team_members')
      .where('team_id', '=', team)
      .where('account_id', '=', account)
      .execute()
  }

  /** Boards of the team that are there, for telling their rooms that access has changed. */
  async boards(team: string): Promise<string[]> {
    const rows = await this.#tables.query
      .selectFrom('boards')
      .select('id')
      .where('team_id', '=', team)
      .where('deleted_at', 'is', null)
      .execute()
    return rows.map((row) => row.id)
  }

  async #keepsAdmin(team: string, leaving: string): Promise<void> {
    const other = await this.#tables.query
      .selectFrom('team_members')
      .select('account_id')
      .where('team_id', '=', team)
      .where('role', '=', 'admin')
      .where('account_id', '!=', leaving)
      .limit(1)
      .executeTakeFirst()
    if (!other && (await this.roleIn(team, leaving)) === 'admin') throw new Problem('last-admin')
  }
}

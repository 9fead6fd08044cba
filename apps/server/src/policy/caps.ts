import { Problem } from '../http/problem.ts'
import type { InviteTo } from '../invites/invite-to.ts'
import type { Tables } from '../storage/tables.ts'

const DAY_MS = 24 * 60 * 60_000

/** How much of what stays on the disk one may make: far above any honest use, so that a script gone wild stops somewhere. */
export const CAPS = {
  /** boards that one account makes, and that are made in one team, within 24 hours; deleted ones count */
  boardsADay: { account: 300, team: 1000 },
  /** of one board or one team: links that let people in at the same time, and links made within 24 hours */
  invites: { open: 200, aDay: 1000 },
  /** tokens of one account; ended ones are gone and do not count */
  tokens: 50,
  /** teams that one account looks after, the personal one among them */
  teams: 100,
} as const

/**
 * Refuses what would go over `CAPS`. Two requests at the same moment may both pass the last place: these are bounds against
 * filling the disk, not tickets.
 */
export class Caps {
  readonly #tables: Tables

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** Throws `too-many-boards` (429: tomorrow there is room). */
  async forBoard(team: string, account: string, now: number): Promise<void> {
    const { query } = this.#tables
    const lately = query
      .selectFrom('boards')
      .where('boards.created_at', '>', now - DAY_MS)
      .select(({ fn }) => fn.countAll<number>().as('n'))
    const [inTeam, mine] = await Promise.all([
      lately.where('boards.team_id', '=', team).executeTakeFirst(),
      lately
        .innerJoin('board_members', 'board_members.board_id', 'boards.id')
        .where('board_members.account_id', '=', account)
        .where('board_members.role', '=', 'owner')
        .executeTakeFirst(),
    ])
    const isFull =
      Number(inTeam?.n ?? 0) >= CAPS.boardsADay.team || Number(mine?.n ?? 0) >= CAPS.boardsADay.account
    if (isFull) throw new Problem('too-many-boards')
  }

  /** Throws `too-many-invites` (422: end one first) or `too-many-invites-today` (429). */
  async forInvite(to: InviteTo, openLinks: number, now: number): Promise<void> {
    if (openLinks >= CAPS.invites.open) throw new Problem('too-many-invites')
    const made = await this.#tables.query
      .selectFrom('invites')
      .where((is) => ('board' in to ? is('board_id', '=', to.board) : is('team_id', '=', to.team)))
      .where('created_at', '>', now - DAY_MS)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst()
    if (Number(made?.n ?? 0) >= CAPS.invites.aDay) throw new Problem('too-many-invites-today')
  }

  /** Throws `too-many-tokens`. */
  async forToken(account: string): Promise<void> {
    const held = await this.#tables.query
      .selectFrom('tokens')
      .where('account_id', '=', account)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst()
    if (Number(held?.n ?? 0) >= CAPS.tokens) throw new Problem('too-many-tokens')
  }

  /** Throws `too-many-teams`. */
  async forTeam(account: string): Promise<void> {
    const held = await this.#tables.query
      .selectFrom('team_members')
      .where('account_id', '=', account)
      .where('role', '=', 'admin')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst()
    if (Number(held?.n ?? 0) >= CAPS.teams) throw new Problem('too-many-teams')
  }
}

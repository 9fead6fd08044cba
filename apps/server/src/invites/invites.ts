import type { Invite } from '@second-story/protocol'
import type { Clock, MakeId } from '@second-story/std'
import { hashOf, makeSecret } from '../accounts/secret.ts'
import { Problem } from '../http/problem.ts'
import { Caps } from '../policy/caps.ts'
import type { InviteRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import type { InviteTo } from './invite-to.ts'

const HOUR_MS = 60 * 60_000
const USUAL_HOURS = 24 * 7

export interface InviteTerms {
  readonly expiresInHours?: number | undefined
  readonly maxUses?: number | undefined
}

/** Links by which people join; only the hash of one is kept. */
export class Invites {
  readonly #tables: Tables
  readonly #clock: Clock
  readonly #makeId: MakeId
  readonly #caps: Caps

  constructor(tables: Tables, clock: Clock, makeId: MakeId) {
    this.#tables = tables
    this.#clock = clock
    this.#makeId = makeId
    this.#caps = new Caps(tables)
  }

  async make(
    to: InviteTo,
    role: string,
    terms: InviteTerms,
  ): Promise<{ id: string; token: string; expiresAt: number }> {
    const now = this.#clock.now()
    await this.#caps.forInvite(to, (await this.of(to)).length, now)
    const token = makeSecret()
    const row: InviteRow = {
      id: this.#makeId(),
      token_hash: hashOf(token),
      board_id: 'board' in to ? to.board : null,
      team_id: 'team' in to ? to.team : null,
      role,
      created_at: now,
      expires_at: now + Math.round((terms.expiresInHours ?? USUAL_HOURS) * HOUR_MS),
      max_uses: terms.maxUses ?? null,
      uses: 0,
      revoked_at: null,
    }
    await this.#tables.query.insertInto('invites').values(row).execute()
    return { id: row.id, token, expiresAt: row.expires_at }
  }

  /** Those to a board or a team that still let people in. */
  async of(to: InviteTo): Promise<InviteRow[]> {
    const rows = await this.#tables.query
      .selectFrom('invites')
      .selectAll()
      .where((is) => ('board' in to ? is('board_id', '=', to.board) : is('team_id', '=', to.team)))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', this.#clock.now())
      .orderBy('created_at')
      .execute()
    return rows.filter((row) => row.max_uses === null || row.uses < row.max_uses)
  }

  /** Stops new joins; who is in stays in. */
  async revoke(to: InviteTo, id: string): Promise<void> {
    const done = await this.#tables.query
      .updateTable('invites')
      .set({ revoked_at: this.#clock.now() })
      .where('id', '=', id)
      .where((is) => ('board' in to ? is('board_id', '=', to.board) : is('team_id', '=', to.team)))
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new Problem('no-invite')
  }

  /** The invitation behind a token, as long as it lets people in. */
  async find(token: string): Promise<InviteRow> {
    const row = await this.#tables.query
      .selectFrom('invites')
      .selectAll()
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst()
    if (!row) throw new Problem('no-invite')
    const isUsedUp = row.max_uses !== null && row.uses >= row.max_uses
    if (row.revoked_at !== null || row.expires_at <= this.#clock.now() || isUsedUp)
      throw new Problem('invite-over')
    return row
  }

  /** Counts one use; throws when someone else took the last one meanwhile. */
  async use(row: InviteRow): Promise<void> {
    const done = await this.#tables.query
      .updateTable('invites')
      .set((set) => ({ uses: set('uses', '+', 1) }))
      .where('id', '=', row.id)
      .where('revoked_at', 'is', null)
      .where((is) => is.or([is('max_uses', 'is', null), is('uses', '<', is.ref('max_uses'))]))
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new Problem('invite-over')
  }
}

/** An invitation as it is listed: without what opens it. */
export function inviteOf({ id, role, created_at, expires_at, max_uses, uses }: InviteRow): Invite {
  return { id, role, createdAt: created_at, expiresAt: expires_at, maxUses: max_uses, uses }
}

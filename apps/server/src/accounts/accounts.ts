import type { Account } from '@second-story/protocol'
import type { Clock, MakeId } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import { Turns } from '../rooms/turns.ts'
import type { AccountRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { colourOf } from './colour.ts'

const TEAM_TITLE = 'My boards'

interface SignUpWords {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** Makes, finds and changes accounts. */
export class Accounts {
  readonly #tables: Tables
  readonly #clock: Clock
  readonly #makeId: MakeId
  readonly #signingUp = new Turns()

  constructor(tables: Tables, clock: Clock, makeId: MakeId) {
    this.#tables = tables
    this.#clock = clock
    this.#makeId = makeId
  }

  byId(id: string): Promise<AccountRow | undefined> {
    return this.#tables.query.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  }

  byEmail(email: string): Promise<AccountRow | undefined> {
    return this.#tables.query
      .selectFrom('accounts')
      .selectAll()
      .where('email', '=', normalEmail(email))
      .executeTakeFirst()
  }

  /** True while nobody has an account of their own. */
  async isEmpty(): Promise<boolean> {
    const someone = await this.#tables.query
      .selectFrom('accounts')
      .select('id')
      .where('kind', '=', 'member')
      .limit(1)
      .executeTakeFirst()
    return someone === undefined
  }

  members(): Promise<AccountRow[]> {
    return this.#tables.query
      .selectFrom('accounts')
      .selectAll()
      .where('kind', '=', 'member')
      .orderBy('created_at')
      .execute()
  }

  /**
   * A new account with a team of its own; the first on the server owns it. A guest who signs up stays who they are. `onlyFirst`:
   * strangers may not, but for the first. One after the other: of two who come first at the same moment one is.
   */
  signUp(guest: AccountRow | undefined, words: SignUpWords, onlyFirst = false): Promise<AccountRow> {
    return this.#signingUp.run(() => this.#signUp(guest, words, onlyFirst))
  }

  async #signUp(guest: AccountRow | undefined, words: SignUpWords, onlyFirst: boolean): Promise<AccountRow> {
    if (await this.byEmail(words.email)) throw new Problem('email-taken')
    const isFirst = await this.isEmpty()
    if (onlyFirst && !guest && !isFirst) throw new Problem('invited-only')
    const now = this.#clock.now()
    const row: AccountRow = {
      id: guest?.id ?? this.#makeId(),
      kind: 'member',
      name: words.name,
      email: normalEmail(words.email),
      password_hash: words.passwordHash,
      is_server_owner: isFirst ? 1 : 0,
      created_at: guest?.created_at ?? now,
    }
    const { query } = this.#tables
    const team = this.#makeId()
    await this.#tables
      .atomically([
        guest
          ? query.updateTable('accounts').set(row).where('id', '=', row.id)
          : query.insertInto('accounts').values(row),
        query
          .insertInto('teams')
          .values({ id: team, title: TEAM_TITLE, personal_of: row.id, created_at: now }),
        query.insertInto('team_members').values({ team_id: team, account_id: row.id, role: 'admin' }),
      ])
      .catch((error: unknown) => {
        if (isTaken(error)) throw new Problem('email-taken')
        throw error
      })
    return row
  }

  /** Came by invite link with a name only. */
  guest(name: string): AccountRow {
    return {
      id: this.#makeId(),
      kind: 'guest',
      name,
      email: null,
      password_hash: null,
      is_server_owner: 0,
      created_at: this.#clock.now(),
    }
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#tables.query.updateTable('accounts').set({ name }).where('id', '=', id).execute()
  }
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** Two people took the same address at the same moment: the unique index says so. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && /unique/i.test(error.message)
}

/** The account as it is told to itself. */
export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    colour: colourOf(row.id),
    kind: row.kind,
    email: row.email,
    serverOwner: row.is_server_owner === 1,
  }
}

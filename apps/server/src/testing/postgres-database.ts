import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migratePostgres } from '../storage/postgres/migrate.ts'

const TEMPLATE = 'second_story_template'
const TEMPLATE_LOCK = 1

/** For tests: a migrated database of its own on the test run's Postgres. */
export class PostgresDatabase {
  readonly url: string
  readonly #admin: string
  readonly #name: string

  private constructor(admin: string, name: string) {
    this.#admin = admin
    this.#name = name
    this.url = urlOf(admin, name)
  }

  /** `admin`: where the server is, as the test run provides it; `isEmpty`: nothing is migrated yet. */
  static async make(admin: string, { isEmpty = false } = {}): Promise<PostgresDatabase> {
    const name = `t_${randomUUID().replaceAll('-', '')}`
    await onServer(admin, async (client) => {
      if (!isEmpty) await makeTemplate(admin, client)
      await client.query(`create database ${name} template ${isEmpty ? 'template0' : TEMPLATE}`)
    })
    return new PostgresDatabase(admin, name)
  }

  /** Ends every connection to it, too. */
  async drop(): Promise<void> {
    await onServer(this.#admin, (client) =>
      client.query(`drop database if exists ${this.#name} with (force)`),
    )
  }
}

/** Migrated once for the whole run, then copied. */
async function makeTemplate(admin: string, client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const found = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
  if (found.rowCount === 0) {
    const draft = `${TEMPLATE}_draft`
    await client.query(`create database ${draft}`)
    await migratePostgres(urlOf(admin, draft))
    await client.query(`alter database ${draft} rename to ${TEMPLATE}`)
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
}

async function onServer(admin: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(admin: string, name: string): string {
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

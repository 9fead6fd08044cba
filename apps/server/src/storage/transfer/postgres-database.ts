import { systemClock } from '@second-story/std'
import type pg from 'pg'
import { migratePostgres } from '../postgres/migrate.ts'
import { connectForLongWork, untilReachable } from '../postgres/open.ts'
import { TransferError } from './place.ts'
import { type AnyRow, healing, rowsAtOnce, type Source, type Target } from './rows.ts'

interface Held {
  readonly client: pg.PoolClient
  release(): Promise<void>
}

async function hold(url: string): Promise<Held> {
  const pool = connectForLongWork(url)
  try {
    await untilReachable(pool, url)
    const client = await pool.connect()
    return {
      client,
      async release() {
        client.release(true)
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** What lies in a database, while others may write to it. Throws `TransferError` or `DatabaseUrlError`. */
export async function readPostgres(url: string): Promise<Source> {
  const { client, release } = await hold(url)
  try {
    if (!(await hasTable(client, 'kysely_migration')))
      throw new TransferError('the database holds nothing of ours')
    await client.query('begin isolation level repeatable read read only')
    const found = await client.query<{ name: string }>('select max(name) as name from kysely_migration')
    return {
      lastMigration: found.rows[0]?.name ?? '',
      async *rows(table) {
        await client.query(`declare reading no scroll cursor for select * from ${table}`)
        for (;;) {
          const { rows } = await client.query<AnyRow & pg.QueryResultRow>(
            `fetch ${rowsAtOnce(table)} from reading`,
          )
          if (rows.length === 0) break
          yield rows
        }
        await client.query('close reading')
      },
      close: release,
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** How many servers are connected to it now. */
export async function serversOn(url: string): Promise<number> {
  const { client, release } = await hold(url)
  try {
    const others = await client.query<{ n: number }>(
      `select count(*) as n from pg_stat_activity where datname = current_database()
        and application_name = 'second-story' and pid <> pg_backend_pid()`,
    )
    return others.rows[0]?.n ?? 0
  } finally {
    await release()
  }
}

/** An empty database; all of it is written in one transaction. Throws `TransferError` when there is something in it. */
export async function writePostgres(url: string, lastMigration: string): Promise<Target> {
  const { client, release } = await hold(url)
  try {
    await refuseUsed(client, lastMigration)
    await migratePostgres(url, lastMigration)
    await client.query('begin')
  } catch (error) {
    await release()
    throw error
  }
  return {
    async insert(table, columns, rows) {
      const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null))
      await client.query(
        `insert into ${table} (${columns.join()}) values ${marks(rows.length, columns.length)}`,
        values,
      )
    },
    async markHealing() {
      for (const sql of healing(systemClock.now())) await client.query(sql)
    },
    async keep() {
      await client.query('commit')
      await release()
      await migratePostgres(url)
    },
    async drop() {
      await client.query('rollback').catch(() => undefined)
      await release()
    },
  }
}

/** Empty tables of the same version are what an attempt that failed has left. */
async function refuseUsed(client: pg.ClientBase, lastMigration: string): Promise<void> {
  if (!(await hasTable(client, 'kysely_migration'))) return
  const found = await client.query<{ last: string; used: boolean }>(
    'select max(name) as last, exists (select 1 from accounts) as used from kysely_migration',
  )
  const { last, used } = found.rows[0] ?? { last: null, used: true }
  if (used || last !== lastMigration) throw new TransferError('the database is not empty: name one that is')
}

async function hasTable(client: pg.ClientBase, name: string): Promise<boolean> {
  const found = await client.query<{ name: string | null }>('select to_regclass($1) as name', [name])
  return (found.rows[0]?.name ?? null) !== null
}

/** `($1,$2),($3,$4)` … */
function marks(rows: number, columns: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const one = Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`)
    return `(${one.join()})`
  }).join()
}

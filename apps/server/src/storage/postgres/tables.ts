import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Schema } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { inTransaction } from './transaction.ts'

/** The tables in Postgres. */
export function postgresTables(pool: pg.Pool): Tables {
  return {
    query: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    ask: async <R>(sql: string, parameters: readonly unknown[]) =>
      (await pool.query(sql, [...parameters])).rows as R[],
    atomically: (writes) =>
      inTransaction(pool, 'write', async (client) => {
        for (const { sql, parameters } of writes.map((write) => write.compile()))
          await client.query(sql, [...parameters])
      }),
  }
}

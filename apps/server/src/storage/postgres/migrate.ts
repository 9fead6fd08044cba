import { Kysely, PostgresDialect } from 'kysely'
import { migrate } from '../migrations/index.ts'
import { connectForLongWork } from './open.ts'

/** Names the lock among all of this database; any number that nobody else uses. */
const LOCK = 7_236_401_155

/** Brings the tables up to date; of many nodes that start at one time one does it, and the others wait for it. */
export async function migratePostgres(url: string, last?: string): Promise<void> {
  const pool = connectForLongWork(url)
  try {
    const holder = await pool.connect()
    try {
      await holder.query('select pg_advisory_lock($1)', [LOCK])
      await migrate(new Kysely({ dialect: new PostgresDialect({ pool }) }), last)
    } finally {
      // the lock goes with the connection
      holder.release(true)
    }
  } finally {
    await pool.end()
  }
}

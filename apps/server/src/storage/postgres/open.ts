import pg from 'pg'
import { DatabaseUrlError } from './database-url-error.ts'

/** How long a connection, an answer and a lock are waited for, and how long a silent transaction may hold its locks, in ms. */
const CONNECT_MS = 5000
const STATEMENT_MS = 30_000
const LOCK_MS = 10_000
const SILENT_MS = 15_000
/** a line that was cut without a word: the database itself would have ended the statement by then */
const ANSWER_MS = STATEMENT_MS + 5000

const CONNECTIONS = 10
const FIRST_TRIES = 5
const TRY_AGAIN_MS = 1000

/** Hears of a connection that broke while nobody used it. */
export type ReportLost = (error: Error) => void

/** int8 comes as text otherwise: all of ours (times, numbers of rows, Yjs clients) are exact in a double. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)

/** Connections to the database at `url`, made when they are needed. */
export function connectPostgres(url: string, lost: ReportLost = () => undefined): pg.Pool {
  const pool = new pg.Pool({
    ...base(url),
    max: CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: SILENT_MS,
    onConnect: waitForDisk,
  })
  pool.on('error', lost)
  hearInUse(pool)
  return pool
}

/** Connections for long work without limits: migrations, copies. */
export function connectForLongWork(url: string): pg.Pool {
  const pool = new pg.Pool({ ...base(url), max: 4, onConnect: waitForDisk })
  pool.on('error', () => undefined)
  hearInUse(pool)
  return pool
}

/** The pool hears of its idle connections only; one that is in use would end the process. Whoever uses it gets a rejection. */
function hearInUse(pool: pg.Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined))
}

function base(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    application_name: 'second-story',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types,
  }
}

/** "Saved" means on disk (SPEC.md rule 4), whatever the database is set to for others. */
async function waitForDisk(client: pg.ClientBase): Promise<void> {
  await client.query(
    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
  )
}

/** Resolves when the database answers; it may be starting up, so a few tries. Throws `DatabaseUrlError`. */
export async function untilReachable(pool: pg.Pool, url: string, pauseMs = TRY_AGAIN_MS): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (attempt === FIRST_TRIES || !isWorthWaiting(error)) throw new DatabaseUrlError(url, error)
      await new Promise((done) => setTimeout(done, pauseMs))
    }
  }
}

/** A refused password or a database that does not exist stays so; a server that starts or is full does not. */
function isWorthWaiting(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(57|53)/.test(error.code ?? '')
}

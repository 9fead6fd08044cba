import type Database from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { DurableLog } from './durable-log.ts'
import type { Statements } from './kept-statements.ts'

/**
 * Kysely over SQLite, where a write waits for the disk beside this thread (`DurableLog`), and a look waits for nothing. Every
 * statement is whole by itself, so that many may wait at once, for one sync; there are no transactions (`Tables` says why).
 */
export function besideDialect(statements: Statements, log: DurableLog): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new BesideDriver(new Connection(statements, log)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class Connection implements DatabaseConnection {
  readonly #statements: Statements
  readonly #log: DurableLog

  constructor(statements: Statements, log: DurableLog) {
    this.#statements = statements
    this.#log = log
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#statements.get(sql)
    if (statement.readonly) return { rows: statement.all(...parameters) as R[] }
    return this.#log.written(() => run<R>(statement, parameters))
  }

  // biome-ignore lint/correctness/useYield: nobody asks for rows one by one
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('rows are not streamed')
  }
}

function run<R>(statement: Database.Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(...parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(...parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

class BesideDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('writes that belong together are given whole, to `atomically`'))
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(): Promise<void> {}

  /** The database is closed by whoever opened it. */
  async destroy(): Promise<void> {}
}

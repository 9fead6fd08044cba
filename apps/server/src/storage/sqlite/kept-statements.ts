import type Database from 'better-sqlite3'

/** Statements that are asked again and again, at every request and socket, are compiled once. */
const KEPT = 300

export class Statements {
  readonly #database: Database.Database
  readonly #kept = new Map<string, Database.Statement>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  get(sql: string): Database.Statement {
    const found = this.#kept.get(sql)
    if (found !== undefined && !found.busy) return found
    const statement = this.#database.prepare(sql)
    if (this.#kept.size >= KEPT) this.#kept.clear()
    this.#kept.set(sql, statement)
    return statement
  }
}

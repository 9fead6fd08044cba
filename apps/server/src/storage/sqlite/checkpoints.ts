import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type Database from 'better-sqlite3'

/** commits between two looks at the log */
const EVERY_COMMITS = 250
/** pages: a log of so many is started over, for which commits have to wait a moment */
const LONG = 4000
/** pages: should the other thread not keep up, SQLite does it where it commits */
const LAST_RESORT = 16_000

/** What a checkpoint says: pages in the log, and how many of them are in the database now. */
interface Told {
  readonly log: number
  readonly checkpointed: number
}

const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const Database = require(workerData.sqlite)
const database = new Database(workerData.file)
database.pragma('synchronous = FULL')
database.pragma('busy_timeout = 0')
parentPort.on('message', (ask) => {
  if (ask === 'end') {
    database.close()
    parentPort.close()
    return
  }
  try {
    parentPort.postMessage(database.pragma('wal_checkpoint(PASSIVE)')[0])
  } catch (error) {
    parentPort.postMessage({ log: 0, checkpointed: 0, problem: String(error) })
  }
})`

/**
 * Copies the write-ahead log into the database on another thread, which holds up nobody. Only where the log has become long is
 * there a pause, so that everything in it is copied and SQLite begins it anew; without one it would grow as long as people write.
 */
export class Checkpoints {
  readonly #database: Database.Database
  #worker: Worker | null = null
  #isUnderWay = false
  #lookedAt = 0
  #pause: Promise<void> | null = null
  #isClosed = false

  constructor(database: Database.Database) {
    this.#database = database
    database.pragma(`wal_autocheckpoint = ${LAST_RESORT}`)
  }

  /** Resolves when the log has been started over; null: nothing is in the way of a commit. */
  get pause(): Promise<void> | null {
    return this.#pause
  }

  /** So many commits are on disk. */
  synced(commits: number): void {
    if (this.#isUnderWay || this.#isClosed || commits - this.#lookedAt < EVERY_COMMITS) return
    this.#lookedAt = commits
    void this.#run()
  }

  async #run(): Promise<void> {
    this.#isUnderWay = true
    const { log, checkpointed } = await this.#checkpoint()
    if (log >= LONG && checkpointed > 0) {
      const rest = this.#checkpoint()
      this.#pause = rest.then(() => {
        this.#pause = null
      })
      await this.#pause
    }
    this.#isUnderWay = false
  }

  /** Never rejects: what was not copied is copied the next time. */
  #checkpoint(): Promise<Told> {
    return new Promise((resolve) => {
      const worker = this.#started()
      const done = (told: Told): void => {
        worker.off('message', done)
        worker.off('exit', ended)
        resolve(told)
      }
      const ended = (): void => {
        this.#worker = null
        done({ log: 0, checkpointed: 0 })
      }
      worker.once('message', done)
      worker.once('exit', ended)
      worker.postMessage('go')
    })
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
    this.#worker = new Worker(THREAD, { eval: true, workerData: { sqlite, file: this.#database.name } })
    this.#worker.unref()
    this.#worker.on('error', () => undefined)
    return this.#worker
  }

  /** Ends the thread, so that the database's last connection is the one that is closed next. */
  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    if (worker === null) return
    await new Promise<void>((resolve) => {
      worker.once('exit', () => resolve())
      worker.postMessage('end')
    })
  }
}

import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { Checkpoints } from './checkpoints.ts'

/** What `DurableLog` asks of the system; a test has a disk of its own that fails. */
export interface Disk {
  fdatasync(fd: number, done: (error: Error | null) => void): void
  fdatasyncSync(fd: number): void
}

interface Waiter {
  readonly needs: number
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

const MEND_CHUNK = 1024 * 1024
const MEND_FIRST_MS = 100
const MEND_LONGEST_MS = 5000

/** The disk did not take what was committed: nothing of it may be told, and nothing more is committed until it does. */
export class NotDurableError extends Error {
  override readonly name = 'NotDurableError'
}

/**
 * Commits without waiting for the disk, and says when they are on it. SQLite's own wait (`synchronous = FULL`) would hold up the
 * one thread that carries everybody's edits; here a commit only writes to the write-ahead log (`NORMAL`), and the log is synced
 * on another thread through a descriptor of our own. While one sync runs, later commits wait together for the next.
 *
 * Why nothing is lost:
 * - A commit is told after `settled` alone, and so is whatever was read: a reader sees what is committed and not synced yet.
 * - What an earlier process left in the log, killed between commit and sync, is written once more and synced when it is opened.
 * - The log's file stays the same as long as the database is open: checkpoints start it over or cut it, nobody else deletes it.
 *   SQLite itself syncs its new header when it starts over, the log before a checkpoint, and the database after it.
 * - After a failed sync the system may call pages clean that it never wrote, and the next sync would succeed without them: the
 *   log is then written once more over itself, and synced, before anything else is.
 * - Writing the log over itself is safe since nobody else writes to it: the data folder is locked (`lock.ts`), and all writing is
 *   done on this thread.
 * - Locks of SQLite lie on other files: closing a descriptor of the log drops none.
 */
export class DurableLog {
  readonly #database: Database.Database
  readonly #disk: Disk
  readonly #checkpoints: Checkpoints | null
  /** null: there is no log to sync, every commit waits as SQLite does */
  #fd: number | null
  #isSeen = false
  #committed = 0
  #durable = 0
  #waiting: Waiter[] = []
  #isSyncing = false
  #problem: NotDurableError | null = null

  constructor(database: Database.Database, disk: Disk = { fdatasync, fdatasyncSync }) {
    this.#database = database
    this.#disk = disk
    this.#fd = openLog(database, disk)
    this.#checkpoints = this.#fd === null ? null : new Checkpoints(database)
  }

  /** Runs what commits one transaction. It is on disk when a `settled` that is called afterwards resolves. */
  commit<T>(transaction: () => T): T {
    if (this.#problem !== null) throw this.#problem
    if (this.#fd === null) return transaction()
    this.#database.pragma('synchronous = NORMAL')
    try {
      return transaction()
    } finally {
      this.#database.pragma('synchronous = FULL')
      this.#committed++
      if (!this.#isSeen) this.#see(this.#fd)
    }
  }

  /** The first commit must have come into the file that is going to be synced; else SQLite waits for the disk as it always did. */
  #see(fd: number): void {
    this.#isSeen = true
    const ours = fstatSync(fd)
    if (ours.size > 0 && ours.nlink > 0 && statSync(logOf(this.#database)).ino === ours.ino) return
    closeSync(fd)
    this.#fd = null
    // syncs the log before it copies it
    this.#database.pragma('wal_checkpoint(PASSIVE)')
  }

  /** One transaction, on disk when this resolves; those that are asked for meanwhile wait for the disk together. */
  async written<T>(transaction: () => T): Promise<T> {
    // without a pause it is committed before this returns: what is asked for later comes later
    const pause = this.#checkpoints?.pause ?? null
    if (pause !== null) await pause
    const result = this.commit(transaction)
    await this.settled()
    return result
  }

  /** Resolves when all that is committed by now would survive a cut power cord; rejects with `NotDurableError`. */
  settled(): Promise<void> {
    if (this.#problem !== null) return Promise.reject(this.#problem)
    const needs = this.#committed
    if (needs <= this.#durable || this.#fd === null) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ needs, resolve, reject })
      this.#sync()
    })
  }

  /** The log was changed otherwise, cut for instance: `settled` waits for that too. */
  changed(): void {
    this.#committed++
  }

  #sync(): void {
    if (this.#isSyncing || this.#fd === null) return
    this.#isSyncing = true
    const reaches = this.#committed
    this.#disk.fdatasync(this.#fd, (error) => {
      this.#isSyncing = false
      if (error === null) this.#reached(reaches)
      else this.#failed(error)
    })
  }

  #reached(number: number): void {
    this.#durable = number
    const ready = this.#waiting.filter(({ needs }) => needs <= number)
    this.#waiting = this.#waiting.filter(({ needs }) => needs > number)
    if (this.#waiting.length > 0) this.#sync()
    for (const { resolve } of ready) resolve()
    this.#checkpoints?.synced(number)
  }

  #failed(error: Error): void {
    this.#problem = new NotDurableError(`the write-ahead log could not be synced: ${error.message}`)
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(this.#problem)
    void this.#mend()
  }

  async #mend(): Promise<void> {
    for (let wait = MEND_FIRST_MS; this.#problem !== null; wait = Math.min(MEND_LONGEST_MS, wait * 2)) {
      await setTimeout(wait, undefined, { ref: false })
      if (this.#fd === null) return
      const reaches = this.#committed
      try {
        await this.#writeAgain()
        await this.#syncOnce()
      } catch {
        continue
      }
      this.#problem = null
      this.#durable = reaches
    }
  }

  async #writeAgain(): Promise<void> {
    for (let at = 0; this.#fd !== null; await setImmediate()) {
      const end = writeOver(this.#fd, at)
      if (end === at) return
      at = end
    }
  }

  #syncOnce(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#fd === null) reject(new NotDurableError('the log is closed'))
      else this.#disk.fdatasync(this.#fd, (error) => (error === null ? resolve() : reject(error)))
    })
  }

  /** Waits for what is committed, and lets go of the file; the database is closed after it. */
  async close(): Promise<void> {
    await this.settled().catch(() => undefined)
    await this.#checkpoints?.close()
    if (this.#fd !== null) closeSync(this.#fd)
    this.#fd = null
  }
}

/** Writes a piece of the log over itself, in one breath: what SQLite writes lies before or after it. Returns where it ends. */
function writeOver(fd: number, at: number): number {
  const bytes = Buffer.allocUnsafe(MEND_CHUNK)
  const length = readSync(fd, bytes, 0, MEND_CHUNK, at)
  return length === 0 ? at : at + writeSync(fd, bytes, 0, length, at)
}

function logOf(database: Database.Database): string {
  return `${database.name}-wal`
}

/** Null where SQLite keeps none. What lies in it is on disk afterwards, and its name in the folder too. */
function openLog(database: Database.Database, disk: Disk): number | null {
  if (database.memory || database.pragma('journal_mode', { simple: true }) !== 'wal') return null
  // SQLite opens it with the first look
  database.prepare('select count(*) from sqlite_master').get()
  const fd = openSync(logOf(database), 'r+')
  // what a process left that was killed after a failed sync may be taken for written, too
  for (let from = -1, at = 0; at !== from; ) {
    from = at
    at = writeOver(fd, from)
  }
  disk.fdatasyncSync(fd)
  syncFolder(dirname(database.name))
  return fd
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

import {
  copyFileSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@second-story/std'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SqliteLayerStore } from '../layers/sqlite-layer-store.ts'
import { migrate } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { type Disk, DurableLog, NotDurableError } from './durable-log.ts'
import { DATABASE_FILE, openDatabase } from './open.ts'
import { sqliteTables } from './tables.ts'

let folder: string
const closing: (() => unknown)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-durable-'))
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true, force: true })
})

/** A disk that keeps what was synced of the log, and answers when the test says so. */
class SlowDisk implements Disk {
  platter: Buffer = Buffer.alloc(0)
  syncs = 0
  fails = false
  isPatient = false
  readonly asked: (() => void)[] = []

  fdatasyncSync(fd: number): void {
    this.platter = readLog(fd) ?? this.platter
  }

  fdatasync(fd: number, done: (error: Error | null) => void): void {
    // what is written while the system syncs need not be on the disk
    const now = readLog(fd)
    const answer = (): void => {
      this.syncs++
      if (!this.fails && now !== null) this.platter = now
      done(this.fails ? new Error('input/output error') : null)
    }
    if (this.isPatient) this.asked.push(answer)
    else setImmediate(answer)
  }
}

/** Null when it is another file. */
function readLog(fd: number): Buffer | null {
  const path = join(folder, `${DATABASE_FILE}-wal`)
  return statSync(path).ino === fstatSync(fd).ino ? readFileSync(path) : null
}

async function open(
  disk: Disk,
  path = folder,
): Promise<{ store: SqliteLayerStore; tables: Tables; database: Database.Database }> {
  const database = openDatabase(path)
  await migrate(sqliteTables(database).query)
  const log = new DurableLog(database, disk)
  closing.push(
    () => database.close(),
    () => log.close(),
  )
  return {
    store: new SqliteLayerStore(database, undefined, log),
    tables: sqliteTables(database, log),
    database,
  }
}

const entry = (byte: number, layer = 'common') => ({
  board: 'b',
  layer,
  epoch: 0,
  bytes: new Uint8Array([byte]),
  owners: [],
})

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setImmediate(resolve, 'pending'))
  return (await Promise.race([promise, later])) === 'pending'
}

it('a commit is answered when the log is synced, and what is read meanwhile waits with it', async () => {
  const disk = new SlowDisk()
  const { store } = await open(disk)
  disk.isPatient = true
  const appended = store.append([entry(1)])
  expect(await isPending(appended)).toBe(true)
  const questions = [
    store.load('b', 'common'),
    store.heads([{ board: 'b', layer: 'common' }]),
    store.list('b'),
  ]
  for (const question of questions) expect(await isPending(question)).toBe(true)
  disk.asked.shift()?.()
  expect(await appended).toEqual([{ n: 1 }])
  expect((await store.load('b', 'common')).head).toBe(1)
})

it('what is committed while the log is being synced waits for the next time, all of it together', async () => {
  const disk = new SlowDisk()
  const { store } = await open(disk)
  disk.isPatient = true
  const first = store.append([entry(1)])
  await isPending(first)
  const others = [2, 3, 4].map((byte) => store.append([entry(byte)]))
  await isPending(first)
  disk.asked.shift()?.()
  await first
  expect(await isPending(Promise.race(others))).toBe(true)
  expect(disk.asked).toHaveLength(1)
  disk.asked.shift()?.()
  await Promise.all(others)
  expect(disk.syncs).toBe(2)
})

it('what is written to a table is answered when it is on disk, many together, and a look waits for nobody', async () => {
  const disk = new SlowDisk()
  const { tables } = await open(disk)
  disk.isPatient = true
  const hand = (client: number) =>
    tables.query
      .insertInto('layer_hands' as never)
      .values({ board: 'b', layer: 'common', client, holder: 'n', held_until: 1 } as never)
  const together = tables.atomically([hand(3), hand(4)])
  const [first, second] = [hand(1).execute(), hand(2).execute()]
  expect(await isPending(together)).toBe(true)
  expect(
    await tables.query
      .selectFrom('layer_hands' as never)
      .selectAll()
      .execute(),
  ).toHaveLength(4)
  disk.asked.shift()?.()
  await together
  expect(await isPending(Promise.race([first, second]))).toBe(true)
  disk.asked.shift()?.()
  await Promise.all([first, second])
  expect(disk.syncs).toBe(2)
  await expect(tables.query.transaction().execute(async () => undefined)).rejects.toThrow(/atomically/)
})

it('whenever the power goes, everything that was answered is on the disk', async () => {
  const random = seededRandom(7)
  const disk = new SlowDisk()
  const { store } = await open(disk)
  const answered: number[] = []
  for (let i = 0; i < 120; i++) {
    void store.append([entry(i)]).then(([outcome]) => answered.push((outcome as { n: number }).n))
    for (let turns = Math.floor(random() * 4); turns > 0; turns--) await isPending(new Promise(() => {}))
    if (i % 10 > 0) continue
    const path = join(folder, `cut-${i}`)
    mkdirSync(path)
    copyFileSync(join(folder, DATABASE_FILE), join(path, DATABASE_FILE))
    writeFileSync(join(path, `${DATABASE_FILE}-wal`), disk.platter)
    const certain = Math.max(0, ...answered)
    const after = openDatabase(path)
    closing.push(() => after.close())
    const left = await new SqliteLayerStore(after).load('b', 'common')
    expect(left.head).toBeGreaterThanOrEqual(certain)
    expect(left.rows).toHaveLength(left.head)
  }
  expect(answered.length).toBeGreaterThan(50)
})

it('after a failed sync nothing is answered until the whole log was written again, and then nothing is missing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  closing.push(() => vi.useRealTimers())
  const disk = new SlowDisk()
  const { store } = await open(disk)
  await store.append([entry(1)])
  disk.fails = true
  await expect(store.append([entry(2)])).rejects.toThrow(NotDurableError)
  // the next sync would succeed, and what was lost would be lost
  disk.fails = false
  const before = disk.syncs
  await expect(store.append([entry(3)])).rejects.toThrow(NotDurableError)
  await expect(store.load('b', 'common')).rejects.toThrow(NotDurableError)
  expect(disk.syncs).toBe(before)
  const path = join(folder, `${DATABASE_FILE}-wal`)
  const { mtimeNs } = statSync(path, { bigint: true })
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5000)
    expect((await store.load('b', 'common')).head).toBe(2)
  })
  expect(statSync(path, { bigint: true }).mtimeNs).toBeGreaterThan(mtimeNs)
  expect(await store.append([entry(3)])).toEqual([{ n: 3 }])
})

it('what a process left unsynced that was killed is on the disk before the next one serves it', async () => {
  const { store, database } = await open({ fdatasync: (_, done) => done(null), fdatasyncSync })
  await store.append([entry(1)])
  const disk = new SlowDisk()
  const log = new DurableLog(database, disk)
  closing.push(() => log.close())
  expect(disk.platter).toEqual(readFileSync(join(folder, `${DATABASE_FILE}-wal`)))
})

it('a log that is written for long is copied into the database by another thread, and starts over', async () => {
  const { store, database } = await open({ fdatasync, fdatasyncSync })
  // what SQLite would do by itself, in the end
  database.pragma('wal_autocheckpoint = 0')
  const page = new Uint8Array(16_000).fill(7)
  /** The log's header counts how often it was started over. */
  const times = (): number => readFileSync(join(folder, `${DATABASE_FILE}-wal`)).readUInt32BE(12)
  const before = times()
  let rows = 0
  while (times() === before && rows < 30_000)
    for (let i = 0; i < 100; i++, rows++) await store.append([{ ...entry(1), bytes: page }])
  expect(rows).toBeLessThan(30_000)
  expect((await store.load('b', 'common')).rows).toHaveLength(rows)
}, 60_000)

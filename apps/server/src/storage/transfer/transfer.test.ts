import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type {} from '../../../../../infra/testing/services.ts'
import { silentLog } from '../../rooms/log.ts'
import { PostgresDatabase } from '../../testing/postgres-database.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../../testing/test-app.ts'
import type { LayerStore } from '../layers/layer-store.ts'
import { openStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'
import { type Place, parsePlace } from './place.ts'
import { backUp, move, restore } from './transfer.ts'

const NOW = new Date('2026-05-01T10:00:00Z')
// each test opens several servers one after the other
vi.setConfig({ testTimeout: 90_000 })

const hasPostgres = inject('postgres') !== null

let folder: string
let databases: PostgresDatabase[]
let storages: Storage[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-transfer-'))
  databases = []
  storages = []
})
afterEach(async () => {
  for (const storage of storages) await storage.close()
  for (const database of databases) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = (name: string): Place => ({ kind: 'sqlite', folder: join(folder, name) })

async function onPostgres(): Promise<Place> {
  const database = await PostgresDatabase.make(inject('postgres') ?? '', { isEmpty: true })
  databases.push(database)
  return { kind: 'postgres', url: database.url }
}

async function open(place: Place): Promise<Storage> {
  const databaseUrl = place.kind === 'postgres' ? place.url : null
  const storage = await openStorage(
    { dataDir: place.kind === 'sqlite' ? place.folder : '', databaseUrl },
    silentLog,
  )
  return storage
}

/** A server on the place with a board of Ada's that has something of everything. */
async function filled(place: Place): Promise<{ host: TestApp; board: string }> {
  const host = await TestApp.start({}, { storage: await open(place) })
  const ada = await host.signUp('Ada')
  const board = await makeBoard(ada)
  const commands = [
    {
      do: 'add',
      id: testId(1),
      type: 'component',
      fields: { name: 'Zahlungsdienst 🚲' },
      place: { x: 10, y: 20, w: 100, h: 50 },
    },
    { do: 'add', id: testId(2), type: 'factor', fields: { text: 'Nobody owned the queue' } },
  ]
  const done = await ada.post(`/api/boards/${board}/commands`, commands)
  if (done.status !== 200) throw new Error(done.text)
  return { host, board }
}

async function exports(host: TestApp, person: TestPerson, board: string): Promise<string[]> {
  const texts: string[] = []
  for (const path of ['graph', 'record.json', 'members']) {
    const answer = await person.get(`/api/boards/${board}/${path}`)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
    texts.push(answer.text)
  }
  return [...texts, JSON.stringify(await host.rooms.ownLayers(board))]
}

async function signedIn(host: TestApp): Promise<TestPerson> {
  const ada = host.nobody()
  const answer = await ada.post('/api/sessions', {
    email: 'ada@example.test',
    password: 'Ada has a password',
  })
  if (answer.status >= 300) throw new Error(answer.text)
  return ada
}

/** What the board exports, read by a server of its own that then ends. */
async function exported(place: Place, board: string): Promise<string[]> {
  const host = await TestApp.start({}, { storage: await open(place) })
  const texts = await exports(host, await signedIn(host), board)
  await host.stop()
  return texts
}

/** A layer of which the last fold left a digest. */
async function folded(place: Place): Promise<void> {
  const storage = await open(place)
  await storage.layers.append([
    { board: 'folded', layer: 'own.a', epoch: 0, bytes: new Uint8Array([1]), owners: [] },
  ])
  const digest = new Uint8Array([4, 5])
  const fold = { snapshot: new Uint8Array([0, 0]), through: 1, packed: null, digest, epoch: 0 }
  await storage.layers.compact('folded', 'own.a', fold)
  await storage.close()
}

async function digestIn(place: Place): Promise<number[]> {
  const storage = await open(place)
  const { digest } = await storage.layers.load('folded', 'own.a')
  await storage.close()
  return [...(digest ?? [])]
}

describe('moving', () => {
  test.skipIf(!hasPostgres)('to Postgres and back, and every export is the same to the byte', async () => {
    const [first, middle, last] = [inFolder('one'), await onPostgres(), inFolder('two')]
    const { host, board } = await filled(first)
    await host.stop()
    await folded(first)
    const before = await exported(first, board)
    const there = await move(first, middle)
    expect(there.boards).toBe(1)
    expect(await exported(middle, board)).toEqual(before)
    const back = await move(middle, last)
    // signing in again to look made a session
    expect(back.rows).toBe(there.rows + 1)
    expect(await exported(last, board)).toEqual(before)
    expect([await digestIn(middle), await digestIn(last)]).toEqual([
      [4, 5],
      [4, 5],
    ])
    expect(before.join()).toContain('Zahlungsdienst 🚲')
  })

  test('a folder that a server uses is refused, and so is a place that is not empty', async () => {
    const { host } = await filled(inFolder('one'))
    await expect(move(inFolder('one'), inFolder('two'))).rejects.toThrow(
      'is in use by a server: end it first',
    )
    await host.stop()
    await move(inFolder('one'), inFolder('two'))
    await expect(move(inFolder('one'), inFolder('two'))).rejects.toThrow('exists already')
    await expect(move(inFolder('nowhere'), inFolder('three'))).rejects.toThrow('does not exist')
  })

  test.skipIf(!hasPostgres)('a database with servers, or with something in it, is refused', async () => {
    const place = await onPostgres()
    const { host } = await filled(place)
    await expect(move(place, inFolder('two'))).rejects.toThrow('servers are still connected')
    await host.stop()
    await move(place, inFolder('two'))
    await expect(move(inFolder('two'), place)).rejects.toThrow('is not empty')
  })

  test('places are read by name, and what is none is refused without its password', () => {
    expect(parsePlace('sqlite:./data', '/srv')).toEqual({ kind: 'sqlite', folder: '/srv/data' })
    expect(parsePlace('postgres://h/n', '/srv')).toEqual({ kind: 'postgres', url: 'postgres://h/n' })
    for (const wrong of ['data', 'sqlite:', 'mysql://me:secret@h/n'])
      expect(() => parsePlace(wrong, '/srv')).toThrow('is no place')
    expect(() => parsePlace('mysql://me:secret@h/n', '/srv')).not.toThrow('secret')
  })
})

describe.each(['SQLite', 'Postgres'])('a backup of %s', (kind) => {
  const place = async (): Promise<Place> => (kind === 'SQLite' ? inFolder('live') : onPostgres())
  const context = describe.skipIf(kind === 'Postgres' && !hasPostgres)

  context('while it runs', () => {
    test('brings back what was there, in a folder and in a database; layers heal, and the server’s own clients are given up', async () => {
      const from = await place()
      const { host, board } = await filled(from)
      const file = join(folder, 'backup.db')
      const before = await exports(host, await signedIn(host), board)
      expect(await backUp(from, file)).toMatchObject({ boards: 1, damaged: 0 })
      await host.stop()
      expect(statSync(file).mode & 0o077).toBe(0)
      expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual(['backup.db'])
      for (const to of [inFolder('restored'), ...(hasPostgres ? [await onPostgres()] : [])]) {
        expect((await restore(file, to, NOW)).keptAs).toBe(null)
        expect(await exported(to, board)).toEqual(before)
        const storage = await open(to)
        const common = await storage.layers.load(board, 'common')
        expect(common.healing).toBe(true)
        const rest = { snapshot: new Uint8Array([0, 0]), packed: null, digest: null }
        await storage.layers.replace(board, 'common', { ...rest, through: common.head, epoch: common.epoch })
        expect((await storage.layers.load(board, 'common')).healing).toBe(false)
        const lent = storage.tables.query.selectFrom('layer_hands' as never).selectAll()
        expect(await lent.execute()).toEqual([])
        await storage.close()
      }
    })

    test('is of one moment, whatever is written meanwhile', async () => {
      const from = await place()
      const storage = await open(from)
      storages.push(storage)
      const heads: number[][] = []
      const gaps: number[] = []
      let isWriting = true
      const writing = writePairs(storage.layers, () => isWriting)
      for (let i = 0; i < 3; i++) {
        const file = join(folder, `backup-${i}.db`)
        await backUp(from, file)
        const to = inFolder(`restored-${i}`)
        await restore(file, to, NOW)
        const copy = await open(to)
        const [one, two] = await Promise.all([
          copy.layers.load('b', 'common'),
          copy.layers.load('b', 'conduct'),
        ])
        await copy.close()
        // both layers got a row in every transaction
        heads.push([one.head, two.head])
        gaps.push(one.head - one.through - one.rows.length, two.head - two.through - two.rows.length)
      }
      isWriting = false
      expect(await writing).toBeGreaterThan(2)
      expect(heads.filter(([one, two]) => one !== two)).toEqual([])
      expect(gaps).toEqual([0, 0, 0, 0, 0, 0])
    })
  })
})

describe('restoring', () => {
  test('keeps what was in the folder under another name', async () => {
    const { host, board } = await filled(inFolder('one'))
    const file = join(folder, 'backup.db')
    await backUp(inFolder('one'), file)
    await expect(restore(file, inFolder('one'), NOW)).rejects.toThrow('is in use by a server')
    await host.stop()
    writeFileSync(join(folder, 'one', 'second-story.db'), 'torn to pieces')
    const { keptAs } = await restore(file, inFolder('one'), NOW)
    expect(keptAs).toBe(join(folder, 'one', 'second-story.db.before-2026-05-01T10-00-00-000Z'))
    expect(statSync(keptAs ?? '').size).toBe('torn to pieces'.length)
    expect((await exported(inFolder('one'), board)).join()).toContain('Nobody owned the queue')
  })

  test('what is no backup, or one of a newer version, is one clear line and changes nothing', async () => {
    const { host } = await filled(inFolder('one'))
    const file = join(folder, 'backup.db')
    await backUp(inFolder('one'), file)
    await host.stop()
    await expect(backUp(inFolder('one'), file)).rejects.toThrow('exists already')
    const wrong = join(folder, 'wrong')
    writeFileSync(wrong, 'words '.repeat(200))
    await expect(restore(wrong, inFolder('one'), NOW)).rejects.toThrow('is not one of ours')
    const storage = await open(inFolder('one'))
    await storage.tables.query
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-later', timestamp: '' } as never)
      .execute()
    await expect(backUp(inFolder('one'), join(folder, 'newer.db'))).rejects.toThrow(
      'newer version (9999-later)',
    )
    await storage.close()
    expect(readdirSync(folder).sort()).toEqual(['backup.db', 'one', 'wrong'])
  })
})

/** Appends to two layers at once, again and again, and folds them now and then; resolves with how often. */
async function writePairs(layers: LayerStore, goOn: () => boolean): Promise<number> {
  let n = 0
  while (goOn()) {
    n++
    const bytes = new Uint8Array(2000).fill(n)
    await layers.append([
      { board: 'b', layer: 'common', epoch: 0, bytes, owners: [[n, 'ann']] },
      { board: 'b', layer: 'conduct', epoch: 0, bytes, owners: [] },
    ])
    if (n % 20 === 0) {
      const fold = { snapshot: bytes, through: n - 5, packed: null, digest: null, epoch: 0 }
      await layers.compact('b', 'common', fold)
      await layers.compact('b', 'conduct', fold)
    }
    await new Promise((done) => setImmediate(done))
  }
  return n
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { migration as first } from '../migrations/0001-layers.ts'
import { migration as nodes } from '../migrations/0005-nodes.ts'
import { migration as digests } from '../migrations/0008-digests.ts'
import { migrate } from '../migrations/index.ts'
import { DataFolderError, openDatabase } from '../sqlite/open.ts'
import { type Damage, DamagedError } from './damage.ts'
import { layerStoreContract } from './layer-store.contract.ts'
import type { Append } from './layer-store.ts'
import { MemoryLayerStore } from './memory-layer-store.ts'
import { SqliteLayerStore } from './sqlite-layer-store.ts'

const folders: string[] = []
const databases: Database.Database[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'second-story-layers-'))
  folders.push(made)
  return made
}

function open(path: string): Database.Database {
  const database = openDatabase(path)
  databases.push(database)
  return database
}

function kysely(database: Database.Database): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
}

async function migrated(path: string): Promise<SqliteLayerStore> {
  const database = open(path)
  await migrate(kysely(database))
  return new SqliteLayerStore(database)
}

afterEach(() => {
  for (const database of databases.splice(0)) database.close()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

layerStoreContract('memory', async () => {
  const store = new MemoryLayerStore()
  return { store, other: store, reopen: null }
})

layerStoreContract('SQLite', async () => {
  const path = folder()
  const store = await migrated(path)
  return { store, other: store, reopen: async () => new SqliteLayerStore(open(path)) }
})

describe('SQLite', () => {
  it('is opened so that a commit is on disk and what is deleted is overwritten', () => {
    const database = open(folder())
    const pragma = (name: string): unknown => database.pragma(name, { simple: true })
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('secure_delete'),
      pragma('foreign_keys'),
    ]).toEqual(['wal', 2, 1, 1])
  })

  it('a failing entry takes the whole append back', async () => {
    const store = await migrated(folder())
    const broken = {
      board: 'b',
      layer: 'own.a',
      epoch: 0,
      bytes: 5 as unknown as Uint8Array,
      owners: [[1, {} as string]],
    } as const
    await expect(
      store.append([
        { board: 'b', layer: 'common', epoch: 0, bytes: new Uint8Array([1]), owners: [] },
        broken,
      ]),
    ).rejects.toThrow()
    expect((await store.load('b', 'common')).rows).toEqual([])
  })

  it('what was replaced is in no file of the folder', async () => {
    const path = folder()
    const store = await migrated(path)
    const secret = 'said only to myself, quietly'
    for (let i = 0; i < 20; i++) {
      await store.append([
        {
          board: 'b',
          layer: 'own.a',
          epoch: 0,
          bytes: new TextEncoder().encode(`${secret} ${i}`),
          owners: [],
        },
      ])
    }
    const packed = new TextEncoder().encode(`${secret}, packed`)
    await store.compact('b', 'own.a', { snapshot: packed, through: 10, packed, digest: packed, epoch: 0 })
    const holds = (): boolean =>
      readdirSync(path).some((file) => readFileSync(join(path, file)).includes(secret))
    expect(holds()).toBe(true)
    expect(
      await store.replace('b', 'own.a', {
        snapshot: new Uint8Array([0, 0]),
        through: 20,
        packed: null,
        digest: null,
        epoch: 0,
      }),
    ).toBe(true)
    expect(holds()).toBe(false)
  })

  it('what comes while a layer is being replaced is appended to the new one', async () => {
    const store = await migrated(folder())
    const entry = { board: 'b', layer: 'own.a', bytes: new Uint8Array([1]), owners: [] }
    await store.append([{ ...entry, epoch: 0 }])
    let epoch = 0
    const fold = { snapshot: new Uint8Array([0, 0]), through: 1, packed: null, digest: null, epoch }
    const replaced = store.replace('b', 'own.a', fold, () => {
      epoch++
    })
    const appended = store.append([{ ...entry, epoch }])
    expect([await replaced, await appended]).toEqual([true, [{ n: 2 }]])
  })

  it('what is replaced while a backup is taken is gone when that has ended, and nobody waits meanwhile', async () => {
    const path = folder()
    const store = await migrated(path)
    const secret = new TextEncoder().encode('said only to myself, quietly')
    const entry = { board: 'b', epoch: 0, bytes: secret, owners: [] }
    await store.append([{ ...entry, layer: 'own.a' }])
    const reader = open(path)
    reader.exec('begin')
    reader.prepare('select count(*) from layer_rows').get()
    let isDone = false
    const fold = { snapshot: new Uint8Array([0, 0]), through: 1, packed: null, digest: null, epoch: 0 }
    const replaced = store.replace('b', 'own.a', fold).then(() => {
      isDone = true
    })
    const before = performance.now()
    await store.append([{ ...entry, layer: 'common', bytes: new Uint8Array([1]) }])
    await store.removeBoard('c')
    expect(performance.now() - before).toBeLessThan(4000)
    expect(isDone).toBe(false)
    reader.exec('commit')
    await replaced
    const holds = readdirSync(path).filter((file) =>
      readFileSync(join(path, file)).includes(Buffer.from(secret)),
    )
    expect(holds).toEqual([])
  })

  it('a data folder that cannot be used is one clear line', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const attempt = (): unknown => openDatabase(join(file, 'data'))
    expect(attempt).toThrow(DataFolderError)
    expect(attempt).toThrow(/^DATA_DIR .*file\/data cannot be used: [^\n]+$/)
  })

  it('the layers of the first version are all there in this one', async () => {
    const database = open(folder())
    const db = kysely(database)
    await first.up(db)
    database.exec(`insert into layers (board, layer, head, snapshot) values
      ('b', 'folded', 5, x'09'), ('b', 'tail', 5, x'08'), ('b', 'log', 2, null)`)
    database.exec(`insert into layer_rows (board, layer, n, bytes) values
      ('b', 'tail', 4, x'04'), ('b', 'tail', 5, x'05'), ('b', 'log', 1, x'01'), ('b', 'log', 2, x'02')`)
    await nodes.up(db)
    await digests.up(db)
    const store = new SqliteLayerStore(database)
    const look = async (layer: string): Promise<unknown> => {
      const { snapshot, through, rows, head } = await store.load('b', layer)
      return [snapshot && [...snapshot], through, rows.map((row) => row.n), head]
    }
    expect(await look('folded')).toEqual([[9], 5, [], 5])
    expect(await look('tail')).toEqual([[8], 3, [4, 5], 5])
    expect(await look('log')).toEqual([null, 0, [1, 2], 2])
  })

  it('the migrations can be taken back', async () => {
    const database = open(folder())
    const db = kysely(database)
    await first.up(db)
    database.exec("insert into layers (board, layer, head, snapshot) values ('b', 'common', 5, x'09')")
    await nodes.up(db)
    await digests.up(db)
    await digests.down?.(db)
    await nodes.down?.(db)
    expect(database.prepare('select head, hex(snapshot) as snapshot from layers').get()).toEqual({
      head: 5,
      snapshot: '09',
    })
    await first.down?.(db)
    expect(database.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([])
  })

  describe('on a disk that takes nothing more', () => {
    const entry = (layer: string, size = 1): Append => {
      return { board: 'b', layer, epoch: 0, bytes: new Uint8Array(size).fill(7), owners: [[1, 'ann']] }
    }
    const full = async (): Promise<{
      path: string
      database: Database.Database
      store: SqliteLayerStore
    }> => {
      const path = folder()
      const database = open(path)
      await migrate(kysely(database))
      const store = new SqliteLayerStore(database)
      await store.append([entry('common')])
      return { path, database, store }
    }
    const heads = async (store: SqliteLayerStore): Promise<number[]> =>
      (await store.heads(['common', 'own.a'].map((layer) => ({ board: 'b', layer })))).map(({ head }) => head)

    it('because it is full: an append fails whole, reading goes on, and so does writing when there is room', async () => {
      const { path, database, store } = await full()
      const usual = database.pragma('max_page_count', { simple: true })
      database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`)
      for (let i = 0; i < 3; i++)
        await expect(store.append([entry('common', 10), entry('own.a', 200_000)])).rejects.toThrow('full')
      await expect(
        store.compact('b', 'common', {
          snapshot: new Uint8Array(200_000),
          through: 1,
          packed: null,
          digest: null,
          epoch: 0,
        }),
      ).rejects.toThrow('full')
      expect(await heads(store)).toEqual([1, 0])
      expect((await store.load('b', 'own.a')).owners).toEqual([])
      database.pragma(`max_page_count = ${usual}`)
      expect(await store.append([entry('common'), entry('own.a', 200_000)])).toEqual([{ n: 2 }, { n: 1 }])
      expect(await heads(new SqliteLayerStore(open(path)))).toEqual([2, 1])
    })

    it('because it became read-only: the same', async () => {
      const { database, store } = await full()
      database.pragma('query_only = ON')
      await expect(store.append([entry('common')])).rejects.toThrow('readonly')
      await expect(store.lease('b', 'common', 'one', 0, 1)).rejects.toThrow('readonly')
      expect(await heads(store)).toEqual([1, 0])
      database.pragma('query_only = OFF')
      expect(await store.append([entry('common')])).toEqual([{ n: 2 }])
    })
  })

  describe('on a disk that gives back something else', () => {
    const damages: Damage[] = []
    const appended = async (): Promise<{ database: Database.Database; store: SqliteLayerStore }> => {
      const database = open(folder())
      await migrate(kysely(database))
      damages.length = 0
      const store = new SqliteLayerStore(database, (damage) => damages.push(damage))
      for (let i = 1; i <= 3; i++)
        await store.append([
          { board: 'b', layer: 'common', epoch: 0, bytes: new Uint8Array([i]), owners: [] },
        ])
      return { database, store }
    }
    const fold = {
      snapshot: new Uint8Array([9]),
      through: 3,
      packed: new Uint8Array([31]),
      digest: new Uint8Array([5, 6]),
      epoch: 0,
    }

    it('a row is reported and left out, and left alone by folding', async () => {
      const { database, store } = await appended()
      database.exec("update layer_rows set bytes = x'07' where n = 2")
      expect((await store.load('b', 'common')).rows.map((row) => row.n)).toEqual([1, 3])
      expect(damages).toEqual([{ board: 'b', layer: 'common', what: 'row', n: 2 }])
      expect(await store.compact('b', 'common', fold)).toBe(true)
      expect(database.prepare('select n from layer_rows').all()).toEqual([{ n: 2 }])
      expect((await store.load('b', 'common')).rows).toEqual([])
      expect(await store.replace('b', 'common', fold)).toBe(true)
      expect(database.prepare('select n from layer_rows').all()).toEqual([])
    })

    it('a snapshot is made anew from its packed form', async () => {
      const { database, store } = await appended()
      const doc = new Y.Doc()
      doc.getMap('items').set('a', 'kept')
      const packed = gzipSync(Y.encodeStateAsUpdateV2(doc))
      await store.compact('b', 'common', { ...fold, snapshot: Y.encodeStateAsUpdate(doc), packed })
      database.exec("update layer_snapshots set bytes = x'08'")
      const mended = new Y.Doc()
      const loaded = await store.load('b', 'common')
      Y.applyUpdate(mended, loaded.snapshot ?? new Uint8Array())
      // it says where structs lie in other bytes
      expect(loaded.digest).toBe(null)
      expect(mended.getMap('items').toJSON()).toEqual({ a: 'kept' })
      expect(damages.map((damage) => damage.what)).toEqual(['snapshot'])
    })

    it('a digest is reported and left out: the snapshot is read instead', async () => {
      const { database, store } = await appended()
      await store.compact('b', 'common', fold)
      expect((await store.load('b', 'common')).digest).toEqual(Buffer.from([5, 6]))
      for (const damage of ["digest = x'0507'", 'digest_crc = 7', 'digest_crc = null', "digest = 'text'"]) {
        database.exec(`update layer_snapshots set ${damage}`)
        const { snapshot, digest } = await store.load('b', 'common')
        expect([snapshot, digest]).toEqual([Buffer.from([9]), null])
        expect(damages.splice(0)).toEqual([{ board: 'b', layer: 'common', what: 'digest', n: 3 }])
      }
    })

    it('the digest of another snapshot is not taken for one of this', async () => {
      const { database, store } = await appended()
      await store.compact('b', 'common', fold)
      await store.append([{ board: 'b', layer: 'own.a', epoch: 0, bytes: new Uint8Array([1]), owners: [] }])
      await store.compact('b', 'own.a', { ...fold, snapshot: new Uint8Array([7]), through: 1 })
      database.exec(
        "update layer_snapshots set (digest, digest_crc) = (select digest, digest_crc from layer_snapshots where layer = 'own.a')",
      )
      expect((await store.load('b', 'common')).digest).toBe(null)
      expect((await store.load('b', 'own.a')).digest).toEqual(Buffer.from([5, 6]))
    })

    it('a snapshot that cannot be made anew is not served at all', async () => {
      const { database, store } = await appended()
      await store.compact('b', 'common', fold)
      database.exec("update layer_snapshots set bytes = x'08', packed = x'30'")
      await expect(store.load('b', 'common')).rejects.toThrow(DamagedError)
      await expect(store.readAfter('b', 'common', 1)).rejects.toThrow('restore it from a backup')
      expect(await store.packed('b', 'common')).toBe(null)
      expect(damages.map((damage) => damage.what)).toEqual(['snapshot', 'snapshot', 'packed snapshot'])
      // who is level with it needs nothing of it
      expect((await store.readAfter('b', 'common', 3)).rows).toEqual([])
    })
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { migration } from '../migrations/0001-layers.ts'
import { DataFolderError, openDatabase } from '../sqlite/open.ts'
import { layerStoreContract } from './layer-store.contract.ts'
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

async function migrated(path: string): Promise<SqliteLayerStore> {
  const database = open(path)
  await migration.up(new Kysely({ dialect: new SqliteDialect({ database }) }))
  return new SqliteLayerStore(database)
}

afterEach(() => {
  for (const database of databases.splice(0)) database.close()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

layerStoreContract('memory', async () => ({ store: new MemoryLayerStore(), reopen: null }))

layerStoreContract('SQLite', async () => {
  const path = folder()
  return { store: await migrated(path), reopen: async () => new SqliteLayerStore(open(path)) }
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
      bytes: 5 as unknown as Uint8Array,
      owners: [[1, {} as string]],
    } as const
    await expect(
      store.append([{ board: 'b', layer: 'common', bytes: new Uint8Array([1]), owners: [] }, broken]),
    ).rejects.toThrow()
    expect((await store.load('b', 'common')).rows).toEqual([])
  })

  it('what was replaced is in no file of the folder', async () => {
    const path = folder()
    const store = await migrated(path)
    const secret = 'said only to myself, quietly'
    for (let i = 0; i < 20; i++) {
      await store.append([
        { board: 'b', layer: 'own.a', bytes: new TextEncoder().encode(`${secret} ${i}`), owners: [] },
      ])
    }
    const holds = (): boolean =>
      readdirSync(path).some((file) => readFileSync(join(path, file)).includes(secret))
    expect(holds()).toBe(true)
    expect(await store.replace('b', 'own.a', new Uint8Array([0, 0]), 20)).toBe(true)
    expect(holds()).toBe(false)
  })

  it('a data folder that cannot be used is one clear line', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const attempt = (): unknown => openDatabase(join(file, 'data'))
    expect(attempt).toThrow(DataFolderError)
    expect(attempt).toThrow(/^DATA_DIR .*file\/data cannot be used: [^\n]+$/)
  })

  it('the migration can be taken back', async () => {
    const database = open(folder())
    const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
    await migration.up(db)
    await migration.down?.(db)
    expect(database.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([])
  })
})

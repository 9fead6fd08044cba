import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LayerRef } from '@second-story/protocol'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach } from 'vitest'
import type { LayerStore } from '../storage/layers/layer-store.ts'
import { SqliteLayerStore } from '../storage/layers/sqlite-layer-store.ts'
import { migrate } from '../storage/migrations/index.ts'
import { openDatabase } from '../storage/sqlite/open.ts'
import { FakeAccess, TestClient, TestServer } from './testing.ts'

export const COMMON: LayerRef = { kind: 'common' }
export const CONDUCT: LayerRef = { kind: 'conduct' }
export const own = (member: string): LayerRef => ({ kind: 'own', member })

/** For tests: rooms behind a port on a database in a folder, anew for each test, and the clients that came to them. */
export interface TestRooms {
  folder: string
  database: Database.Database
  store: LayerStore
  access: FakeAccess
  server: TestServer
  readonly connect: (who: string, room?: string, headers?: Record<string, string>) => TestClient
  readonly joined: (who: string, room?: string) => Promise<TestClient>
  /** What somebody sees who comes now. */
  readonly seenOn: (room?: string, who?: string) => Promise<unknown>
  /** As after a kill: a new process over the same files. */
  readonly restart: () => Promise<void>
}

/** To be called at the top of a file; what it returns is there once a test has begun. */
export function testRooms(): TestRooms {
  const clients: TestClient[] = []
  const connect: TestRooms['connect'] = (who, room = 'common.b', headers = {}) => {
    const client = new TestClient(stage.server, who, room, headers)
    clients.push(client)
    return client
  }
  const joined: TestRooms['joined'] = (who, room) => connect(who, room).synced()
  const stage = {
    connect,
    joined,
    async seenOn(room = 'common.b', who = 'ann') {
      return (await joined(who, room)).items.toJSON()
    },
    async restart() {
      const { port } = stage.server
      await stage.server.kill()
      stage.database.close()
      stage.database = openDatabase(stage.folder)
      stage.store = new SqliteLayerStore(stage.database)
      stage.server = await TestServer.start(stage.store, stage.access, port)
    },
  } as TestRooms
  beforeEach(async () => {
    stage.folder = mkdtempSync(join(tmpdir(), 'second-story-rooms-'))
    stage.database = openDatabase(stage.folder)
    await migrate(new Kysely({ dialect: new SqliteDialect({ database: stage.database }) }))
    stage.store = new SqliteLayerStore(stage.database)
    stage.access = new FakeAccess({ ann: 'owner', bob: 'participant', eve: 'participant', obs: 'observer' })
    stage.server = await TestServer.start(stage.store, stage.access)
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.end()
    await stage.server.kill()
    stage.database.close()
    rmSync(stage.folder, { recursive: true, force: true })
  })
  return stage
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqliteLayerStore } from '../storage/layers/sqlite-layer-store.ts'
import { migration } from '../storage/migrations/0001-layers.ts'
import { openDatabase } from '../storage/sqlite/open.ts'
import { FakeAccess, TestClient, TestServer, until } from './testing.ts'

let folder: string
let database: Database.Database
let access: FakeAccess
let server: TestServer
const clients: TestClient[] = []

function join_(who: string, room = 'common.b'): TestClient {
  const client = new TestClient(server, who, room)
  clients.push(client)
  return client
}

const joined = (who: string, room?: string): Promise<TestClient> => join_(who, room).synced()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-rooms-'))
  database = openDatabase(folder)
  await migration.up(new Kysely({ dialect: new SqliteDialect({ database }) }))
  access = new FakeAccess({ ann: 'owner', bob: 'participant', eve: 'participant', obs: 'observer' })
  server = await TestServer.start(new SqliteLayerStore(database), access)
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await server.kill()
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a stock y-websocket client', () => {
  it('joins, writes, is told that it is saved, and is seen', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 'note')
    expect(await ann.mark()).toBe('saved 1')
    const bob = await joined('bob')
    expect(bob.items.get('a')).toBe('note')
    bob.items.set('b', 'other')
    await until(() => ann.items.get('b') === 'other')
  })

  it('rule 4: what was acknowledged is there after the process was killed', async () => {
    const ann = await joined('ann')
    ann.items.set('a', 'kept')
    await ann.mark()
    const { port } = server
    await server.kill()
    database.close()
    database = openDatabase(folder)
    server = await TestServer.start(new SqliteLayerStore(database), access, port)
    const bob = await joined('bob')
    expect(bob.items.get('a')).toBe('kept')
    ann.items.set('later', 'offline')
    await until(() => bob.items.get('later') === 'offline', 'what was written offline')
  })
})

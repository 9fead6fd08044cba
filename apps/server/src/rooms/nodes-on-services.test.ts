import { systemClock } from '@second-story/std'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestPostgres } from '../../../../infra/testing/postgres.ts'
import { TestRedis } from '../../../../infra/testing/redis.ts'
import { RedisBus } from '../bus/redis.ts'
import { PostgresLayerStore } from '../storage/layers/postgres-layer-store.ts'
import { migratePostgres } from '../storage/postgres/migrate.ts'
import { connectPostgres } from '../storage/postgres/open.ts'
import { FakeAccess, TestClient, TestServer } from './testing.ts'

const areInstalled = TestPostgres.isInstalled && TestRedis.isInstalled
const SLOW = { timeout: 60_000 }

let postgres: TestPostgres
let redis: TestRedis
let access: FakeAccess
let pools: pg.Pool[]
let buses: RedisBus[]
let nodes: TestServer[]
let clients: TestClient[]

async function node(): Promise<TestServer> {
  const pool = connectPostgres(postgres.url())
  const bus = await RedisBus.open(redis.url)
  const server = await TestServer.start(new PostgresLayerStore(pool), access, 0, systemClock, bus)
  pools.push(pool)
  buses.push(bus)
  nodes.push(server)
  return server
}

function join(server: TestServer, who: string): TestClient {
  const client = new TestClient(server, who, 'common.b')
  clients.push(client)
  return client
}

async function agree(one: TestClient, two: TestClient, expected: object): Promise<void> {
  const both = (): unknown[] => [one.items.toJSON(), two.items.toJSON()]
  await expect.poll(both, { timeout: 30_000 }).toEqual([expected, expected])
}

describe.skipIf(!areInstalled)('rule 11: two nodes on Postgres and Redis', () => {
  beforeEach(async () => {
    postgres = await TestPostgres.start()
    redis = await TestRedis.start()
    await migratePostgres(postgres.url())
    access = new FakeAccess({ ann: 'owner', bob: 'participant' })
    pools = []
    buses = []
    nodes = []
    clients = []
  })
  afterEach(async () => {
    for (const client of clients) client.end()
    for (const server of nodes) {
      await server.rooms.close().catch(() => undefined)
      await server.kill()
    }
    await Promise.all(buses.map((bus) => bus.close()))
    await Promise.all(pools.map((pool) => pool.end()))
    await postgres.stop()
    await redis.stop()
  })

  it('what is written on each is on both, while Redis is killed and comes back', SLOW, async () => {
    const [ann, bob] = [join(await node(), 'ann'), join(await node(), 'bob')]
    await Promise.all([ann.synced(), bob.synced()])
    ann.items.set('a', 1)
    bob.items.set('b', 1)
    await agree(ann, bob, { a: 1, b: 1 })
    await redis.kill()
    ann.items.set('a', 2)
    bob.items.set('b', 2)
    // nothing is told now: the log has it
    expect(await Promise.all([ann.mark(), bob.mark()])).toEqual(['saved 1', 'saved 1'])
    await agree(ann, bob, { a: 2, b: 2 })
    await redis.up()
    ann.items.set('a', 3)
    await agree(ann, bob, { a: 3, b: 2 })
  })

  it('while Postgres is away nothing is called saved or told; back, all of it is', SLOW, async () => {
    const [ann, bob] = [join(await node(), 'ann'), join(await node(), 'bob')]
    await Promise.all([ann.synced(), bob.synced()])
    ann.items.set('a', 1)
    await agree(ann, bob, { a: 1 })
    await postgres.kill()
    ann.items.set('a', 2)
    bob.items.set('b', 2)
    const marks: string[] = []
    const marked = Promise.all([ann, bob].map(async (client) => marks.push(await client.mark())))
    // each node tries, and says nothing
    await expect.poll(() => pools.every((pool) => pool.totalCount === 0), { timeout: 20_000 }).toBe(true)
    expect([marks, bob.items.get('a'), ann.items.has('b')]).toEqual([[], 1, false])
    await postgres.up()
    await marked
    expect(marks).toEqual(['saved 1', 'saved 1'])
    await agree(ann, bob, { a: 2, b: 2 })
  })

  it('a node that is killed while it writes loses nothing that it called saved', SLOW, async () => {
    const [first, second] = [await node(), await node()]
    const ann = join(first, 'ann')
    const bob = join(second, 'bob')
    await Promise.all([ann.synced(), bob.synced()])
    for (let i = 0; i < 20; i++) ann.items.set(`a${i}`, i)
    expect(await ann.mark()).toBe('saved 1')
    await first.kill()
    const expected = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`a${i}`, i]))
    await expect.poll(() => bob.items.toJSON(), { timeout: 30_000 }).toEqual(expected)
  })
})

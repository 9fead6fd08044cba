import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { TestPostgres } from '../../../../../infra/testing/postgres.ts'
import type {} from '../../../../../infra/testing/services.ts'
import { PostgresDatabase } from '../../testing/postgres-database.ts'
import { migratePostgres } from '../postgres/migrate.ts'
import { connectPostgres } from '../postgres/open.ts'
import { type Damage, DamagedError } from './damage.ts'
import { layerStoreContract } from './layer-store.contract.ts'
import type { Append } from './layer-store.ts'
import { PostgresLayerStore } from './postgres-layer-store.ts'

const server = inject('postgres')
const pools: pg.Pool[] = []
const databases: PostgresDatabase[] = []

function connect(url: string): pg.Pool {
  const pool = connectPostgres(url)
  pools.push(pool)
  return pool
}

async function database(): Promise<PostgresDatabase> {
  const made = await PostgresDatabase.make(server ?? '')
  databases.push(made)
  return made
}

function row(board: string, layer: string, content: Uint8Array = new Uint8Array([1])): Append {
  return { board, layer, epoch: 0, bytes: content, owners: [] }
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
  await Promise.all(databases.splice(0).map((one) => one.drop()))
})

describe.skipIf(server === null)('with Postgres', () => {
  layerStoreContract('Postgres', async () => {
    const { url } = await database()
    return {
      store: new PostgresLayerStore(connect(url)),
      other: new PostgresLayerStore(connect(url)),
      reopen: async () => new PostgresLayerStore(connect(url)),
    }
  })

  describe('Postgres', () => {
    let url: string
    let pool: pg.Pool
    let store: PostgresLayerStore
    const damages: Damage[] = []

    beforeEach(async () => {
      url = (await database()).url
      pool = connect(url)
      damages.length = 0
      store = new PostgresLayerStore(pool, (damage) => damages.push(damage))
    })

    /** how many wait for a lock */
    const waiting = async (): Promise<number> =>
      (await connect(url).query<{ n: number }>('select count(*) as n from pg_locks where not granted'))
        .rows[0]?.n ?? 0
    const counted = async (table: string): Promise<number> =>
      (await pool.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n ?? -1

    it('rule 11: nodes that write to the same layers in any order never block each other for good', async () => {
      const nodes = Array.from({ length: 4 }, () => new PostgresLayerStore(connect(url)))
      const layers = ['common', 'conduct', 'agents', 'own.a', 'own.B', 'own._', 'story.é']
      const outcomes = await Promise.all(
        Array.from({ length: 80 }, async (_, i) => {
          const entries = layers.map((layer, k) => row(`b${(i + k) % 3}`, layer))
          const node = nodes[i % 4] ?? store
          if (i % 10 === 9) {
            const [at] = await node.heads([{ board: `b${i % 3}`, layer: 'common' }])
            await node.compact(`b${i % 3}`, 'common', fold(at?.head ?? 0))
          }
          return node.append(i % 2 ? entries : entries.toReversed())
        }),
      )
      expect(outcomes.flat().every((outcome) => 'n' in outcome)).toBe(true)
      const wrong = await pool.query(`select board, layer from layers where head <>
        through + (select count(*) from layer_rows r where r.board = layers.board and r.layer = layers.layer)`)
      expect(wrong.rows).toEqual([])
    })

    it('rule 11: a row is never seen before one with a smaller number', async () => {
      const holder = await connect(url).connect()
      await store.append([row('b', 'common')])
      await holder.query('begin')
      await holder.query("select head from layers where board = 'b' for update")
      let isDone = false
      const second = store.append([row('b', 'common')]).then((outcomes) => {
        isDone = true
        return outcomes
      })
      // another layer does not wait
      await store.append([row('b', 'own.a')])
      expect(isDone).toBe(false)
      await holder.query('commit')
      holder.release()
      expect(await second).toEqual([{ n: 2 }])
    })

    it('rule 11: folding waits for a faster node, and then knows of it', async () => {
      for (let i = 0; i < 5; i++) await store.append([row('b', 'common')])
      const holder = await connect(url).connect()
      await holder.query('begin')
      await holder.query("select head from layers where board = 'b' for update")
      const folded = store.compact('b', 'common', fold(2))
      await expect.poll(() => waiting()).toBeGreaterThan(0)
      await holder.query("update layers set through = 4 where board = 'b'")
      await holder.query('delete from layer_rows where n <= 4')
      await holder.query('commit')
      holder.release()
      expect(await folded).toBe(false)
    })

    it('a failing entry takes the whole append back, and the connections stay good', async () => {
      const broken = { ...row('b', 'own.a'), owners: [[1, null as unknown as string]] as const }
      await expect(store.append([row('b', 'common'), broken])).rejects.toThrow('null value')
      expect(await counted('layer_rows')).toBe(0)
      for (let i = 0; i < 12; i++) await store.append([row('b', 'common')])
      expect(pool.idleCount).toBeLessThanOrEqual(2)
    })

    it('a database that goes and comes back: appends fail meanwhile, and nothing has to be started again', async () => {
      const own = await TestPostgres.start()
      const gone = connect(own.url())
      await migratePostgres(own.url())
      const there = new PostgresLayerStore(gone)
      expect(await there.append([row('b', 'common')])).toEqual([{ n: 1 }])
      await own.kill()
      await expect(there.append([row('b', 'common')])).rejects.toThrow()
      await expect(there.heads([{ board: 'b', layer: 'common' }])).rejects.toThrow()
      await own.up()
      expect(await there.append([row('b', 'common')])).toEqual([{ n: 2 }])
      await own.kill()
      await own.stop()
    })

    it('what was replaced is in no table, freed rows included', async () => {
      const secret = 'said only to myself, quietly'
      const bytes = new TextEncoder().encode(secret)
      for (let i = 0; i < 5; i++) await store.append([row('b', 'own.a', bytes)])
      await store.compact('b', 'own.a', {
        snapshot: bytes,
        through: 3,
        packed: bytes,
        digest: bytes,
        epoch: 0,
      })
      const kept = { snapshot: new Uint8Array([0, 0]), through: 5, packed: null, digest: null, epoch: 0 }
      expect(await store.replace('b', 'own.a', kept)).toBe(true)
      expect(await counted('layer_rows')).toBe(0)
      const dead = await pool.query<{ pages: number }>("select pg_relation_size('layer_rows')::int as pages")
      expect(dead.rows[0]?.pages).toBe(0)
    })

    it('is told to be on disk before it says so, whatever the database usually does', async () => {
      await pool.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`)
      const later = connect(url)
      const said = await later.query<{ synchronous_commit: string }>('show synchronous_commit')
      expect(said.rows[0]?.synchronous_commit).toBe('on')
    })

    it('a damaged row is left out and left alone, a damaged snapshot is not served', async () => {
      for (let i = 1; i <= 3; i++) await store.append([row('b', 'common', new Uint8Array([i]))])
      await pool.query("update layer_rows set bytes = '\\x07' where n = 2")
      expect((await store.load('b', 'common')).rows.map(({ n }) => n)).toEqual([1, 3])
      expect(await store.compact('b', 'common', fold(3))).toBe(true)
      expect((await pool.query('select n from layer_rows')).rows).toEqual([{ n: 2 }])
      await pool.query("update layer_snapshots set bytes = '\\x08', packed = '\\x30'")
      await expect(store.load('b', 'common')).rejects.toThrow(DamagedError)
      expect(await store.packed('b', 'common')).toBe(null)
      expect(damages.map(({ what }) => what)).toEqual(['row', 'snapshot', 'packed snapshot'])
    })
  })
})

function fold(through: number) {
  return {
    snapshot: new Uint8Array([9]),
    through,
    packed: new Uint8Array([31]),
    digest: new Uint8Array([5, 6]),
    epoch: 0,
  }
}

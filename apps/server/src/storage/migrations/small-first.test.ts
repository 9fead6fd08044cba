import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { SqliteLayerStore } from '../layers/sqlite-layer-store.ts'
import { migrate } from './index.ts'

const fold = {
  snapshot: new Uint8Array(100_000).fill(1),
  packed: new Uint8Array([31, 2, 3]),
  digest: new Uint8Array([5, 6]),
  through: 1,
  epoch: 0,
}

test('snapshots of an older version are all there after it, and after it is taken back', async () => {
  const database = new Database(':memory:')
  const query = new Kysely({ dialect: new SqliteDialect({ database }) })
  await migrate(query, '0012-votes')
  const row = { board: 'b', epoch: 0, bytes: new Uint8Array([7]), owners: [] }
  const older = new SqliteLayerStore(database)
  await older.append([
    { ...row, layer: 'common' },
    { ...row, layer: 'own.a' },
  ])
  await older.compact('b', 'common', fold)
  await older.compact('b', 'own.a', { ...fold, packed: null, digest: null })
  const seen = async () => {
    const damages: unknown[] = []
    const store = new SqliteLayerStore(database, (damage) => damages.push(damage))
    const layers = await Promise.all(['common', 'own.a'].map((layer) => store.load('b', layer)))
    const packed = await Promise.all(['common', 'own.a'].map((layer) => store.packed('b', layer)))
    return { layers, packed, damages }
  }
  const before = await seen()
  expect(before.layers.map(({ snapshot }) => snapshot?.length)).toEqual([100_000, 100_000])
  await migrate(query)
  expect(await seen()).toEqual(before)
  const columns = database.prepare('select name from pragma_table_info(?)').pluck().all('layer_snapshots')
  expect(columns.at(-1)).toBe('bytes')
  await migrate(query, '0012-votes')
  expect(await seen()).toEqual(before)
})

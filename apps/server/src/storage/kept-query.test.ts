import { afterEach, beforeEach, expect, test } from 'vitest'
import { testStorage } from '../testing/test-storage.ts'
import { keptQuery } from './kept-query.ts'
import type { Storage } from './storage.ts'

let storage: Storage
beforeEach(async () => {
  storage = await testStorage()
})
afterEach(() => storage.close())

test('a query put into words once finds what is asked for each time, wherever the values stand in it', async () => {
  const { query, ask } = storage.tables
  for (const [id, name, kind] of [
    ['a', 'Ada', 'member'],
    ['b', 'Bo', 'guest'],
    ['c', 'Ada', 'guest'],
  ] as const)
    await query
      .insertInto('accounts')
      .values({ id, name, kind, email: null, password_hash: null, is_server_owner: 0, created_at: 7 })
      .execute()
  const guests = keptQuery(ask, 2, (name = '', other = '') =>
    query
      .selectFrom('accounts')
      .selectAll()
      .where('name', 'in', [other, name])
      .where('kind', '=', 'guest')
      .where('name', '=', name),
  )
  expect(await guests('Ada', 'Bo')).toMatchObject({ id: 'c', created_at: 7 })
  expect(await guests('Bo', 'Ada')).toMatchObject({ id: 'b' })
  expect(await guests("'; drop table accounts; --", '')).toBe(undefined)
  await expect(guests('Ada')).rejects.toThrow('2 values')
})

import { itemMap, itemsOf, proseOf } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { silentLog } from '../rooms/log.ts'
import { testId } from '../testing/test-app.ts'
import { VersionKeeper } from './keeper.ts'
import { MOST_BYTES, MOST_STEPS, mergePlan } from './merging.ts'
import { beforeEachTest, COMMON, component, note, type TestVersions } from './test-versions.ts'
import { Versions } from './versions.ts'

let on: TestVersions
beforeEachTest((stage) => {
  on = stage
})

describe('history', () => {
  test('one step a minute of activity, none while nothing is to see, and what went is named by its key alone', async () => {
    await on.run(component(1, 'payment'), note(2, 'words'))
    await on.minutes(1)
    await on.run(component(3, 'orders'))
    await on.run({ do: 'remove', ids: [testId(2)] })
    await on.minutes(3)
    const steps = await on.played()
    expect(steps).toHaveLength(2)
    expect(Object.keys(steps[1]?.items as object)).toEqual([testId(3)])
    expect(steps[1]?.gone).toEqual([`items/${testId(2)}`])
  })

  test('goes on where it was after a restart', async () => {
    await on.run(component(1, 'payment'))
    await on.minutes(1)
    on.keeper = new VersionKeeper(on.host.parts.tables, new Versions(on.host.parts), on.host.clock, silentLog)
    await on.run(component(2, 'orders'))
    await on.minutes(1)
    expect((await on.played()).map(({ items }) => Object.keys(items as object))).toEqual([
      [testId(1)],
      [testId(2)],
    ])
  })

  test('is bounded: the oldest steps become one, and the last still shows the board', async () => {
    const written = 190
    const noise = seededRandom(5)
    const words = (): string =>
      Array.from({ length: 16_000 }, () => String.fromCharCode(33 + noise() * 90)).join('')
    await on.run(...Array.from({ length: 4 }, (_, i) => note(i, '')))
    for (let i = 0; i < written; i++) {
      await on.host.rooms.write(on.board, COMMON, (doc) => {
        const text = itemMap(doc, testId(i % 4))?.get('text') as Y.Text
        text.delete(0, text.length)
        text.insert(0, words())
        proseOf(doc)
      })
      await on.minutes(1)
    }
    const [sizes] = await on.host.sql(
      'select cast(sum(size) as integer) as total, count(*) as count from history_steps',
    )
    expect(sizes).toMatchObject({ total: expect.any(Number) })
    const { total, count } = sizes as { total: number; count: number }
    expect(total).toBeLessThanOrEqual(MOST_BYTES)
    expect(count).toBeGreaterThan(50)
    // or nothing had to become one
    expect(count).toBeLessThan(written)
    const { Film } = await import('@second-story/board')
    const { unpacked } = await import('./packed.ts')
    const { body } = await on.ada.get(on.at('/history'))
    const steps = await Promise.all(
      body.steps.map(async (one: { put: string; gone: string[] }) => ({
        put: await unpacked(Buffer.from(one.put, 'base64')),
        gone: one.gone,
      })),
    )
    const film = new Film(steps)
    const last = film.at(steps.length - 1)
    const texts = await on.host.rooms.read(on.board, COMMON, (doc) =>
      Object.fromEntries([...itemsOf(doc).keys()].map((id) => [id, String(itemMap(doc, id)?.get('text'))])),
    )
    for (const item of last.items.values()) expect('text' in item && item.text).toBe(texts[item.id])
  }, 120_000)

  test('a plan never takes the newest, keeps all in order, and is no plan while there is room', () => {
    const few = [{ size: 10 }, { size: 10 }]
    expect(mergePlan(few)).toEqual(few.map((one) => [one]))
    for (let seed = 1; seed <= 50; seed++) {
      const random = seededRandom(seed)
      const steps = Array.from({ length: 3 + Math.floor(random() * 2_500) }, (_, n) => ({
        n,
        size: Math.floor(random() * 9_000),
      }))
      const plan = mergePlan(steps)
      expect(plan.flat()).toEqual(steps)
      expect(plan.at(-1)).toEqual([steps.at(-1)])
      expect(plan.length).toBeLessThanOrEqual(MOST_STEPS)
    }
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentOf, itemMap, itemsOf, proseOf } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardAccess } from '../boards/board-access.ts'
import { Boards } from '../boards/boards.ts'
import { silentLog } from '../rooms/log.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { VersionKeeper } from './keeper.ts'
import { MOST_BYTES, MOST_STEPS, mergePlan } from './merging.ts'
import { MOST_NAMED, Versions } from './versions.ts'

const COMMON = { kind: 'common' } as const
const MINUTE = 60_000

let host: TestApp
let ada: TestPerson
let board: string
let versions: Versions
let keeper: VersionKeeper
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
  versions = new Versions(host.parts)
  keeper = new VersionKeeper(host.parts.tables, versions, host.clock, silentLog)
})
afterEach(() => host.stop())

const component = (n: number, name: string) => ({
  do: 'add',
  id: testId(n),
  type: 'component',
  fields: { name },
  place: { x: n * 200, y: 0, w: 150, h: 60 },
})
const note = (n: number, text: string, fields = {}) => ({
  do: 'add',
  id: testId(n),
  type: 'note',
  fields: { text, ...fields },
})
const at = (path = '') => `/api/boards/${board}${path}`

async function run(...commands: readonly unknown[]): Promise<void> {
  const answer = await ada.post(at('/commands'), commands)
  if (answer.status !== 200) throw new Error(answer.text)
}

async function seen(who = ada): Promise<unknown> {
  const { items, relations, prose } = (await who.get(at('/graph'))).body
  return { items, relations, prose }
}

async function named(title: string): Promise<string> {
  const made = await ada.post(at('/versions'), { title })
  expect(made.status, made.text).toBe(201)
  host.clock.advance(1_000)
  return made.body.id
}

/** Time goes by, and the server looks after its boards. */
async function minutes(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    host.clock.advance(MINUTE)
    await keeper.keep()
  }
}

describe('keeping versions', () => {
  test('a named one is listed with what is on it and what changed since the one before', async () => {
    await run(component(1, 'payment'))
    await named('First')
    await run(component(2, 'orders'), note(3, 'Bo said so'))
    await run({ do: 'set', id: testId(1), fields: { name: 'payments' } })
    await run({ do: 'connect', id: testId(4), from: testId(2), to: testId(1), kind: 'calls' })
    await named('Second')
    const { body, headers, text } = await ada.get(at('/versions'))
    expect(body.versions).toMatchObject([
      {
        title: 'Second',
        kind: 'named',
        counts: { components: 2, factors: 0, events: 0, arrows: 1 },
        changes: ['“orders” added', '1 note added', '“payment” renamed to “payments”', '1 arrow drawn'],
      },
      { title: 'First', changes: [] },
    ])
    expect(headers.get('cache-control')).toContain('private')
    // on a review above all: when and what, and nobody's name
    expect(text).not.toMatch(/Ada|Bo/)
  })

  test('a replay has a moment that shows what was named', async () => {
    await run(component(1, 'payment'))
    const id = await named('First')
    await run(component(2, 'orders'))
    host.clock.advance(1_000)
    await minutes(1)
    const { steps } = (await ada.get(at('/history'))).body
    const version = (await versions.list(board)).find((one) => one.id === id)
    expect(steps).toHaveLength(2)
    expect(steps[0].at).toBeLessThanOrEqual(version?.at ?? 0)
    expect(steps[1].at).toBeGreaterThan(version?.at ?? 0)
  })

  test('while a board changes one is kept in ten minutes, and none while it rests', async () => {
    const count = async () => (await versions.list(board)).length
    await minutes(2)
    expect(await count()).toBe(0)
    for (let i = 1; i <= 35; i++) {
      await run(component(i, `part ${i}`))
      await minutes(1)
    }
    expect(await count()).toBe(3)
    await minutes(60)
    expect(await count()).toBe(4)
    await minutes(60)
    expect(await count()).toBe(4)
  })

  test('two servers that look at the same time keep one version and one step', async () => {
    const other = new VersionKeeper(host.parts.tables, new Versions(host.parts), host.clock, silentLog)
    await run(component(1, 'payment'))
    host.clock.advance(11 * MINUTE)
    await Promise.allSettled([keeper.keep(), other.keep()])
    await Promise.allSettled([keeper.keep(), other.keep()])
    expect(await versions.list(board)).toHaveLength(1)
    expect(await host.sql('select * from versions')).toHaveLength(1)
    expect(await versions.history.stepsOf(board)).toHaveLength(1)
    await run(component(2, 'orders'))
    host.clock.advance(11 * MINUTE)
    await versions.history.take(board)
    await Promise.all([keeper.keep(), other.keep()])
    expect(await versions.list(board)).toHaveLength(2)
  })

  test('words of what changed are told anew when the version before is thinned out', async () => {
    for (const [n, name] of [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ] as const) {
      await run(component(n, name))
      await minutes(12)
    }
    host.clock.advance(40 * 24 * 60 * MINUTE)
    await versions.thin(board)
    const left = await versions.list(board)
    expect(left.length).toBeLessThan(3)
    // nothing is left before the oldest
    expect(left.at(-1)?.changes).toEqual([])
    await run(component(4, 'four'))
    await named('now')
    expect((await versions.list(board))[0]?.changes).toEqual(['“four” added'])
  })

  test('a name that is too long or empty, and one too many, are refused in words; all are safe', async () => {
    expect((await ada.post(at('/versions'), { title: 'x'.repeat(121) })).status).toBe(422)
    expect((await ada.post(at('/versions'), { title: '  ' })).status).toBe(422)
    for (let i = 0; i < MOST_NAMED; i++) await named(`v${i}`)
    const refused = await ada.post(at('/versions'), { title: 'one more' })
    expect(refused.status).toBe(422)
    expect(refused.body.error).toMatchObject({ id: 'too-many-versions' })
    expect(refused.body.error.message).toMatch(/all of them are safe/)
    const [first] = (await ada.get(at('/versions'))).body.versions
    expect((await ada.patch(at(`/versions/${first.id}`), { title: null })).body).toMatchObject({
      kind: 'auto',
      title: null,
    })
    expect((await ada.post(at('/versions'), { title: 'one more' })).status).toBe(201)
  })

  test('an automatic one can be given a name, and stays from then on', async () => {
    await run(component(1, 'payment'))
    await minutes(11)
    const [auto] = await versions.list(board)
    await ada.patch(at(`/versions/${auto?.id}`), { title: 'Before the fix' })
    host.clock.advance(400 * 24 * 60 * MINUTE)
    await versions.thin(board)
    expect(await versions.list(board)).toMatchObject([{ title: 'Before the fix', kind: 'named' }])
  })
})

describe('what a version holds', () => {
  test('what everybody saw, nothing private and nothing that was taken back', async () => {
    await run(component(1, 'payment'), note(2, 'tunde pressed it'))
    await run(note(3, 'my own secret', {}), { do: 'remove', ids: [testId(2)] })
    await ada.post(at('/commands'), [{ ...note(4, 'kept to myself'), layer: 'own' }])
    await ada.post(at('/commands'), [{ ...note(5, 'only for agents'), layer: 'agents' }])
    const id = await named('v')
    await minutes(1)
    const answer = await host.app.request(at(`/versions/${id}`), { headers: { cookie: ada.cookie } })
    expect(answer.status).toBe(200)
    const update = new Uint8Array(await answer.arrayBuffer())
    const doc = documentOf(update)
    expect([...itemsOf(doc).keys()].sort()).toEqual([testId(1), testId(3)])
    expect([...doc.store.clients.keys()]).toEqual([1])
    const rows = await host.sql('select put, gone from history_steps')
    expect(rows).toHaveLength(1)
    const all = Buffer.from(update).toString('latin1') + JSON.stringify(await played())
    for (const secret of ['tunde', 'kept to myself', 'only for agents']) expect(all).not.toContain(secret)
    expect(all).toContain('my own secret')
  })

  test('all of it goes when something was erased, and with the board', async () => {
    await run(component(1, 'payment'))
    await named('v')
    await minutes(12)
    await versions.drop(board)
    expect(await versions.list(board)).toEqual([])
    expect(await versions.history.stepsOf(board)).toEqual([])
    await minutes(1)
    // begins again with what is there now
    expect(await played()).toHaveLength(1)
    await host.sql('delete from boards where id = ?', board)
    for (const table of ['versions', 'history_steps', 'history_heads'])
      expect(await host.sql(`select * from ${table}`)).toEqual([])
  })
})

test('of a board that was deleted long ago no version is left in the file, nor in its log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'versions-'))
  const file = join(folder, 'board.db')
  const disk = await TestApp.start({}, { file })
  try {
    const bo = await disk.signUp('Bo')
    const gone = await makeBoard(bo)
    await bo.post(`/api/boards/${gone}/commands`, [note(1, 'words that are to go')])
    const kept = await bo.post(`/api/boards/${gone}/versions`, { title: 'v' })
    const trace = Buffer.from(await new Versions(disk.parts).bytesOf(gone, kept.body.id)).subarray(20, 60)
    const onDisk = (): boolean =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(trace))
    expect(onDisk()).toBe(true)
    await bo.delete(`/api/boards/${gone}`)
    disk.clock.advance(31 * 24 * 60 * MINUTE)
    await new Boards(disk.parts, new BoardAccess(disk.parts.tables)).purge()
    expect(onDisk()).toBe(false)
  } finally {
    await disk.stop()
    rmSync(folder, { recursive: true })
  }
})

/** The steps as a browser reads them: documents and what went. */
async function played(): Promise<{ items: unknown; gone: string[]; restoredTo: number | null }[]> {
  const { body } = await ada.get(at('/history'))
  const { unpacked } = await import('./packed.ts')
  return Promise.all(
    body.steps.map(async (step: { put: string; gone: string[]; restoredTo: number | null }) => {
      const doc = documentOf(await unpacked(Buffer.from(step.put, 'base64')))
      return { items: itemsOf(doc).toJSON(), gone: step.gone, restoredTo: step.restoredTo }
    }),
  )
}

describe('going back', () => {
  test('the board reads as it did, and the version that was kept leads back again', async () => {
    await run(component(1, 'payment'), component(2, 'orders'), note(3, 'first words'))
    await run({ do: 'connect', id: testId(9), from: testId(1), to: testId(2), kind: 'calls' })
    await run({ do: 'prose', section: 'summary', blocks: [{ kind: 'paragraph', runs: [{ text: 'one' }] }] })
    const then = await seen()
    const id = await named('then')
    await run({ do: 'remove', ids: [testId(1), testId(3)] }, component(4, 'new'))
    await run({ do: 'set', id: testId(2), fields: { name: 'orders 2' } })
    await run({ do: 'prose', section: 'summary', blocks: [{ kind: 'rule' }] })
    const now = await seen()
    const back = await ada.post(at(`/versions/${id}/restore`))
    expect(back.status).toBe(200)
    expect(await seen()).toEqual(then)
    expect(back.body.before).toMatchObject({ kind: 'before-restore' })
    host.clock.advance(1_000)
    expect((await ada.post(at(`/versions/${back.body.before.id}/restore`))).status).toBe(200)
    expect(await seen()).toEqual(now)
    host.clock.advance(1_000)
    await ada.post(at(`/versions/${id}/restore`))
    const again = await ada.post(at(`/versions/${id}/restore`))
    expect(again.body).toEqual({ before: null })
    expect(await seen()).toEqual(then)
  })

  test('everybody who has the board open can tell that it went back, and to when', async () => {
    await run(component(1, 'payment'))
    const id = await named('then')
    const keptAt = (await versions.list(board))[0]?.at
    await run({ do: 'remove', ids: [testId(1)] })
    await ada.post(at(`/versions/${id}/restore`))
    const told = await host.rooms.read(board, { kind: 'conduct' }, (doc) =>
      doc.getMap('meta').get('restored'),
    )
    expect(told).toEqual({ at: host.clock.now(), to: keptAt })
    expect((await played()).at(-1)?.restoredTo).toBe(keptAt)
  })

  test('private layers are not touched', async () => {
    await run(component(1, 'payment'))
    const id = await named('then')
    await run({ do: 'remove', ids: [testId(1)] }, note(2, 'quietly written'))
    await ada.post(at('/commands'), [{ ...note(5, 'kept to myself'), layer: 'own' }])
    await ada.post(at(`/versions/${id}/restore`))
    const { items } = (await seen()) as { items: { id: string; layer: string }[] }
    expect(items.map(({ id: one, layer }) => [one, layer])).toEqual([
      [testId(1), 'common'],
      [testId(5), 'own'],
    ])
  })

  test('whatever is written while it goes back is kept: on the board, or in the version before', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed)
      board = await makeBoard(ada)
      await run(component(1, 'payment'), note(2, 'words'))
      const id = await named('then')
      await run({ do: 'remove', ids: [testId(1)] })
      const texts = Array.from({ length: 8 }, (_, i) => `said ${seed} ${i}`)
      const write = async (text: string, i: number): Promise<void> => {
        for (let wait = Math.floor(random() * 25); wait > 0; wait--) await new Promise(setImmediate)
        await host.rooms.write(board, COMMON, (doc) => {
          const map = new Y.Map<unknown>([
            ['type', 'note'],
            ['text', new Y.Text(text)],
          ] as [string, unknown][])
          itemsOf(doc).set(testId(100 + i), map)
          const shared = itemMap(doc, testId(2))?.get('text') as Y.Text
          shared.insert(0, `${i}`)
        })
      }
      const [back] = await Promise.all([ada.post(at(`/versions/${id}/restore`)), ...texts.map(write)])
      expect(back.status).toBe(200)
      const before = documentOf(await snapshotOf(back.body.before.id))
      const kept = await host.rooms.read(board, COMMON, (doc) =>
        texts.map((_, i) => {
          const map = itemMap(doc, testId(100 + i))
          if (map?.get('deleted') == null) return 'on the board'
          return itemMap(before, testId(100 + i)) ? 'in the version' : 'lost'
        }),
      )
      expect(kept, `seed ${seed}`).not.toContain('lost')
      // and so are letters typed into a text that went back
      const letters = await host.rooms.read(
        board,
        COMMON,
        (doc) => `${itemMap(doc, testId(2))?.get('text')} ${itemMap(before, testId(2))?.get('text')}`,
      )
      for (const i of texts.keys()) expect(letters, `seed ${seed}`).toContain(`${i}`)
    }
  })

  test('on a board that never stands still, the version before holds the very last words', async () => {
    await run(component(1, 'payment'))
    const id = await named('then')
    await run(note(2, 'later'))
    let said = 0
    // somebody is faster every time
    const busy = new Proxy(host.rooms, {
      get(rooms, name: keyof typeof host.rooms) {
        if (name !== 'writeMany') return rooms[name].bind(rooms)
        return async (...asked: Parameters<typeof rooms.writeMany>) => {
          const n = said++
          await rooms.write(board, COMMON, (doc) =>
            itemsOf(doc).set(testId(200 + n), new Y.Map([['type', 'note']])),
          )
          return rooms.writeMany(...asked)
        }
      },
    })
    const before = await new Versions({ ...host.parts, rooms: busy }).restore(board, id)
    const kept = documentOf(await snapshotOf(before?.id ?? ''))
    expect(said).toBeGreaterThan(1)
    for (let n = 0; n < said; n++) expect(itemMap(kept, testId(200 + n)), `${n} of ${said}`).toBeDefined()
    const { items } = (await seen()) as { items: { id: string }[] }
    expect(items.map(({ id: one }) => one)).toEqual([testId(1)])
    // and of the tries before nothing is left
    expect((await versions.list(board)).map(({ kind }) => kind).sort()).toEqual(['before-restore', 'named'])
  })

  test('a version of another board is not there', async () => {
    await run(component(1, 'payment'))
    const id = await named('mine')
    const first = board
    board = await makeBoard(ada)
    expect((await ada.post(at(`/versions/${id}/restore`))).status).toBe(404)
    expect((await ada.get(at(`/versions/${id}`))).status).toBe(404)
    expect((await ada.patch(at(`/versions/${id}`), { title: 'x' })).status).toBe(404)
    board = first
    expect((await versions.list(board))[0]?.title).toBe('mine')
  })
})

async function snapshotOf(id: string): Promise<Uint8Array> {
  const { unpacked } = await import('./packed.ts')
  return unpacked(await versions.bytesOf(board, id))
}

describe('who may', () => {
  test('an observer looks and does not restore; of another team’s board there is nothing', async () => {
    await run(component(1, 'payment'))
    const id = await named('then')
    const watcher = await host.joins(ada, board, 'observer', await host.signUp('Olu'))
    const stranger = await host.signUp('Eve')
    for (const path of ['/versions', `/versions/${id}`, '/history']) {
      expect((await watcher.get(at(path))).status, path).toBe(200)
      expect((await stranger.get(at(path))).status, path).toBe(404)
      expect((await host.nobody().get(at(path))).status, path).toBe(401)
    }
    for (const who of [watcher, stranger]) {
      const status = who === watcher ? 403 : 404
      expect((await who.post(at(`/versions/${id}/restore`))).status).toBe(status)
      expect((await who.post(at('/versions'), { title: 'x' })).status).toBe(status)
      expect((await who.patch(at(`/versions/${id}`), { title: null })).status).toBe(status)
    }
  })
})

describe('history', () => {
  test('one step a minute of activity, none while nothing is to see, and what went is named by its key alone', async () => {
    await run(component(1, 'payment'), note(2, 'words'))
    await minutes(1)
    await run(component(3, 'orders'))
    await run({ do: 'remove', ids: [testId(2)] })
    await minutes(3)
    const steps = await played()
    expect(steps).toHaveLength(2)
    expect(Object.keys(steps[1]?.items as object)).toEqual([testId(3)])
    expect(steps[1]?.gone).toEqual([`items/${testId(2)}`])
  })

  test('goes on where it was after a restart', async () => {
    await run(component(1, 'payment'))
    await minutes(1)
    keeper = new VersionKeeper(host.parts.tables, new Versions(host.parts), host.clock, silentLog)
    await run(component(2, 'orders'))
    await minutes(1)
    expect((await played()).map(({ items }) => Object.keys(items as object))).toEqual([
      [testId(1)],
      [testId(2)],
    ])
  })

  test('is bounded: the oldest steps become one, and the last still shows the board', async () => {
    const noise = seededRandom(5)
    const words = (): string =>
      Array.from({ length: 9_000 }, () => String.fromCharCode(33 + noise() * 90)).join('')
    await run(...Array.from({ length: 20 }, (_, i) => note(i, '')))
    for (let i = 0; i < 330; i++) {
      await host.rooms.write(board, COMMON, (doc) => {
        const text = itemMap(doc, testId(i % 20))?.get('text') as Y.Text
        text.delete(0, text.length)
        text.insert(0, words())
        proseOf(doc)
      })
      await minutes(1)
    }
    const [sizes] = await host.sql(
      'select cast(sum(size) as integer) as total, count(*) as count from history_steps',
    )
    expect(sizes).toMatchObject({ total: expect.any(Number) })
    const { total, count } = sizes as { total: number; count: number }
    expect(total).toBeLessThanOrEqual(MOST_BYTES)
    expect(count).toBeGreaterThan(50)
    const { Film } = await import('@second-story/board')
    const { unpacked } = await import('./packed.ts')
    const { body } = await ada.get(at('/history'))
    const steps = await Promise.all(
      body.steps.map(async (one: { put: string; gone: string[] }) => ({
        put: await unpacked(Buffer.from(one.put, 'base64')),
        gone: one.gone,
      })),
    )
    const film = new Film(steps)
    const last = film.at(steps.length - 1)
    const texts = await host.rooms.read(board, COMMON, (doc) =>
      Object.fromEntries([...itemsOf(doc).keys()].map((id) => [id, String(itemMap(doc, id)?.get('text'))])),
    )
    for (const item of last.items.values()) expect('text' in item && item.text).toBe(texts[item.id])
  }, 60_000)

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

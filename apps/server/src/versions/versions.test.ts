import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentOf, itemsOf } from '@second-story/board'
import { describe, expect, test } from 'vitest'
import { BoardAccess } from '../boards/board-access.ts'
import { Boards } from '../boards/boards.ts'
import { silentLog } from '../rooms/log.ts'
import { makeBoard, TestApp, testId } from '../testing/test-app.ts'
import { VersionKeeper } from './keeper.ts'
import { beforeEachTest, component, MINUTE, note, type TestVersions } from './test-versions.ts'
import { MOST_NAMED, Versions } from './versions.ts'

let on: TestVersions
beforeEachTest((stage) => {
  on = stage
})

describe('keeping versions', () => {
  test('a named one is listed with what is on it and what changed since the one before', async () => {
    await on.run(component(1, 'payment'))
    await on.named('First')
    await on.run(component(2, 'orders'), note(3, 'Bo said so'))
    await on.run({ do: 'set', id: testId(1), fields: { name: 'payments' } })
    await on.run({ do: 'connect', id: testId(4), from: testId(2), to: testId(1), kind: 'calls' })
    await on.named('Second')
    const { body, headers, text } = await on.ada.get(on.at('/versions'))
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
    await on.run(component(1, 'payment'))
    const id = await on.named('First')
    await on.run(component(2, 'orders'))
    on.host.clock.advance(1_000)
    await on.minutes(1)
    const { steps } = (await on.ada.get(on.at('/history'))).body
    const version = (await on.versions.list(on.board)).find((one) => one.id === id)
    expect(steps).toHaveLength(2)
    expect(steps[0].at).toBeLessThanOrEqual(version?.at ?? 0)
    expect(steps[1].at).toBeGreaterThan(version?.at ?? 0)
  })

  test('while a board changes one is kept in ten minutes, and none while it rests', async () => {
    const count = async () => (await on.versions.list(on.board)).length
    await on.minutes(2)
    expect(await count()).toBe(0)
    for (let i = 1; i <= 35; i++) {
      await on.run(component(i, `part ${i}`))
      await on.minutes(1)
    }
    expect(await count()).toBe(3)
    await on.minutes(60)
    expect(await count()).toBe(4)
    await on.minutes(60)
    expect(await count()).toBe(4)
  })

  test('two servers that look at the same time keep one version and one step', async () => {
    const other = new VersionKeeper(
      on.host.parts.tables,
      new Versions(on.host.parts),
      on.host.clock,
      silentLog,
    )
    await on.run(component(1, 'payment'))
    on.host.clock.advance(11 * MINUTE)
    await Promise.allSettled([on.keeper.keep(), other.keep()])
    await Promise.allSettled([on.keeper.keep(), other.keep()])
    expect(await on.versions.list(on.board)).toHaveLength(1)
    expect(await on.host.sql('select * from versions')).toHaveLength(1)
    expect(await on.versions.history.stepsOf(on.board)).toHaveLength(1)
    await on.run(component(2, 'orders'))
    on.host.clock.advance(11 * MINUTE)
    await on.versions.history.take(on.board)
    await Promise.all([on.keeper.keep(), other.keep()])
    expect(await on.versions.list(on.board)).toHaveLength(2)
  })

  test('words of what changed are told anew when the version before is thinned out', async () => {
    for (const [n, name] of [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ] as const) {
      await on.run(component(n, name))
      await on.minutes(12)
    }
    on.host.clock.advance(40 * 24 * 60 * MINUTE)
    await on.versions.thin(on.board)
    const left = await on.versions.list(on.board)
    expect(left.length).toBeLessThan(3)
    // nothing is left before the oldest
    expect(left.at(-1)?.changes).toEqual([])
    await on.run(component(4, 'four'))
    await on.named('now')
    expect((await on.versions.list(on.board))[0]?.changes).toEqual(['“four” added'])
  })

  test('a name that is too long or empty, and one too many, are refused in words; all are safe', async () => {
    expect((await on.ada.post(on.at('/versions'), { title: 'x'.repeat(121) })).status).toBe(422)
    expect((await on.ada.post(on.at('/versions'), { title: '  ' })).status).toBe(422)
    for (let i = 0; i < MOST_NAMED; i++) await on.named(`v${i}`)
    const refused = await on.ada.post(on.at('/versions'), { title: 'one more' })
    expect(refused.status).toBe(422)
    expect(refused.body.error).toMatchObject({ id: 'too-many-versions' })
    expect(refused.body.error.message).toMatch(/all of them are safe/)
    const [first] = (await on.ada.get(on.at('/versions'))).body.versions
    expect((await on.ada.patch(on.at(`/versions/${first.id}`), { title: null })).body).toMatchObject({
      kind: 'auto',
      title: null,
    })
    expect((await on.ada.post(on.at('/versions'), { title: 'one more' })).status).toBe(201)
  })

  test('an automatic one can be given a name, and stays from then on', async () => {
    await on.run(component(1, 'payment'))
    await on.minutes(11)
    const [auto] = await on.versions.list(on.board)
    await on.ada.patch(on.at(`/versions/${auto?.id}`), { title: 'Before the fix' })
    on.host.clock.advance(400 * 24 * 60 * MINUTE)
    await on.versions.thin(on.board)
    expect(await on.versions.list(on.board)).toMatchObject([{ title: 'Before the fix', kind: 'named' }])
  })
})

describe('what a version holds', () => {
  test('what everybody saw, nothing private and nothing that was taken back', async () => {
    await on.run(component(1, 'payment'), note(2, 'tunde pressed it'))
    await on.run(note(3, 'my own secret', {}), { do: 'remove', ids: [testId(2)] })
    await on.ada.post(on.at('/commands'), [{ ...note(4, 'kept to myself'), layer: 'own' }])
    await on.ada.post(on.at('/commands'), [{ ...note(5, 'only for agents'), layer: 'agents' }])
    const id = await on.named('v')
    await on.minutes(1)
    const answer = await on.host.app.request(on.at(`/versions/${id}`), { headers: { cookie: on.ada.cookie } })
    expect(answer.status).toBe(200)
    const update = new Uint8Array(await answer.arrayBuffer())
    const doc = documentOf(update)
    expect([...itemsOf(doc).keys()].sort()).toEqual([testId(1), testId(3)])
    expect([...doc.store.clients.keys()]).toEqual([1])
    const rows = await on.host.sql('select put, gone from history_steps')
    expect(rows).toHaveLength(1)
    const all = Buffer.from(update).toString('latin1') + JSON.stringify(await on.played())
    for (const secret of ['tunde', 'kept to myself', 'only for agents']) expect(all).not.toContain(secret)
    expect(all).toContain('my own secret')
  })

  test('all of it goes when something was erased, and with the board', async () => {
    await on.run(component(1, 'payment'))
    await on.named('v')
    await on.minutes(12)
    await on.versions.drop(on.board)
    expect(await on.versions.list(on.board)).toEqual([])
    expect(await on.versions.history.stepsOf(on.board)).toEqual([])
    await on.minutes(1)
    // begins again with what is there now
    expect(await on.played()).toHaveLength(1)
    await on.host.sql('delete from boards where id = ?', on.board)
    for (const table of ['versions', 'history_steps', 'history_heads'])
      expect(await on.host.sql(`select * from ${table}`)).toEqual([])
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

describe('who may', () => {
  test('an observer looks and does not restore; of another team’s board there is nothing', async () => {
    await on.run(component(1, 'payment'))
    const id = await on.named('then')
    const watcher = await on.host.joins(on.ada, on.board, 'observer', await on.host.signUp('Olu'))
    const stranger = await on.host.signUp('Eve')
    for (const path of ['/versions', `/versions/${id}`, '/history']) {
      expect((await watcher.get(on.at(path))).status, path).toBe(200)
      expect((await stranger.get(on.at(path))).status, path).toBe(404)
      expect((await on.host.nobody().get(on.at(path))).status, path).toBe(401)
    }
    for (const who of [watcher, stranger]) {
      const status = who === watcher ? 403 : 404
      expect((await who.post(on.at(`/versions/${id}/restore`))).status).toBe(status)
      expect((await who.post(on.at('/versions'), { title: 'x' })).status).toBe(status)
      expect((await who.patch(on.at(`/versions/${id}`), { title: null })).status).toBe(status)
    }
  })
})

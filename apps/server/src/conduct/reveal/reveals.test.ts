import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { itemMap } from '@second-story/board'
import { countedIds, must } from '@second-story/std'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Rooms } from '../../rooms/rooms.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../../testing/test-app.ts'
import { Reveals } from './reveals.ts'

let folder: string
let host: TestApp
let ada: TestPerson
let bob: TestPerson
let board: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-reveal-'))
  host = await TestApp.start({}, { file: join(folder, 'test.db') })
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
  bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
})
afterEach(async () => {
  await host.stop()
  rmSync(folder, { recursive: true })
})

interface GraphItem {
  readonly id: string
  readonly text?: string
  readonly layer: string
  readonly round: string | null
  readonly revealed: string | null
  readonly place?: { x: number; y: number; w: number; h: number }
}

const run = async (who: TestPerson, ...commands: object[]): Promise<void> => {
  const answer = await who.post(`/api/boards/${board}/commands`, commands)
  expect(answer.status, answer.text).toBe(200)
}
const startRound = async (terms: object = {}): Promise<string> =>
  (await ada.post(`/api/boards/${board}/rounds`, { writes: 'factors', minutes: 5, ...terms })).body.round.id
const write = (
  who: TestPerson,
  round: string | null,
  id: string,
  text: string,
  more: object = {},
): Promise<void> =>
  run(who, {
    do: 'add',
    id: testId(id),
    type: 'factor',
    layer: 'own',
    fields: { text, ...(round === null ? {} : { round }), ...more },
  })
const showAll = (round: string) => ada.post(`/api/boards/${board}/reveals`, { round })
const graph = async (who: TestPerson): Promise<{ items: GraphItem[]; relations: Record<string, string>[] }> =>
  (await who.get(`/api/boards/${board}/graph`)).body
const texts = (items: readonly GraphItem[]): (string | undefined)[] => items.map(({ text }) => text).sort()
/** A trace that only the original bears: the id of an entry inside it, which its copy gets anew. */
const MARKED = { sources: [{ id: 'entry-of-bob', kind: 'log', title: 'a log' }] }
/** Everything in the data folder, as it lies on disk. */
const onDisk = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n')
const ownOf = (who: TestPerson): Promise<string> =>
  host.rooms.read(board, { kind: 'own', member: who.account }, (doc) =>
    Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1'),
  )

test('before it is shown, what someone writes is seen by nobody else, an owner included', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'canary of bob')
  expect((await ada.get(`/api/boards/${board}/graph`)).text).not.toContain('canary')
  expect((await ada.get('/api/boards')).text).not.toContain('canary')
  expect((await graph(bob)).items).toMatchObject([{ text: 'canary of bob', layer: 'own', round }])
})

test('showing all brings everybody’s words onto the board under new ids, and takes the originals away', async () => {
  const round = await startRound()
  await write(ada, round, 'a1', 'alerts were muted')
  await write(bob, round, 'b1', 'the runbook was old')
  await write(bob, round, 'b2', 'a queue without a bound')
  const shown = await showAll(round)
  expect(shown.status).toBe(200)
  expect(shown.body).toMatchObject({ shown: 3, round: { id: round, state: 'shown' } })
  for (const who of [ada, bob]) {
    const { items } = await graph(who)
    expect(texts(items)).toEqual(['a queue without a bound', 'alerts were muted', 'the runbook was old'])
    expect(new Set(items.map(({ layer }) => layer))).toEqual(new Set(['common']))
    for (const id of ['a1', 'b1', 'b2']) expect(items.map((item) => item.id)).not.toContain(testId(id))
  }
})

test('after an anonymous show nothing on disk ties the words to their writer', async () => {
  const round = await startRound()
  await write(bob, null, 'b0', 'a sketch of my own')
  await write(bob, round, 'b1', 'canary of bob', MARKED)
  expect(onDisk()).toContain('entry-of-bob')
  const { ids } = (await showAll(round)).body
  expect(onDisk()).toContain('canary of bob')
  expect(onDisk()).not.toContain('entry-of-bob')
  const own = await ownOf(bob)
  expect(own).toContain('a sketch of my own')
  for (const trace of ['canary', ...ids]) expect(own).not.toContain(trace)
  const common = await host.rooms.read(board, { kind: 'common' }, (doc) =>
    Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1'),
  )
  for (const trace of [bob.account, testId('b1'), 'entry-of-bob']) expect(common).not.toContain(trace)
})

test('exactly the round is taken: no sketch, nothing kept back, deleted or empty', async () => {
  const round = await startRound()
  await write(bob, null, 'b0', 'sketch')
  await write(bob, 'another-round', 'b1', 'of another round')
  await write(bob, round, 'b2', 'kept back', { keptBack: true })
  await write(bob, round, 'b3', 'deleted')
  await run(bob, { do: 'remove', ids: [testId('b3')] })
  await write(bob, round, 'b4', '  ')
  await write(bob, round, 'b5', 'shown')
  expect((await showAll(round)).body.shown).toBe(1)
  expect(texts((await graph(ada)).items)).toEqual(['shown'])
  const own = (await graph(bob)).items.filter(({ layer }) => layer === 'own')
  expect(texts(own)).toEqual(['  ', 'kept back', 'of another round', 'sketch'])
})

test('showing again is harmless, and what comes later stays private', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'in time')
  await showAll(round)
  await write(bob, round, 'b2', 'was offline')
  const again = await showAll(round)
  expect(again.status).toBe(200)
  expect(again.body.shown).toBe(0)
  expect(texts((await graph(ada)).items)).toEqual(['in time'])
  expect(texts((await graph(bob)).items)).toEqual(['in time', 'was offline'])
})

test('two people who show at the same moment show it once', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'once')
  const [one, two] = await Promise.all([showAll(round), showAll(round)])
  expect(one.body.shown + two.body.shown).toBe(1)
  expect(texts((await graph(ada)).items)).toEqual(['once'])
})

test('by name: the ids stay, and the private ones are marked', async () => {
  const round = await startRound({ anonymous: false })
  await write(bob, round, 'b1', 'mine, and I say so')
  expect((await showAll(round)).body.ids).toEqual([testId('b1')])
  expect((await graph(ada)).items).toMatchObject([
    { id: testId('b1'), layer: 'common', text: 'mine, and I say so' },
  ])
  const marked = await host.rooms.read(board, { kind: 'own', member: bob.account }, (doc) =>
    itemMap(doc, testId('b1'))?.get('revealed'),
  )
  expect(marked).toBe(testId('b1'))
})

test('chips to what is on the board, and arrows among what was shown, come along; the rest does not', async () => {
  await run(ada, { do: 'add', id: testId('c1'), type: 'component', fields: { name: 'orders' } })
  const round = await startRound()
  await write(bob, round, 'b1', 'one')
  await write(bob, round, 'b2', 'two')
  await write(bob, null, 'b3', 'private still')
  const connect = (id: string, from: string, to: string, kind: string) => ({
    do: 'connect',
    id: testId(id),
    from: testId(from),
    to: testId(to),
    kind,
  })
  await run(
    bob,
    connect('r1', 'b1', 'c1', 'about'),
    connect('r2', 'b1', 'b2', 'led-to'),
    connect('r3', 'b2', 'b3', 'led-to'),
  )
  await showAll(round)
  const { items, relations } = await graph(ada)
  const idOf = (text: string) =>
    must(
      items.find((item) => item.text === text),
      text,
    ).id
  expect(relations).toHaveLength(2)
  expect(relations).toContainEqual(
    expect.objectContaining({ from: idOf('one'), to: testId('c1'), kind: 'about', layer: 'common' }),
  )
  expect(relations).toContainEqual(
    expect.objectContaining({ from: idOf('one'), to: idOf('two'), kind: 'led-to' }),
  )
  expect(await ownOf(bob)).not.toContain(testId('c1'))
})

test('they lie in open space, none over another', async () => {
  await run(ada, {
    do: 'add',
    id: testId('c1'),
    type: 'component',
    fields: { name: 'orders' },
    place: { x: -50, y: 30, w: 150, h: 400 },
  })
  const round = await startRound()
  for (let i = 0; i < 12; i++) await write(i % 2 ? bob : ada, round, `w${i}`, `words ${i}`)
  await showAll(round)
  const places = (await graph(ada)).items.map(({ place }) => must(place, 'a place'))
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1))
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
})

test('what the board’s rules refuse stays with its writer: nothing is lost', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'short')
  await write(bob, round, 'b2', 'x')
  // typed in an editor, where no command counts the letters
  await host.rooms.write(board, { kind: 'own', member: bob.account }, (doc) => {
    const text = itemMap(doc, testId('b2'))?.get('text')
    if (text instanceof Y.Text) text.insert(0, 'long '.repeat(5_000))
  })
  expect((await showAll(round)).body.shown).toBe(1)
  expect((await graph(bob)).items.find(({ id }) => id === testId('b2'))?.layer).toBe('own')
})

test('a crash before the forgetting is made good at the next start', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'canary of bob', MARKED)
  const { tables, clock } = host.parts
  const crashing: Rooms = Object.assign(Object.create(host.rooms) as Rooms, {
    writeMany: host.rooms.writeMany.bind(host.rooms),
    read: host.rooms.read.bind(host.rooms),
    ownLayers: host.rooms.ownLayers.bind(host.rooms),
    forget: () => Promise.reject(new Error('the power went')),
  })
  const crashed = new Reveals(tables, crashing, clock, countedIds('n'))
  await expect(crashed.reveal(board, round)).rejects.toThrow('the power went')
  expect(onDisk()).toContain('entry-of-bob')
  await new Reveals(tables, host.rooms, clock, countedIds('m')).finish()
  expect(onDisk()).not.toContain('entry-of-bob')
  expect(await tables.query.selectFrom('reveals').selectAll().execute()).toEqual([])
  expect(texts((await graph(ada)).items)).toEqual(['canary of bob'])
})

test('a crash before anything was shown shows nothing at the next start', async () => {
  const round = await startRound()
  await write(bob, round, 'b1', 'still mine')
  const { tables, clock } = host.parts
  await tables.query
    .insertInto('reveals')
    .values({ round_id: round, board_id: board, created_at: 0 })
    .execute()
  await new Reveals(tables, host.rooms, clock, countedIds('m')).finish()
  expect((await graph(ada)).items).toEqual([])
  expect((await showAll(round)).body.shown).toBe(1)
})

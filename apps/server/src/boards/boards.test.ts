import { PROSE_SECTIONS, readConduct } from '@second-story/board'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { BoardAccess } from './board-access.ts'
import { Boards } from './boards.ts'

let host: TestApp
let ada: TestPerson
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
})
afterEach(() => host.stop())

const component = (n: number, name: string, place = { x: n * 200, y: 0, w: 150, h: 60 }) => ({
  do: 'add',
  id: testId(n),
  type: 'component',
  fields: { name },
  place,
})

test('a new board is whole: title, stage and the parts of the record are there', async () => {
  const made = await ada.post('/api/boards', {
    kind: 'chaos-day',
    title: '  Zone outage  ',
    zone: 'Europe/Berlin',
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ title: 'Zone outage', kind: 'chaos-day', stage: 'plan', role: 'owner' })
  const id = made.body.id
  const graph = (await ada.get(`/api/boards/${id}/graph`)).body
  expect(graph.board).toEqual({
    id,
    title: 'Zone outage',
    kind: 'chaos-day',
    stage: 'plan',
    zone: 'Europe/Berlin',
  })
  expect(Object.keys(graph.prose).sort()).toEqual([...PROSE_SECTIONS].sort())
})

test('a title of 10,000 characters, an unknown kind and an unknown zone make no board', async () => {
  expect((await ada.post('/api/boards', { kind: 'blank', title: 'x'.repeat(10_000) })).status).toBe(422)
  expect((await ada.post('/api/boards', { kind: 'party', title: 'x' })).status).toBe(400)
  expect((await ada.post('/api/boards', { kind: 'blank', title: 'x', zone: 'Mars/Base' })).status).toBe(422)
  expect((await ada.get('/api/boards')).body.boards).toEqual([])
})

test('a board begins with the system of another one, under new ids', async () => {
  const first = await makeBoard(ada, 'chaos-day')
  await ada.post(`/api/boards/${first}/commands`, [
    component(1, 'orders'),
    component(2, 'payment'),
    { do: 'connect', id: testId(3), from: testId(1), to: testId(2), kind: 'calls' },
    { do: 'add', id: testId(4), type: 'note', fields: { text: 'not part of the system' } },
  ])
  const second = (await ada.post('/api/boards', { kind: 'incident-review', title: 'After', from: first }))
    .body.id
  const graph = (await ada.get(`/api/boards/${second}/graph`)).body
  expect(graph.items.map((item: { name: string }) => item.name).sort()).toEqual(['orders', 'payment'])
  expect(graph.relations).toHaveLength(1)
  expect(graph.items.map((item: { id: string }) => item.id)).not.toContain(testId(1))
})

test('nobody begins with the system of a board that they may not read', async () => {
  const secret = await makeBoard(ada)
  const eve = await host.signUp('Eve')
  expect((await eve.post('/api/boards', { kind: 'blank', title: 'x', from: secret })).status).toBe(404)
  expect((await eve.get('/api/boards')).body.boards).toEqual([])
})

test('the list shows how much is on a board, and only what is common counts', async () => {
  const board = await makeBoard(ada)
  const before = (await ada.get('/api/boards')).body.boards[0].updatedAt
  host.clock.advance(60_000)
  // twice, so that the private layer is further along than the common one
  for (const id of [8, 9])
    await ada.post(`/api/boards/${board}/commands`, [
      { do: 'add', id: testId(id), type: 'factor', layer: 'own', fields: { text: 'mine alone' } },
    ])
  expect((await ada.get('/api/boards')).body.boards[0]).toMatchObject({
    counts: { factors: 0 },
    updatedAt: before,
  })
  await ada.post(`/api/boards/${board}/commands`, [
    component(1, 'orders'),
    { do: 'add', id: testId(2), type: 'factor', fields: { text: 'a queue without a bound' } },
  ])
  const [card] = (await ada.get('/api/boards')).body.boards
  expect(card).toMatchObject({ id: board, counts: { components: 1, factors: 1, events: 0 }, here: [] })
  expect(card.updatedAt).toBe(before + 60_000)
})

test('renaming writes the list and the board, and a participant may', async () => {
  const board = await makeBoard(ada)
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  expect((await bob.patch(`/api/boards/${board}`, { title: 'Payments were late' })).body.title).toBe(
    'Payments were late',
  )
  expect((await ada.get('/api/boards')).body.boards[0].title).toBe('Payments were late')
  const title = await host.rooms.read(
    board,
    { kind: 'conduct' },
    (doc) => readConduct(doc.getMap('meta')).title,
  )
  expect(title).toBe('Payments were late')
  expect((await bob.patch(`/api/boards/${board}`, { parkedInRecord: true })).status).toBe(403)
  expect((await ada.patch(`/api/boards/${board}`, { parkedInRecord: true, zone: 'UTC' })).status).toBe(200)
})

test('a board can ask browsers to keep no copy; only who facilitates says so', async () => {
  const board = await makeBoard(ada)
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  expect((await bob.get(`/api/boards/${board}`)).body.sensitive).toBe(false)
  expect((await bob.patch(`/api/boards/${board}`, { sensitive: true })).status).toBe(403)
  expect((await ada.patch(`/api/boards/${board}`, { sensitive: true })).body.sensitive).toBe(true)
  // heard by the pages that have it open
  const told = () => host.rooms.read(board, { kind: 'conduct' }, (doc) => readConduct(doc.getMap('meta')))
  expect((await told()).sensitive).toBe(true)
  expect((await bob.get(`/api/boards/${board}`)).body.sensitive).toBe(true)
  expect((await ada.patch(`/api/boards/${board}`, { sensitive: false })).body.sensitive).toBe(false)
  expect((await told()).sensitive).toBe(false)
})

test('a deleted board is gone for everybody, comes back within 30 days, and is purged after', async () => {
  const board = await makeBoard(ada)
  const bob = await host.joins(ada, board, 'facilitator', await host.signUp('Bob'))
  expect((await ada.delete(`/api/boards/${board}`)).status).toBe(204)
  expect((await ada.get(`/api/boards/${board}`)).status).toBe(404)
  expect((await bob.get(`/api/boards/${board}/graph`)).status).toBe(404)
  expect((await ada.get('/api/boards')).body).toMatchObject({ boards: [], deleted: [{ id: board }] })
  expect((await bob.get('/api/boards')).body).toEqual({ boards: [], deleted: [] })
  expect((await bob.post(`/api/boards/${board}/restore`)).status).toBe(403)
  expect((await ada.post(`/api/boards/${board}/restore`)).status).toBe(200)
  expect((await bob.get(`/api/boards/${board}`)).status).toBe(200)
})

test('after 30 days a deleted board cannot be brought back', async () => {
  const board = await makeBoard(ada)
  await ada.delete(`/api/boards/${board}`)
  host.clock.advance(30 * 24 * 60 * 60_000)
  expect((await ada.get('/api/boards')).body.deleted).toEqual([])
  expect((await ada.post(`/api/boards/${board}/restore`)).status).toBe(404)
})

test('the team enters chaos days and blank boards, and reviews only when invited', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const bob = await host.signUp('Bob')
  const { token } = (await ada.post(`/api/teams/${team}/invites`, {})).body
  expect((await bob.get(`/api/invites/${token}`)).body).toEqual({
    board: null,
    team: { title: 'Payments' },
    role: 'member',
  })
  expect((await bob.post(`/api/invites/${token}/accept`, {})).body.team.id).toBe(team)
  const make = async (kind: string) => (await ada.post('/api/boards', { kind, title: kind, team })).body.id
  const [day, review, blank] = [await make('chaos-day'), await make('incident-review'), await make('blank')]
  expect((await bob.get(`/api/boards/${day}`)).body.role).toBe('participant')
  expect((await bob.get(`/api/boards/${blank}`)).body.role).toBe('participant')
  expect((await bob.get(`/api/boards/${review}`)).status).toBe(404)
  expect((await bob.get('/api/boards')).body.boards.map((one: { id: string }) => one.id).sort()).toEqual(
    [day, blank].sort(),
  )
  await ada.delete(`/api/teams/${team}/members/${bob.account}`)
  expect((await bob.get(`/api/boards/${day}`)).status).toBe(404)
})

test('a board is made in a team of one’s own only', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const eve = await host.signUp('Eve')
  expect((await eve.post('/api/boards', { kind: 'blank', title: 'x', team })).status).toBe(404)
})

test('commands are all taken or none, and a refusal says which', async () => {
  const board = await makeBoard(ada)
  const refused = await ada.post(`/api/boards/${board}/commands`, [
    component(1, 'orders'),
    component(1, 'again'),
  ])
  expect(refused.status).toBe(422)
  expect(refused.body.error).toMatchObject({ id: 'id-taken', index: 1 })
  expect((await ada.get(`/api/boards/${board}/graph`)).body.items).toEqual([])
  const malformed = await ada.post(`/api/boards/${board}/commands`, [{ do: 'explode' }])
  expect(malformed.body.error.id).toBe('bad-command')
  const nan = component(2, 'x', { x: null as unknown as number, y: 0, w: 1, h: 1 })
  expect((await ada.post(`/api/boards/${board}/commands`, [nan])).status).toBe(422)
  const done = await ada.post(`/api/boards/${board}/commands`, [component(1, 'orders')])
  expect(done.body).toEqual({ applied: 1, ids: [testId(1)] })
})

test('a layer is written and read by its people alone', async () => {
  const board = await makeBoard(ada, 'chaos-day')
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  const agent = await host.joins(ada, board, 'agent', await host.signUp('Carl'))
  const eye = await host.joins(ada, board, 'observer', await host.signUp('Dora'))
  const note = (id: string, layer: string) => [
    { do: 'add', id: testId(id), type: 'note', layer, fields: { text: `canary ${id}` } },
  ]
  const commands = `/api/boards/${board}/commands`
  expect((await bob.post(commands, note('own', 'own'))).status).toBe(200)
  expect((await agent.post(commands, note('agents', 'agents'))).status).toBe(200)
  expect((await bob.post(commands, note('x', 'agents'))).body.error.id).toBe('no-layer')
  expect((await bob.post(commands, note('x', 'conduct'))).body.error.id).toBe('no-layer')
  expect((await eye.post(commands, note('x', 'common'))).status).toBe(403)

  const seen = async (who: TestPerson) => (await who.get(`/api/boards/${board}/graph`)).text
  expect(await seen(bob)).toContain('canary own')
  for (const other of [ada, agent, eye]) expect(await seen(other)).not.toContain('canary own')
  for (const other of [ada, agent]) expect(await seen(other)).toContain('canary agents')
  for (const other of [bob, eye]) expect(await seen(other)).not.toContain('canary agents')

  const layer = async (who: TestPerson, name: string) =>
    (await who.get(`/api/boards/${board}/layers/${name}/snapshot`)).status
  expect(await layer(bob, 'own')).toBe(200)
  expect(await layer(bob, `own.${bob.account}`)).toBe(200)
  expect(await layer(ada, `own.${bob.account}`)).toBe(404)
  expect(await layer(eye, 'own')).toBe(404)
  expect(await layer(bob, 'agents')).toBe(404)
  expect(await layer(agent, 'agents')).toBe(200)
  expect(await layer(eye, 'common')).toBe(200)
  expect(await layer(eye, 'conduct')).toBe(200)
  expect(await layer(bob, 'nonsense')).toBe(404)
  for (const path of ['board.json', 'picture.svg'])
    expect((await bob.get(`/api/boards/${board}/${path}`)).text).not.toContain('canary own')
})

test('a board that is being purged cannot be brought back, not even where the clock is behind', async () => {
  const board = await makeBoard(ada)
  await ada.delete(`/api/boards/${board}`)
  host.clock.advance(30 * 24 * 60 * 60_000)
  const answers: number[] = []
  const removeBoard = async (id: string): Promise<void> => {
    host.clock.advance(-60_000)
    answers.push((await ada.post(`/api/boards/${board}/restore`)).status)
    await host.rooms.removeBoard(id)
  }
  const parts = { ...host.parts, rooms: { removeBoard } as typeof host.rooms }
  await new Boards(parts, new BoardAccess(parts.tables)).purge()
  expect(answers).toEqual([404])
  expect((await ada.get('/api/boards')).body.deleted).toEqual([])
})

test('what was deleted long ago is purged, rows and layers, and nothing else is', async () => {
  const [old, kept] = [await makeBoard(ada), await makeBoard(ada)]
  await ada.delete(`/api/boards/${old}`)
  const boards = new Boards(host.parts, new BoardAccess(host.parts.tables))
  host.clock.advance(30 * 24 * 60 * 60_000 - 1)
  await boards.purge()
  expect((await ada.post(`/api/boards/${old}/restore`)).status).toBe(200)
  await ada.delete(`/api/boards/${old}`)
  host.clock.advance(30 * 24 * 60 * 60_000)
  await boards.purge()
  const left = (table: string, column: string) => host.sql(`select distinct ${column} as board from ${table}`)
  expect(await left('boards', 'id')).toEqual([{ board: kept }])
  expect(await left('layers', 'board')).toEqual([{ board: kept }])
  expect(await left('board_members', 'board_id')).toEqual([{ board: kept }])
})

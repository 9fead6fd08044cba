import { type Conduct, readConduct } from '@second-story/board'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada, 'chaos-day')
})
afterEach(() => host.stop())

const conduct = (): Promise<Conduct> =>
  host.rooms.read(board, { kind: 'conduct' }, (doc) => readConduct(doc.getMap('meta')))
const at = (path: string): string => `/api/boards/${board}/${path}`
const MINUTE = 60_000

test('a stage of this kind of board is taken, another is not', async () => {
  expect((await ada.post(at('stage'), { stage: 'brainstorm' })).body).toEqual({ stage: 'brainstorm' })
  expect((await conduct()).stage).toBe('brainstorm')
  expect((await ada.get(`/api/boards/${board}`)).body.stage).toBe('brainstorm')
  expect((await ada.post(at('stage'), { stage: 'soak' })).status).toBe(422)
  expect((await conduct()).stage).toBe('brainstorm')
})

test('the timer is the server’s clock', async () => {
  const now = host.clock.now()
  expect((await ada.get('/api/time')).body).toEqual({ now })
  const { timer } = (await ada.post(at('timer'), { minutes: 1.5, words: 'break' })).body
  expect(timer).toEqual({ startedAt: now, endsAt: now + 90_000, words: 'break' })
  expect((await conduct()).timer).toEqual(timer)
  expect((await ada.delete(at('timer'))).status).toBe(204)
  expect((await conduct()).timer).toBeNull()
  for (const minutes of [0, -1, 1e9]) expect((await ada.post(at('timer'), { minutes })).status).toBe(422)
})

test('a round is given more time, ended, and not begun twice', async () => {
  const started = host.clock.now()
  const made = await ada.post(at('rounds'), { writes: 'notes', prompt: 'What could fail?', minutes: 5 })
  expect(made.status).toBe(201)
  const { round } = made.body
  expect(round).toMatchObject({
    anonymous: true,
    state: 'writing',
    startedAt: started,
    endsAt: started + 5 * MINUTE,
  })
  expect((await conduct()).timer).toMatchObject({ endsAt: round.endsAt, words: 'What could fail?' })
  expect((await ada.post(at('rounds'), { writes: 'notes', minutes: 5 })).body.error.id).toBe('round-open')

  const change = (body: object) => ada.patch(at(`rounds/${round.id}`), body)
  expect((await change({ minutes: 2 })).body.round.endsAt).toBe(started + 7 * MINUTE)
  host.clock.advance(10 * MINUTE)
  expect((await change({ minutes: 2 })).body.round.endsAt).toBe(started + 12 * MINUTE)
  expect((await change({ stop: true })).body.round.endsAt).toBe(started + 10 * MINUTE)
  expect((await conduct()).timer?.endsAt).toBe(started + 10 * MINUTE)
  expect((await ada.post(at('rounds'), { writes: 'factors', minutes: 5 })).status).toBe(201)
  expect((await conduct()).rounds).toHaveLength(2)
})

test('showing all ends the round and its timer', async () => {
  const { round } = (await ada.post(at('rounds'), { writes: 'notes', minutes: 5 })).body
  host.clock.advance(MINUTE)
  const shown = (await ada.post(at('reveals'), { round: round.id })).body
  expect(shown.round).toMatchObject({ state: 'shown', endsAt: round.startedAt + MINUTE })
  expect((await conduct()).timer).toBeNull()
  expect((await ada.patch(at(`rounds/${round.id}`), { minutes: 1 })).status).toBe(404)
  expect((await ada.post(at('reveals'), { round: 'none' })).status).toBe(404)
})

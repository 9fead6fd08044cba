import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'
import { CAPS } from './caps.ts'

const DAY_MS = 24 * 60 * 60_000

let host: TestApp
let ada: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
})
afterEach(() => host.stop())

/** As many copies of a row as are missing to `count`, under other ids. */
function fill(table: string, count: number, change: (n: number) => Record<string, unknown>): void {
  const rows = host.database.prepare(`select * from ${table}`).all() as Record<string, unknown>[]
  for (let n = rows.length; n < count; n++) {
    const row = { ...rows[0], ...change(n) }
    const names = Object.keys(row)
    const marks = names.map((name) => `@${name}`).join()
    host.database.prepare(`insert into ${table} (${names.join()}) values (${marks})`).run(row)
  }
}

const newBoard = (who: TestPerson, team?: string) =>
  who.post('/api/boards', { kind: 'blank', title: 'One more', ...(team ? { team } : {}) })

test('an account makes so many boards a day, and the next day more; others go on', async () => {
  fill('boards', CAPS.boardsADay.account - 1, (n) => ({ id: `b${n}` }))
  fill('board_members', CAPS.boardsADay.account - 1, (n) => ({ board_id: `b${n}` }))
  expect((await newBoard(ada)).status).toBe(201)
  const { status, body } = await newBoard(ada)
  expect([status, body.error.id]).toEqual([429, 'too-many-boards'])
  expect((await newBoard(await host.signUp('Bob'))).status).toBe(201)
  host.clock.advance(DAY_MS)
  expect((await newBoard(ada)).status).toBe(201)
})

test('so do all people of a team together, whoever owns the boards, deleted ones counted', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const made = (await newBoard(ada, team)).body.id
  await ada.delete(`/api/boards/${made}`)
  const row = host.database.prepare('select * from boards where id = ?').get(made) as object
  const { count } = { count: CAPS.boardsADay.team }
  fill('boards', count, (n) => ({ ...row, id: `b${n}` }))
  expect((await newBoard(ada, team)).status).toBe(201)
  expect((await newBoard(ada, team)).body.error.id).toBe('too-many-boards')
  expect((await newBoard(ada)).status).toBe(201)
})

test('a board has so many open links, and ending one makes room', async () => {
  const make = () => ada.post(`/api/boards/${board}/invites`, { role: 'participant' })
  const first = (await make()).body
  fill('invites', CAPS.invites.open, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
  const { status, body } = await make()
  expect([status, body.error.id]).toEqual([422, 'too-many-invites'])
  expect((await host.nobody().get(`/api/invites/${first.token}`)).status).toBe(200)
  await ada.delete(`/api/boards/${board}/invites/${first.id}`)
  expect((await make()).status).toBe(201)
  const other = await makeBoard(ada)
  expect((await ada.post(`/api/boards/${other}/invites`, { role: 'observer' })).status).toBe(201)
})

test('ending links does not make room for ever: so many are made a day', async () => {
  const make = () => ada.post(`/api/boards/${board}/invites`, { role: 'participant' })
  const { id } = (await make()).body
  await ada.delete(`/api/boards/${board}/invites/${id}`)
  fill('invites', CAPS.invites.aDay, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
  const { status, body } = await make()
  expect([status, body.error.id]).toEqual([429, 'too-many-invites-today'])
  host.clock.advance(DAY_MS)
  expect((await make()).status).toBe(201)
})

test('a team’s links are counted for themselves', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const make = () => ada.post(`/api/teams/${team}/invites`, {})
  const { id } = (await make()).body
  fill('invites', CAPS.invites.open, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
  expect((await make()).body.error.id).toBe('too-many-invites')
  expect((await ada.post(`/api/boards/${board}/invites`, { role: 'observer' })).status).toBe(201)
  await ada.delete(`/api/teams/${team}/invites/${id}`)
  expect((await make()).status).toBe(201)
})

test('an account has so many tokens, and ending one makes room', async () => {
  const make = () => ada.post('/api/tokens', { name: 'script' })
  const { id } = (await make()).body
  fill('tokens', CAPS.tokens, (n) => ({ id: `k${n}`, token_hash: `h${n}` }))
  const { status, body } = await make()
  expect([status, body.error.id]).toEqual([422, 'too-many-tokens'])
  await ada.delete(`/api/tokens/${id}`)
  expect((await make()).status).toBe(201)
  const bob = await host.signUp('Bob')
  expect((await bob.post('/api/tokens', { name: 'his' })).status).toBe(201)
})

test('an account looks after so many teams, and is a member of as many as it likes', async () => {
  const make = (who: TestPerson) => who.post('/api/teams', { title: 'Payments' })
  fill('teams', CAPS.teams * 2, (n) => ({ id: `t-${n}`, personal_of: null }))
  fill('team_members', CAPS.teams, (n) => ({ team_id: `t-${n}`, role: 'member' }))
  expect((await make(ada)).status).toBe(201)
  host.database.prepare("update team_members set role = 'admin'").run()
  const { status, body } = await make(ada)
  expect([status, body.error.id]).toEqual([422, 'too-many-teams'])
  const bob = await host.signUp('Bob')
  const { id } = (await make(bob)).body.team
  const { token } = (await bob.post(`/api/teams/${id}/invites`, {})).body
  expect((await ada.post(`/api/invites/${token}/accept`, {})).status).toBe(200)
})

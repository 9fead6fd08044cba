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
async function fill(
  table: 'boards' | 'board_members' | 'teams' | 'team_members' | 'invites' | 'tokens',
  count: number,
  change: (n: number) => Record<string, unknown>,
): Promise<void> {
  const rows = await host.sql(`select * from ${table}`)
  const made = Array.from({ length: count - rows.length }, (_, i) => ({
    ...rows[0],
    ...change(rows.length + i),
  }))
  const { query } = host.parts.tables
  for (let at = 0; at < made.length; at += 500)
    await query
      .insertInto(table)
      .values(made.slice(at, at + 500) as never)
      .execute()
}

const newBoard = (who: TestPerson, team?: string) =>
  who.post('/api/boards', { kind: 'blank', title: 'One more', ...(team ? { team } : {}) })

test('an account makes so many boards a day, and the next day more; others go on', async () => {
  await fill('boards', CAPS.boardsADay.account - 1, (n) => ({ id: `b${n}` }))
  await fill('board_members', CAPS.boardsADay.account - 1, (n) => ({ board_id: `b${n}` }))
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
  const row = (await host.sql('select * from boards where id = ?', made))[0]
  const { count } = { count: CAPS.boardsADay.team }
  await fill('boards', count, (n) => ({ ...row, id: `b${n}` }))
  expect((await newBoard(ada, team)).status).toBe(201)
  expect((await newBoard(ada, team)).body.error.id).toBe('too-many-boards')
  expect((await newBoard(ada)).status).toBe(201)
})

test('a board has so many open links, and ending one makes room', async () => {
  const make = () => ada.post(`/api/boards/${board}/invites`, { role: 'participant' })
  const first = (await make()).body
  await fill('invites', CAPS.invites.open, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
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
  await fill('invites', CAPS.invites.aDay, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
  const { status, body } = await make()
  expect([status, body.error.id]).toEqual([429, 'too-many-invites-today'])
  host.clock.advance(DAY_MS)
  expect((await make()).status).toBe(201)
})

test('a team’s links are counted for themselves', async () => {
  const team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const make = () => ada.post(`/api/teams/${team}/invites`, {})
  const { id } = (await make()).body
  await fill('invites', CAPS.invites.open, (n) => ({ id: `i${n}`, token_hash: `h${n}` }))
  expect((await make()).body.error.id).toBe('too-many-invites')
  expect((await ada.post(`/api/boards/${board}/invites`, { role: 'observer' })).status).toBe(201)
  await ada.delete(`/api/teams/${team}/invites/${id}`)
  expect((await make()).status).toBe(201)
})

test('an account has so many tokens, and ending one makes room', async () => {
  const make = () => ada.post('/api/tokens', { name: 'script' })
  const { id } = (await make()).body
  await fill('tokens', CAPS.tokens, (n) => ({ id: `k${n}`, token_hash: `h${n}` }))
  const { status, body } = await make()
  expect([status, body.error.id]).toEqual([422, 'too-many-tokens'])
  await ada.delete(`/api/tokens/${id}`)
  expect((await make()).status).toBe(201)
  const bob = await host.signUp('Bob')
  expect((await bob.post('/api/tokens', { name: 'his' })).status).toBe(201)
})

test('an account looks after so many teams, and is a member of as many as it likes', async () => {
  const make = (who: TestPerson) => who.post('/api/teams', { title: 'Payments' })
  await fill('teams', CAPS.teams * 2, (n) => ({ id: `t-${n}`, personal_of: null }))
  await fill('team_members', CAPS.teams, (n) => ({ team_id: `t-${n}`, role: 'member' }))
  expect((await make(ada)).status).toBe(201)
  await host.sql("update team_members set role = 'admin'")
  const { status, body } = await make(ada)
  expect([status, body.error.id]).toEqual([422, 'too-many-teams'])
  const bob = await host.signUp('Bob')
  const { id } = (await make(bob)).body.team
  const { token } = (await bob.post(`/api/teams/${id}/invites`, {})).body
  expect((await ada.post(`/api/invites/${token}/accept`, {})).status).toBe(200)
})

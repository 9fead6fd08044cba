import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestApp, type TestPerson } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let team: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
})
afterEach(() => host.stop())

const invite = async (of = team): Promise<{ id: string; token: string }> =>
  (await ada.post(`/api/teams/${of}/invites`, {})).body
const open = async (of = team) => (await ada.get(`/api/teams/${of}/invites`)).body.invites

test('the open links of a team are listed, without what opens them', async () => {
  const { id, token } = await invite()
  const bob = await host.signUp('Bob')
  await bob.post(`/api/invites/${token}/accept`, {})
  expect(await open()).toMatchObject([{ id, role: 'member', uses: 1, maxUses: null }])
  expect((await ada.get(`/api/teams/${team}/invites`)).text).not.toContain(token)
  host.clock.advance(8 * 24 * 60 * 60_000)
  expect(await open()).toEqual([])
})

test('an ended link lets nobody in any more, and whoever is in stays in', async () => {
  const { id, token } = await invite()
  const bob = await host.signUp('Bob')
  await bob.post(`/api/invites/${token}/accept`, {})
  expect((await ada.delete(`/api/teams/${team}/invites/${id}`)).status).toBe(204)
  expect(await open()).toEqual([])
  const eve = await host.signUp('Eve')
  expect((await eve.post(`/api/invites/${token}/accept`, {})).status).toBe(410)
  expect((await bob.get(`/api/teams/${team}/members`)).body.members).toHaveLength(2)
})

test('a member sees and ends no links, and nobody ends another team’s or a board’s', async () => {
  const { id, token } = await invite()
  const bob = await host.signUp('Bob')
  await bob.post(`/api/invites/${token}/accept`, {})
  expect((await bob.get(`/api/teams/${team}/invites`)).status).toBe(403)
  expect((await bob.delete(`/api/teams/${team}/invites/${id}`)).status).toBe(403)
  const other = (await bob.post('/api/teams', { title: 'Search' })).body.team.id
  expect((await bob.delete(`/api/teams/${other}/invites/${id}`)).status).toBe(404)
  expect((await bob.get(`/api/invites/${token}`)).status).toBe(200)
  const board = (await ada.post('/api/boards', { kind: 'blank', title: 'x', team })).body.id
  const onBoard = (await ada.post(`/api/boards/${board}/invites`, { role: 'observer' })).body
  expect((await ada.delete(`/api/teams/${team}/invites/${onBoard.id}`)).status).toBe(404)
  expect((await ada.delete(`/api/boards/${board}/invites/${id}`)).status).toBe(404)
  expect(await open()).toHaveLength(1)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
})
afterEach(() => host.stop())

const invite = async (terms: object): Promise<{ token: string; id: string; url: string }> =>
  (await ada.post(`/api/boards/${board}/invites`, terms)).body

test('a guest joins with only a name, and stays who they are by their cookie', async () => {
  const { token, url } = await invite({ role: 'participant' })
  expect(url.endsWith(`/join/${token}`)).toBe(true)
  const guest = host.nobody()
  expect((await guest.get(`/api/invites/${token}`)).body).toEqual({
    board: { title: 'Orders were slow' },
    team: null,
    role: 'participant',
  })
  expect((await guest.post(`/api/invites/${token}/accept`, {})).status).toBe(422)
  const joined = await guest.post(`/api/invites/${token}/accept`, { name: 'Grace' })
  expect(joined.status).toBe(200)
  expect(joined.body).toMatchObject({
    board: { id: board },
    account: { name: 'Grace', kind: 'guest', email: null },
  })
  expect((await guest.get(`/api/boards/${board}`)).body.role).toBe('participant')
  expect((await guest.post(`/api/invites/${token}/accept`, { name: 'Other' })).body.account.id).toBe(
    joined.body.account.id,
  )
})

test('accepting keeps the higher role and uses nothing up', async () => {
  const { token, id } = await invite({ role: 'observer', maxUses: 1 })
  expect((await ada.post(`/api/invites/${token}/accept`, {})).body.account.id).toBe(ada.account)
  expect((await ada.get(`/api/boards/${board}`)).body.role).toBe('owner')
  const [row] = (await ada.get(`/api/boards/${board}/invites`)).body.invites
  expect(row).toMatchObject({ id, uses: 0, maxUses: 1, role: 'observer' })
})

test('expired, used up, revoked, and leading to a deleted board: 410; unknown: 404', async () => {
  const expired = await invite({ role: 'observer', expiresInHours: 1 })
  const used = await invite({ role: 'observer', maxUses: 1 })
  const revoked = await invite({ role: 'observer' })
  await host.nobody().post(`/api/invites/${used.token}/accept`, { name: 'First' })
  expect((await ada.delete(`/api/boards/${board}/invites/${revoked.id}`)).status).toBe(204)
  host.clock.advance(60 * 60_000)
  for (const { token } of [expired, used, revoked]) {
    expect((await host.nobody().get(`/api/invites/${token}`)).status).toBe(410)
    const answer = await host.nobody().post(`/api/invites/${token}/accept`, { name: 'Late' })
    expect(answer.status).toBe(410)
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  expect((await host.nobody().get('/api/invites/nonsense')).status).toBe(404)
  const lasting = await invite({ role: 'observer' })
  await ada.delete(`/api/boards/${board}`)
  expect((await host.nobody().post(`/api/invites/${lasting.token}/accept`, { name: 'Late' })).status).toBe(
    410,
  )
})

test('an invitation never gives owner, whoever makes it', async () => {
  expect((await ada.post(`/api/boards/${board}/invites`, { role: 'owner' })).status).toBe(403)
  const fay = await host.joins(ada, board, 'facilitator', await host.signUp('Fay'))
  expect((await fay.post(`/api/boards/${board}/invites`, { role: 'facilitator' })).status).toBe(403)
  expect((await fay.post(`/api/boards/${board}/invites`, { role: 'participant' })).status).toBe(201)
})

test('of a link only a hash is kept, and lists do not show it again', async () => {
  const { token } = await invite({ role: 'participant' })
  expect(JSON.stringify(await host.sql('select * from invites'))).not.toContain(token)
  expect((await ada.get(`/api/boards/${board}/invites`)).text).not.toContain(token)
})

test('a link of one board is not revoked from another', async () => {
  const { id, token } = await invite({ role: 'participant' })
  const other = await makeBoard(ada)
  expect((await ada.delete(`/api/boards/${other}/invites/${id}`)).status).toBe(404)
  expect((await host.nobody().get(`/api/invites/${token}`)).status).toBe(200)
})

import { itemsOf } from '@second-story/board'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type StockClient, TestPort } from '../testing/open-socket.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { colourOf } from './colour.ts'

let host: TestApp
let port: TestPort
let ada: TestPerson
let board: string
const clients: StockClient[] = []
beforeEach(async () => {
  host = await TestApp.start()
  port = await TestPort.open(host.rooms)
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await host.stop()
  port.close()
})

const connect = (
  who: TestPerson,
  room = `common.${board}`,
  headers: Record<string, string> = {},
): StockClient => {
  const client = port.connect(room, { cookie: who.cookie, ...headers })
  clients.push(client)
  return client
}

test('a cookie opens a socket, and a token does', async () => {
  await (await connect(ada).synced()).synced()
  expect(host.rooms.present(board)).toEqual([ada.account])
  const { token } = (await ada.post('/api/tokens', { name: 'script' })).body
  const script = connect(host.nobody(), `common.${board}`, { authorization: `Bearer ${token}` })
  await script.synced()
})

test('nobody is told to sign in, a stranger has no access, and an unknown board is not there', async () => {
  expect((await connect(host.nobody()).closed).code).toBe(4401)
  expect((await connect(host.nobody(), undefined, { cookie: 'second-story=%' }).closed).code).toBe(4401)
  expect((await connect(await host.signUp('Eve')).closed).code).toBe(4403)
  expect((await connect(ada, 'common.nowhere').closed).code).toBe(4404)
})

test('another site’s page gets no socket, cookie or not', async () => {
  const { code } = await connect(ada, undefined, { origin: 'https://evil.example' }).closed
  expect(code).toBeGreaterThanOrEqual(4400)
  expect(host.rooms.present(board)).toEqual([])
})

test('being taken off closes what is open, at once; so does the end of the board', async () => {
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  const [hers, his] = [await connect(ada).synced(), await connect(bob).synced()]
  await ada.delete(`/api/boards/${board}/members/${bob.account}`)
  expect((await his.closed).code).toBe(4403)
  await ada.delete(`/api/boards/${board}`)
  expect((await hers.closed).code).toBe(4404)
})

test('an observer reads and writes nothing; made a participant, the same connection writes', async () => {
  const bob = await host.joins(ada, board, 'observer', await host.signUp('Bob'))
  const his = await connect(bob).synced()
  itemsOf(his.doc).set(testId(1), new Y.Map([['type', 'note']]))
  await ada.post(`/api/boards/${board}/commands`, [{ do: 'add', id: testId(2), type: 'note', fields: {} }])
  const graph = async () =>
    (await ada.get(`/api/boards/${board}/graph`)).body.items.map((item: { id: string }) => item.id)
  expect(await graph()).toEqual([testId(2)])
  await ada.put(`/api/boards/${board}/members/${bob.account}`, { role: 'participant' })
  const again = await connect(bob).synced()
  const stored = new Promise<void>((done) => {
    const watching = connect(ada)
    watching.doc.on('update', () => {
      if (itemsOf(watching.doc).has(testId(3))) done()
    })
  })
  itemsOf(again.doc).set(testId(3), new Y.Map([['type', 'note']]))
  await stored
  expect(await graph()).toContain(testId(3))
})

test('nobody else opens someone’s private layer', async () => {
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  await bob.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: testId(1), type: 'note', layer: 'own', fields: { text: 'canary' } },
  ])
  const hers = await connect(ada, `own.${board}`).synced()
  expect(itemsOf(hers.doc).size).toBe(0)
  const his = await connect(bob, `own.${board}`).synced()
  expect(itemsOf(his.doc).size).toBe(1)
  expect((await connect(bob, `agents.${board}`).closed).code).toBe(4403)
  expect((await connect(ada, `story.${board}.${bob.account}`).closed).code).toBe(4403)
})

test('signing out closes what was opened with that session, and nothing else', async () => {
  const here = await connect(ada).synced()
  const mine = await connect(ada, `own.${board}`).synced()
  const elsewhere = host.nobody()
  await elsewhere.post('/api/sessions', { email: 'ada@example.test', password: 'Ada has a password' })
  const there = await connect(elsewhere).synced()
  await ada.delete('/api/sessions/current')
  expect((await here.closed).code).toBe(4401)
  expect((await mine.closed).code).toBe(4401)
  expect(host.rooms.present(board)).toEqual([ada.account])
  expect(await Promise.race([there.closed, Promise.resolve('open')])).toBe('open')
})

test('a new password closes everything that was open, on every board', async () => {
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  const other = await makeBoard(bob)
  const open = [await connect(bob).synced(), await connect(bob, `common.${other}`).synced()]
  const hers = await connect(ada).synced()
  const { token } = (await ada.post(`/api/accounts/${bob.account}/resets`)).body
  await host.nobody().post(`/api/resets/${token}`, { password: 'another password' })
  expect((await Promise.all(open.map((client) => client.closed))).map(({ code }) => code)).toEqual([
    4401, 4401,
  ])
  expect(host.rooms.present(board)).toEqual([ada.account])
  hers.destroy()
})

test('a new password ends the tokens that were made with the old one, and what they hold open', async () => {
  const bob = await host.joins(ada, board, 'participant', await host.signUp('Bob'))
  const { token } = (await bob.post('/api/tokens', { name: 'script' })).body
  const hers = (await ada.post('/api/tokens', { name: 'hers' })).body.token
  const authorization = `Bearer ${token}`
  const script = await connect(host.nobody(), undefined, { authorization }).synced()
  const reset = (await ada.post(`/api/accounts/${bob.account}/resets`)).body
  await bob.post(`/api/resets/${reset.token}`, { password: 'another password' })
  expect((await script.closed).code).toBe(4401)
  expect((await host.nobody().get('/api/me', { authorization })).status).toBe(401)
  expect((await bob.get('/api/tokens')).body.tokens).toEqual([])
  expect((await host.nobody().get('/api/me', { authorization: `Bearer ${hers}` })).status).toBe(200)
})

test('ending a token closes what a program opened with it; the browser stays', async () => {
  const { id, token } = (await ada.post('/api/tokens', { name: 'script' })).body
  const script = await connect(host.nobody(), undefined, { authorization: `Bearer ${token}` }).synced()
  const browser = await connect(ada).synced()
  await ada.delete(`/api/tokens/${id}`)
  expect((await script.closed).code).toBe(4401)
  expect(await Promise.race([browser.closed, Promise.resolve('open')])).toBe('open')
})

test('somebody else who signs in on the same browser ends what the one before had open', async () => {
  await host.signUp('Bob')
  const hers = await connect(ada).synced()
  await ada.post('/api/sessions', { email: 'bob@example.test', password: 'Bob has a password' })
  expect((await hers.closed).code).toBe(4401)
})

test('a guest who makes an account goes on writing', async () => {
  const guest = await host.joins(ada, board, 'participant', host.nobody())
  const open = await connect(guest).synced()
  await guest.post('/api/accounts', { name: 'Gil', email: 'gil@example.test', password: 'long enough' })
  expect(host.rooms.present(board)).toEqual([guest.account])
  expect(await Promise.race([open.closed, Promise.resolve('open')])).toBe('open')
})

/** Guests of the board whose own colour is Ada's. */
async function sameColoured(count: number): Promise<TestPerson[]> {
  const found: TestPerson[] = []
  while (found.length < count) {
    const guest = await host.joins(ada, board, 'participant', host.nobody())
    if (colourOf(guest.account) === colourOf(ada.account)) found.push(guest)
  }
  return found
}

test('people who come at once with one colour show different ones, the same on all their tabs and in the list', async () => {
  const people = [ada, ...(await sameColoured(3))]
  const tabs = people.flatMap((one) => [one, one].map((who) => connect(who)))
  const layers = people.map((one) => connect(one, `conduct.${board}`))
  await Promise.all([...tabs, ...layers].map((client) => client.synced()))
  const colours = host.rooms.colours(board)
  expect(new Set(people.map(({ account }) => colours.get(account))).size).toBe(4)
  await vi.waitFor(() => {
    for (const tab of tabs) expect(tab.colours).toEqual(colours)
  })
  const { members } = (await ada.get(`/api/boards/${board}/members`)).body
  for (const { account } of people) {
    const row = members.find(({ id }: { id: string }) => id === account)
    expect(row.colour).toBe(colours.get(account))
  }
})

test('a colour stays while a tab is open, also over a change of role, and is their own again later', async () => {
  const [gil] = (await sameColoured(1)) as [TestPerson]
  const hers = await connect(ada).synced()
  const his = await connect(gil).synced()
  const shown = host.rooms.colours(board).get(gil.account)
  expect(shown).not.toBe(colourOf(gil.account))
  hers.destroy()
  await vi.waitFor(() => expect(host.rooms.present(board)).toEqual([gil.account]))
  await ada.put(`/api/boards/${board}/members/${gil.account}`, { role: 'deputy' })
  const second = await connect(gil).synced()
  expect(host.rooms.colours(board).get(gil.account)).toBe(shown)
  await vi.waitFor(() => expect(second.colours.get(gil.account)).toBe(shown))
  his.destroy()
  second.destroy()
  await vi.waitFor(() => expect(host.rooms.present(board)).toEqual([]))
  await connect(gil).synced()
  expect(host.rooms.colours(board).get(gil.account)).toBe(colourOf(gil.account))
})

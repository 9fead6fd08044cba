import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { COMMENTS_A_MINUTE } from './comment-limit.ts'

let host: TestApp
let ada: TestPerson
let bob: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  bob = await host.signUp('Bob')
  board = await makeBoard(ada)
  await host.joins(ada, board, 'participant', bob)
})
afterEach(() => host.stop())

let made = 0
const at = (path = ''): string => `/api/boards/${board}/comments${path}`
const HERE = { place: { x: 10, y: 20 } }
const words = (text: string, more: object = { on: HERE }) => ({ id: testId(`c${++made}`), text, ...more })
const said = async (who: TestPerson, body: object): Promise<Answer['body']> => {
  const answer = await who.post(at(), body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const refused = ({ status, body }: Answer): string => `${status} ${body.error.id}`
const all = async (who = ada) => (await who.get(at())).body.comments

test('author and time are the server’s word, whatever a client says', async () => {
  const one = await said(bob, words('Is this so?'))
  expect(one).toMatchObject({ author: bob.account, by: 'Bob', at: host.clock.now(), edited: null })
  for (const forged of [
    { author: ada.account },
    { by: 'Ada' },
    { at: 1 },
    { edited: 1 },
    { resolved: { by: 'Ada', at: 1 } },
  ])
    expect((await bob.post(at(), { ...words('x'), ...forged })).status).toBe(400)
  expect(await all()).toEqual([one])
})

test('a thread is answered, closed, opened again', async () => {
  const { id: thread } = await said(bob, words('Which queue?'))
  host.clock.advance(1000)
  await said(ada, words('The one of orders', { thread }))
  expect((await bob.patch(at(`/${thread}`), { resolved: true })).body.resolved).toMatchObject({ by: 'Bob' })
  expect((await ada.patch(at(`/${thread}`), { resolved: false })).body.resolved).toBeNull()
  expect((await all()).map((one: { text: string }) => one.text)).toEqual([
    'Which queue?',
    'The one of orders',
  ])
  expect(refused(await ada.post(at(), words('x', { thread: testId('none') })))).toBe('404 no-comment')
})

test('sent again it is said once; another’s id is not taken over', async () => {
  const body = words('once')
  const first = await said(bob, body)
  expect(await said(bob, body)).toEqual(first)
  expect(refused(await ada.post(at(), body))).toBe('409 comment-id-taken')
  expect(await all()).toHaveLength(1)
})

test('words are changed by their author alone, and taken away by them or who facilitates', async () => {
  const { id } = await said(bob, words('teh'))
  expect(refused(await ada.patch(at(`/${id}`), { text: 'mine' }))).toBe('403 not-yours')
  host.clock.advance(5)
  expect((await bob.patch(at(`/${id}`), { text: 'the' })).body).toMatchObject({ text: 'the', by: 'Bob' })
  expect((await all())[0].edited).toBe(host.clock.now())
  const own = await said(ada, words('Ada’s'))
  expect(refused(await bob.delete(at(`/${own.id}`)))).toBe('403 not-yours')
  expect((await ada.delete(at(`/${id}`))).status).toBe(204)
  expect((await all())[0]).toMatchObject({ text: '', removed: 'host', by: 'Bob' })
  expect(refused(await bob.patch(at(`/${id}`), { text: 'again' }))).toBe('404 no-comment')
  expect(refused(await bob.delete(at('/none')))).toBe('404 no-comment')
})

test('an observer comments only where the board says so, and takes their own words away in any case', async () => {
  const eve = await host.joins(ada, board, 'observer', host.nobody())
  const { id: thread } = await said(ada, words('x'))
  const tries = () => [
    eve.post(at(), words('y')),
    eve.post(at(), words('y', { thread })),
    eve.patch(at(`/${thread}`), { resolved: true }),
  ]
  for (const one of await Promise.all(tries())) expect(refused(one)).toBe('403 observers-silent')
  const allow = (observersComment: boolean) => (who: TestPerson) =>
    who.patch(`/api/boards/${board}`, { observersComment })
  expect((await allow(true)(bob)).status).toBe(403)
  expect((await allow(true)(eve)).status).toBe(403)
  expect((await allow(true)(ada)).status).toBe(200)
  expect((await Promise.all(tries())).map((one) => one.status)).toEqual([201, 201, 200])
  const own = (await all()).filter((one: { author: string }) => one.author === eve.account)
  await allow(false)(ada)
  expect(refused(await eve.patch(at(`/${own[0].id}`), { text: 'z' }))).toBe('403 observers-silent')
  expect((await eve.delete(at(`/${own[0].id}`))).status).toBe(204)
  expect(refused(await eve.delete(at(`/${thread}`)))).toBe('403 not-yours')
})

test('who is not on the board hears nothing of it, nobody of anything', async () => {
  const eve = await host.signUp('Eve')
  const { id } = await said(ada, words('x'))
  for (const [who, status] of [
    [eve, 404],
    [host.nobody(), 401],
  ] as const) {
    expect((await who.get(at())).status).toBe(status)
    expect((await who.post(at(), words('y'))).status).toBe(status)
    expect((await who.patch(at(`/${id}`), { resolved: true })).status).toBe(status)
    expect((await who.delete(at(`/${id}`))).status).toBe(status)
  }
})

test('what is private is answered like what is nowhere, by others and by whose it is', async () => {
  const [mine, shared] = [testId('mine'), testId('shared')]
  const add = { do: 'add', type: 'note', fields: { text: 'my canary' } }
  const made = await bob.post(`/api/boards/${board}/commands`, [
    { ...add, id: mine, layer: 'own' },
    { ...add, id: shared, fields: { text: 'Seen\nby all' }, place: { x: 1, y: 2, w: 30, h: 40 } },
  ])
  expect(made.status, made.text).toBe(200)
  const on = (item: string) => words('x', { on: { item } })
  const [theirs, own, nowhere] = [
    await ada.post(at(), on(mine)),
    await bob.post(at(), on(mine)),
    await ada.post(at(), on(testId('nowhere'))),
  ]
  expect(refused(theirs)).toBe('422 nothing-there')
  expect([theirs.text, own.text]).toEqual([nowhere.text, nowhere.text])
  const one = await said(ada, on(shared))
  expect(one.on).toEqual({ item: shared, name: 'Seen', place: { x: 31, y: 2 } })
  await bob.post(`/api/boards/${board}/commands`, [{ do: 'remove', ids: [shared] }])
  expect((await said(bob, on(shared))).on.name).toBe('Seen')
})

test('who is spoken to hears of it until they have seen it, and nobody else does', async () => {
  const eve = await host.signUp('Eve')
  const count = async (who: TestPerson) => (await who.get('/api/boards')).body.boards[0]?.mentions
  const mentions = [bob.account, bob.account, ada.account, eve.account]
  const one = await said(ada, { ...words('@Bob look'), mentions })
  expect(one.mentions).toEqual([bob.account, ada.account])
  expect([await count(bob), await count(ada)]).toEqual([1, 0])
  expect((await bob.get(at())).body.mentions).toEqual([one.id])
  expect((await bob.get(at('?only=mentions'))).body).toEqual({ comments: [], mentions: [one.id] })
  await ada.put(at(`/${one.id}/seen`), {})
  expect(await count(bob)).toBe(1)
  await bob.put(at(`/${one.id}/seen`), {})
  expect(await count(bob)).toBe(0)
  await ada.patch(at(`/${one.id}`), { text: '@Bob look here', mentions: [bob.account] })
  expect(await count(bob)).toBe(0)
  const other = await said(ada, { ...words('and this'), mentions: [bob.account] })
  await ada.delete(at(`/${other.id}`))
  expect(await count(bob)).toBe(0)
})

test('what does not fit is refused with words', async () => {
  const long = await ada.post(at(), words('x'.repeat(4001)))
  expect([long.status, long.body.error.message]).toEqual([422, expect.stringMatching(/4000/)])
  expect((await ada.post(at(), words('   '))).status).not.toBe(201)
  expect((await ada.post(at(), { ...words('x'), id: 'short' })).status).not.toBe(201)
  expect((await ada.post(at(), words('x', { on: { place: { x: 1e9, y: 0 } } }))).status).not.toBe(201)
  expect((await ada.post(at(), words('x', { on: { item: testId('a'), place: HERE.place } }))).status).toBe(
    400,
  )
  expect(await all()).toEqual([])
})

test('a script gone wild is slowed down', async () => {
  for (let n = 0; n < COMMENTS_A_MINUTE; n++) await bob.patch(at('/none'), { resolved: true })
  expect(refused(await bob.post(at(), words('x')))).toBe('429 too-many-comments')
  expect((await ada.post(at(), words('y'))).status).toBe(201)
})

test('text is text: nothing is read out of it', async () => {
  const text = '<script>alert(1)</script> [x](javascript:alert(1)) __proto__'
  expect((await said(ada, words(text))).text).toBe(text)
  expect((await all())[0].text).toBe(text)
})

test('comments are no part of the board’s graph, its versions or its pictures', async () => {
  await said(ada, words('canary of comments'))
  for (const path of ['graph', 'record.md', 'record.json', 'picture.svg', 'history']) {
    const answer = await ada.get(`/api/boards/${board}/${path}`)
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('canary of comments')
  }
})

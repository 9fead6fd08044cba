import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeAll(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
  const add = { do: 'add', id: testId('n'), type: 'note', fields: { text: 'The queue' } }
  await ada.post(`/api/boards/${board}/commands`, [{ ...add, place: { x: 0, y: 0, w: 160, h: 80 } }])
  const text = 'Was it <b>full</b>?'
  const on = { item: testId('n') }
  await ada.post(`/api/boards/${board}/comments`, { id: testId('c1'), text, on, mentions: [ada.account] })
  await ada.post(`/api/boards/${board}/comments`, { id: testId('c2'), text: 'It was', thread: testId('c1') })
})
afterAll(() => host.stop())

test.each(['record.md', 'record.html', 'record.json', 'picture.svg'])(
  '%s has comments where they are wanted, without who said them',
  async (file) => {
    const at = (query: string) => ada.get(`/api/boards/${board}/${file}${query}`)
    for (const query of ['', '?comments=0']) expect((await at(query)).text).not.toContain('It was')
    const wanted = await at('?comments=1')
    expect(wanted.status, wanted.text).toBe(200)
    for (const words of ['It was', 'The queue', 'Comments']) expect(wanted.text).toContain(words)
    expect(wanted.text).not.toContain('Ada')
    expect(wanted.text).not.toContain(ada.account)
    if (!file.endsWith('json')) expect(wanted.text).not.toMatch(/(?<!\\)<b>full/)
  },
)

test('so have pictures as PNG and PDF', async () => {
  for (const file of ['picture.png', 'picture.pdf']) {
    const [plain, wanted] = [
      await ada.get(`/api/boards/${board}/${file}`),
      await ada.get(`/api/boards/${board}/${file}?comments=1`),
    ]
    expect([plain.status, wanted.status]).toEqual([200, 200])
    expect(wanted.text).not.toBe(plain.text)
  }
})

test('a bundle takes comments along: elsewhere they are said by a name, and nobody’s', async () => {
  const bytes = await (
    await host.app.request(`/api/boards/${board}/bundle.zip`, { headers: { cookie: ada.cookie } })
  ).arrayBuffer()
  const there = await TestApp.start()
  const eva = await there.signUp('Eva')
  const made = await there.app.request('/api/bundles', {
    method: 'POST',
    headers: { cookie: eva.cookie, 'content-type': 'application/zip' },
    body: bytes,
  })
  const copy = (await made.json()) as { id: string }
  const { comments } = (await eva.get(`/api/boards/${copy.id}/comments`)).body
  expect(comments).toMatchObject([
    {
      by: 'Ada',
      author: '',
      text: 'Was it <b>full</b>?',
      mentions: [],
      on: { item: testId('n'), name: 'The queue' },
    },
    { by: 'Ada', author: '', text: 'It was', thread: testId('c1') },
  ])
  expect((await eva.patch(`/api/boards/${copy.id}/comments/${testId('c1')}`, { text: 'x' })).status).toBe(403)
  await there.stop()
})

test('a file whose comments are no comments makes no board', async () => {
  const { body } = await ada.get(`/api/boards/${board}/board.json`)
  for (const comments of [7, [7], [{ id: 'x' }], [{ ...body.comments[0], text: 'x'.repeat(5000) }]]) {
    const answer = await ada.post('/api/bundles', { ...body, comments })
    expect([answer.status, answer.body.error.message]).toEqual([422, expect.stringMatching(/comment/)])
  }
})

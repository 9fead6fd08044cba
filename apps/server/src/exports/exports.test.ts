import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { onThisThread } from '../off-thread/aside.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let board: string
beforeAll(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada, 'incident-review', 'Ünter <b>Last</b>')
  const place = { x: 0, y: 0, w: 160, h: 64 }
  const answer = await ada.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: testId('c'), type: 'component', fields: { name: 'orders' }, place },
    {
      do: 'add',
      id: testId('f'),
      type: 'factor',
      fields: { text: 'a queue without a bound' },
      place: { ...place, y: 200 },
    },
    { do: 'connect', id: testId('r'), from: testId('f'), to: testId('c'), kind: 'about' },
    {
      do: 'add',
      id: testId('o'),
      type: 'factor',
      layer: 'own',
      fields: { text: 'canary, mine alone' },
      place: { ...place, y: 400 },
    },
  ])
  expect(answer.status, answer.text).toBe(200)
})
afterAll(() => host.stop())

const FILES = [
  'record.md',
  'record.html',
  'record.json',
  'picture.svg',
  'picture.svg?thumb=1',
  'picture.png',
  'picture.pdf',
  'board.json',
  'system.mmd',
  'system.dot',
  'system.csv',
  'timeline.csv',
  'board.canvas',
]
const get = (file: string, headers: Record<string, string> = {}) =>
  ada.get(`/api/boards/${board}/${file}`, headers)

test.each(FILES)(
  '%s: two exports are the same bytes, and an unchanged one is not sent again',
  async (file) => {
    const [one, two] = [await get(file), await get(file)]
    expect(one.status).toBe(200)
    expect(one.text.length).toBeGreaterThan(40)
    expect(two.text).toBe(one.text)
    const etag = one.headers.get('etag') ?? ''
    expect((await get(file, { 'if-none-match': etag })).status).toBe(304)
  },
)

test('a file is written once for each state of the board, and not at all for whoever has it', async () => {
  const run = vi.spyOn(onThisThread, 'run')
  const drawn = () => run.mock.calls.filter(([task]) => task === 'file').length
  const change = (name: string) =>
    ada.post(`/api/boards/${board}/commands`, [{ do: 'set', id: testId('c'), fields: { technology: name } }])
  await change('one')
  const [first] = await Promise.all([get('picture.svg?theme=dark'), get('picture.svg?theme=dark')])
  expect(drawn()).toBe(1)
  const etag = first.headers.get('etag') ?? ''
  expect((await get('picture.svg?theme=dark', { 'if-none-match': etag })).status).toBe(304)
  expect(drawn()).toBe(1)
  await change('another')
  const changed = await get('picture.svg?theme=dark', { 'if-none-match': etag })
  expect([changed.status, drawn()]).toEqual([200, 2])
  expect(changed.text).toContain('another')
  run.mockRestore()
})

test.each(FILES)('%s holds nothing that only its reader can see, and runs nothing', async (file) => {
  const { text, headers } = await get(file)
  expect(text).not.toContain('canary')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toContain('private')
})

test('each form says what is on the board', async () => {
  const drawn = ['system.mmd', 'system.dot', 'system.csv', 'board.canvas']
  for (const file of ['record.md', 'record.html', 'record.json', 'picture.svg', 'board.json', ...drawn])
    expect((await get(file)).text, file).toContain('orders')
  expect((await get('record.html')).text).not.toContain('<b>Last</b>')
  expect((await get('picture.png')).text.slice(1, 4)).toBe('PNG')
})

test('a PDF has all of the map on its first page, and a page for each frame', async () => {
  const pagesOf = async () => (await get('picture.pdf')).text.match(/\/Type \/Page\b/g)?.length
  expect(await pagesOf()).toBe(1)
  const frame = (n: number) => ({
    do: 'add',
    id: testId(`frame${n}`),
    type: 'frame',
    fields: { name: `Part ${n}` },
    place: { x: 2000 * n, y: 0, w: 600, h: 400 },
  })
  const source = { id: 's', kind: 'log', title: 'a log', url: 'https://logs.example.com/42' }
  const event = { text: 'pager fires', sources: [source] }
  await ada.post(`/api/boards/${board}/commands`, [
    frame(1),
    frame(2),
    { do: 'add', id: testId('ev'), type: 'event', fields: event, place: { x: 300, y: 300, w: 168, h: 44 } },
  ])
  expect(await pagesOf()).toBe(3)
  expect((await get('picture.pdf')).text).toContain('(https://logs.example.com/42)')
  expect((await get('picture.pdf?theme=neon')).status).toBe(400)
})

test('what was left out of the record, and what is only parked, is in no text and no picture', async () => {
  const place = { x: 600, y: 0, w: 200, h: 60 }
  const answer = await ada.post(`/api/boards/${board}/commands`, [
    {
      do: 'add',
      id: testId('e'),
      type: 'event',
      fields: { text: 'lunch is late', leaveOutOfRecord: true },
      place,
    },
    { do: 'add', id: testId('i'), type: 'idea', fields: { text: 'bound it' }, place: { ...place, y: 200 } },
  ])
  expect(answer.status, answer.text).toBe(200)
  const told = ['record.md', 'record.html', 'record.json', 'timeline.csv']
  for (const file of [...told, 'picture.svg', 'picture.svg?area=story'])
    expect((await get(file)).text, file).not.toMatch(/lunch is late|bound it/)
})

test('a picture takes its options, and refuses unknown ones', async () => {
  const svg = async (query: string) => (await get(`picture.svg?${query}`)).text
  expect(await svg('area=system')).not.toBe(await svg('area=story'))
  expect(await svg('theme=dark')).not.toBe(await svg('theme=light'))
  expect(await svg('background=0')).not.toBe(await svg('background=1'))
  expect((await get('picture.svg?area=everything')).status).toBe(400)
})

test('a file is named after the board, without what a name may not hold', async () => {
  const name = (await get('record.md?download=1')).headers.get('content-disposition') ?? ''
  expect(name).toMatch(/^attachment; filename="Unter b Last b.md"; filename\*=UTF-8''/)
  expect(decodeURIComponent(name.split("''")[1] ?? '')).toBe('Ünter b Last b.md')
})

test.each([
  [
    'an emoji where the name is cut',
    `${'x'.repeat(79)}😀 and on`,
    /filename\*=UTF-8''x{79}%F0%9F%98%80\.md$/,
  ],
  ['half an emoji', '\ud83d', /filename="[^"\\]*"; filename\*=UTF-8''(board|%EF%BF%BD)\.md$/],
  [
    'quotes, brackets and line ends',
    'a"b\r\nSet-Cookie: x=1\\ (c)*\'d',
    /filename="a b Set-Cookie x1 c d\.md"; filename\*=UTF-8''a%20b%20Set-Cookie%20x%3D1%20%28c%29%20%27d\.md$/,
  ],
])('a title with %s makes a file name that can be sent', async (_what, title, header) => {
  const odd = await makeBoard(ada, 'blank', title)
  const { status, headers } = await ada.get(`/api/boards/${odd}/record.md?download=1`)
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(header)
  expect(headers.get('set-cookie')).toBeNull()
})

test('a picture of cards a million units apart is a picture of bounded size', async () => {
  const wide = await makeBoard(ada)
  const size = { w: 160, h: 64 }
  await ada.post(`/api/boards/${wide}/commands`, [
    {
      do: 'add',
      id: testId(1),
      type: 'note',
      fields: { text: 'here' },
      place: { x: -900_000, y: -900_000, ...size },
    },
    {
      do: 'add',
      id: testId(2),
      type: 'note',
      fields: { text: 'there' },
      place: { x: 900_000, y: 900_000, ...size },
    },
  ])
  const answer = await host.app.request(`/api/boards/${wide}/picture.png`, {
    headers: { cookie: ada.cookie },
  })
  expect(answer.status).toBe(200)
  const png = new DataView(await answer.arrayBuffer())
  expect(png.getUint32(16) * png.getUint32(20)).toBeLessThan(33_000_000)
})

test('a frame alone, with what lies in it and under its name; something that is no id is refused', async () => {
  const frame = testId('p')
  const place = { x: 900, y: 0, w: 560, h: 360 }
  const made = await ada.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: frame, type: 'frame', fields: { name: 'Paying' }, place },
    {
      do: 'add',
      id: testId('q'),
      type: 'component',
      fields: { name: 'ledger' },
      place: { x: 40, y: 40, w: 144, h: 56, parent: frame },
    },
  ])
  expect(made.status, made.text).toBe(200)
  const picture = await get(`picture.svg?frame=${frame}`)
  expect(picture.text).toContain('ledger')
  expect(picture.text).not.toContain('>orders<')
  expect((await get(`picture.svg?frame=${frame}&download`)).headers.get('content-disposition')).toContain(
    'Paying',
  )
  expect((await get('picture.svg?frame=nonsense')).status).toBe(422)
})

import { IMAGE_BYTES } from '@second-story/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BoardAccess } from '../boards/board-access.ts'
import { Boards } from '../boards/boards.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { UPLOADS } from './image-limit.ts'
import { plainPicture } from './pictures-for-tests.ts'
import { ImageSweep } from './sweep.ts'

const DAY_MS = 24 * 60 * 60_000

let host: TestApp
let ada: TestPerson
let bo: TestPerson
let looker: TestPerson
let board: string
beforeAll(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  board = await makeBoard(ada)
  bo = await host.joins(ada, board, 'participant', await host.signUp('Bo'))
  looker = await host.joins(ada, board, 'observer', host.nobody())
})
afterAll(() => host.stop())

interface Sent {
  readonly status: number
  readonly body: {
    readonly id: string
    readonly width: number
    readonly error?: { id: string; message: string }
  }
}

async function bring(
  who: TestPerson,
  bytes: Uint8Array,
  { to = board, layer = 'common', type = 'image/png' } = {},
): Promise<Sent> {
  const answer = await host.app.request(`/api/boards/${to}/images?layer=${layer}`, {
    method: 'POST',
    headers: { cookie: who.cookie, 'content-type': type },
    body: Buffer.from(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as Sent['body'] }
}

let red = 0
/** Another picture each time. */
const another = (): Promise<Uint8Array> => plainPicture('png', { width: 30, height: 20 + (++red % 200) })

const at = (id: string, on = board): string => `/api/boards/${on}/images/${id}`

describe('bringing a picture', () => {
  test('everybody on the board sees it, as a file that runs nothing and that this browser alone may keep', async () => {
    const { status, body } = await bring(bo, await plainPicture('png', { width: 2000, height: 1000 }))
    expect([status, body.width]).toEqual([201, 2000])
    for (const person of [ada, bo, looker]) {
      const { status, headers } = await person.get(at(body.id))
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('image/png')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
      expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    }
    const sizes = []
    for (const w of ['', '?w=1300', '?w=1280', '?w=300'])
      sizes.push((await ada.get(at(body.id) + w)).text.length)
    const [whole, larger, middle, small] = sizes
    expect(larger).toBe(whole)
    expect(middle).toBeLessThan(whole ?? 0)
    expect(small).toBeLessThan(middle ?? 0)
  })

  test('the same bytes again are the same picture', async () => {
    const bytes = await another()
    const [first, again] = [await bring(ada, bytes), await bring(bo, bytes)]
    expect(again.body).toEqual(first.body)
  })

  test('who looks on, is not on the board, or is nobody brings none', async () => {
    const bytes = await another()
    expect((await bring(looker, bytes)).status).toBe(403)
    expect((await bring(await host.signUp('Stranger'), bytes)).status).toBe(404)
    expect((await bring(host.nobody(), bytes)).status).toBe(401)
  })

  test.each([
    ['image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422],
    ['image/png', '<!doctype html><script>1</script>', 422],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422],
    ['text/html', '<b>', 415],
  ])('%s that holds %s is refused', async (type, text, status) => {
    const answer = await bring(ada, Buffer.from(text), { type })
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body.error?.message).toContain('Nothing was changed.')
  })

  test('what is larger than 10 MB is refused by what it says, before it is read', async () => {
    let read = 0
    const chunk = new Uint8Array(64 * 1024)
    const endless = new ReadableStream({
      pull(controller) {
        read += chunk.length
        controller.enqueue(chunk)
      },
    })
    const send = (headers: Record<string, string>) =>
      host.app.request(`/api/boards/${board}/images`, {
        method: 'POST',
        headers: { cookie: ada.cookie, 'content-type': 'image/png', ...headers },
        body: endless,
        duplex: 'half',
      } as RequestInit)
    const told = await send({ 'content-length': String(IMAGE_BYTES + 1) })
    expect([told.status, await told.json()]).toEqual([
      413,
      { error: { id: 'image-too-large', message: expect.stringContaining('up to 10 MB fit') } },
    ])
    expect(read).toBeLessThan(1024 * 1024)
  })

  test('one that does not say how large it is is read no further than that', async () => {
    let read = 0
    const chunk = new Uint8Array(256 * 1024)
    const endless = new ReadableStream({
      pull(controller) {
        read += chunk.length
        controller.enqueue(chunk)
      },
    })
    const answer = await host.app.request(`/api/boards/${board}/images`, {
      method: 'POST',
      headers: { cookie: ada.cookie, 'content-type': 'image/png', 'transfer-encoding': 'chunked' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(read).toBeLessThan(IMAGE_BYTES + 1024 * 1024)
  })

  test('very many in a few minutes are refused', async () => {
    const eager = await host.joins(ada, board, 'participant', await host.signUp('Eager'))
    const nothing = new Uint8Array(3)
    for (let i = 0; i < UPLOADS.most; i++) await bring(eager, nothing)
    expect((await bring(eager, await another())).status).toBe(429)
    expect((await bring(bo, await another())).status).toBe(201)
  })

  test('a board takes no more than there is room for', async () => {
    const full = await makeBoard(ada)
    const { body } = await bring(ada, await another(), { to: full })
    await host.sql('update images set size = ? where id = ?', 200 * 1024 * 1024, body.id)
    const answer = await bring(ada, await another(), { to: full })
    expect([answer.status, answer.body.error?.id]).toEqual([422, 'images-full'])
  })
})

describe('who sees a picture', () => {
  test('one in a private layer is its owner’s alone', async () => {
    const { body } = await bring(bo, await another(), { layer: 'own' })
    expect((await bo.get(at(body.id))).status).toBe(200)
    for (const person of [ada, looker]) expect((await person.get(at(body.id))).status).toBe(404)
    // nor may others let anybody see what they do not see themselves
    expect((await ada.post(`${at(body.id)}/shares`, { layer: 'common' })).status).toBe(404)
    expect((await bo.post(`${at(body.id)}/shares`, { layer: 'common' })).status).toBe(204)
    expect((await ada.get(at(body.id))).status).toBe(200)
  })

  test('the same bytes in two people’s private layers tell neither of the other', async () => {
    const bytes = await another()
    const [mine, theirs] = [
      await bring(ada, bytes, { layer: 'own' }),
      await bring(bo, bytes, { layer: 'own' }),
    ]
    expect(mine.body.id).not.toBe(theirs.body.id)
    expect((await ada.get(at(theirs.body.id))).status).toBe(404)
  })

  test('agents’ pictures are not the participants’', async () => {
    const { body } = await bring(ada, await another(), { layer: 'agents' })
    expect((await ada.get(at(body.id))).status).toBe(200)
    expect((await bo.get(at(body.id))).status).toBe(404)
    expect((await bring(bo, await another(), { layer: 'agents' })).status).toBe(403)
  })

  test('who was taken off the board sees none, nor under another board’s address', async () => {
    const { body } = await bring(ada, await another())
    const cleo = await host.joins(ada, board, 'participant', await host.signUp('Cleo'))
    expect((await cleo.get(at(body.id))).status).toBe(200)
    await ada.delete(`/api/boards/${board}/members/${cleo.account}`)
    expect((await cleo.get(at(body.id))).status).toBe(404)
    const own = await makeBoard(cleo)
    expect((await cleo.get(at(body.id, own))).status).toBe(404)
    expect((await cleo.post(`${at(body.id, own)}/shares`, { layer: 'common', from: board })).status).toBe(404)
  })

  test('who sees it may take it to another board of theirs', async () => {
    const { body } = await bring(ada, await another())
    const own = await makeBoard(bo)
    expect((await bo.get(at(body.id, own))).status).toBe(404)
    expect((await bo.post(`${at(body.id, own)}/shares`, { layer: 'common', from: board })).status).toBe(204)
    expect((await bo.get(at(body.id, own))).status).toBe(200)
  })

  test('of a board that browsers keep no copy of, no picture is kept', async () => {
    const own = await makeBoard(ada)
    await ada.patch(`/api/boards/${own}`, { sensitive: true })
    const { body } = await bring(ada, await another(), { to: own })
    expect((await ada.get(at(body.id, own))).headers.get('cache-control')).toBe('private, no-store')
  })
})

const item = (n: number, picture: string, more: object = {}) => ({
  do: 'add',
  id: testId(n),
  type: 'image',
  fields: { name: 'The graph of that night', picture, naturalWidth: 30, naturalHeight: 20 },
  place: { x: 0, y: 0, w: 300, h: 200 },
  ...more,
})

describe('what becomes of it', () => {
  test('it leaves inside SVG, PNG, PDF and the page, and in a bundle, and comes back from that', async () => {
    const from = await makeBoard(ada)
    const { body } = await bring(ada, await plainPicture('png', { width: 30, height: 20 }), { to: from })
    const place = { x: 0, y: 300, w: 144, h: 56 }
    const component = { do: 'add', id: testId(2), type: 'component', fields: { name: 'orders' }, place }
    const without = (await ada.get(`/api/boards/${from}/picture.pdf`)).text.length
    expect((await ada.post(`/api/boards/${from}/commands`, [item(1, body.id), component])).status).toBe(200)
    expect((await ada.get(`/api/boards/${from}/picture.svg`)).text).toMatch(
      /<image [^>]*href="data:image\/png;base64,/,
    )
    expect((await ada.get(`/api/boards/${from}/record.html`)).text).toContain('data:image/png;base64,')
    const pdf = (await ada.get(`/api/boards/${from}/picture.pdf`)).text
    expect(pdf).toContain('/Subtype /Image')
    expect(pdf.length).toBeGreaterThan(without)
    const png = await host.app.request(`/api/boards/${from}/picture.png`, { headers: { cookie: ada.cookie } })
    const { default: sharp } = await import('sharp')
    const { channels } = await sharp(Buffer.from(await png.arrayBuffer())).stats()
    expect(channels[0]?.mean).toBeGreaterThan((channels[1]?.mean ?? 255) + 20)
    const bundle = await host.app.request(`/api/boards/${from}/bundle.zip`, {
      headers: { cookie: ada.cookie },
    })
    const made = await host.app.request('/api/bundles', {
      method: 'POST',
      headers: { cookie: bo.cookie, 'content-type': 'application/zip' },
      body: await bundle.arrayBuffer(),
    })
    expect(made.status).toBe(201)
    const copy = ((await made.json()) as { id: string }).id
    const graph = (await bo.get(`/api/boards/${copy}/graph`)).body
    const picture = graph.items.find((one: { type: string }) => one.type === 'image').picture
    expect(picture).not.toBe(body.id)
    expect((await bo.get(at(picture, copy))).status).toBe(200)
  })

  test('a copy of the board has it too, for the people of the copy', async () => {
    const from = await makeBoard(ada)
    const { body } = await bring(ada, await another(), { to: from })
    await ada.post(`/api/boards/${from}/commands`, [item(1, body.id)])
    const copy = (await ada.post('/api/boards', { kind: 'blank', title: 'Again', from, take: 'all' })).body.id
    expect((await ada.get(at(body.id, copy))).status).toBe(200)
    const guest = await host.joins(ada, copy, 'participant', host.nobody())
    expect((await guest.get(at(body.id, copy))).status).toBe(200)
    expect((await guest.get(at(body.id, from))).status).toBe(404)
  })

  test('“Show all” shows a private one to everybody; where nobody is named, nothing tells whose it was', async () => {
    for (const anonymous of [true, false]) {
      const on = await makeBoard(ada)
      await host.joins(ada, on, 'participant', bo)
      const round = (await ada.post(`/api/boards/${on}/rounds`, { writes: 'notes', minutes: 5, anonymous }))
        .body
      const { body } = await bring(bo, await another(), { to: on, layer: 'own' })
      const id = round.round?.id ?? round.id
      const written = item(1, body.id, { layer: 'own' })
      const sent = await bo.post(`/api/boards/${on}/commands`, [
        { ...written, fields: { ...written.fields, round: id } },
      ])
      expect(sent.status, sent.text).toBe(200)
      expect((await ada.get(at(body.id, on))).status).toBe(404)
      const shown = await ada.post(`/api/boards/${on}/reveals`, { round: id })
      expect(shown.status, shown.text).toBe(200)
      expect((await ada.get(at(body.id, on))).status).toBe(200)
      const layers = await host.sql('select layer from image_layers where image_id = ?', body.id)
      expect(layers.map(({ layer }) => layer).sort()).toEqual(
        anonymous ? ['common'] : ['common', `own.${bo.account}`],
      )
    }
  })

  test('one that nothing names goes after 30 days, unless a version or the replay shows it', async () => {
    const on = await makeBoard(ada)
    const sweep = new ImageSweep(host.parts)
    const [live, gone, versioned, mine] = await Promise.all(
      [1, 2, 3, 4].map(
        async (n) =>
          (await bring(ada, await another(), { to: on, layer: n === 4 ? 'own' : 'common' })).body.id,
      ),
    )
    const put = [item(1, live ?? ''), item(3, versioned ?? ''), item(4, mine ?? '', { layer: 'own' })]
    expect((await ada.post(`/api/boards/${on}/commands`, put)).status).toBe(200)
    await ada.post(`/api/boards/${on}/versions`, { title: 'With it' })
    await ada.post(`/api/boards/${on}/commands`, [{ do: 'remove', id: testId(3) }])
    const left = async (): Promise<string[]> => {
      const rows = await host.sql('select image_id from image_layers where board_id = ?', on)
      return rows.map((row) => String(row.image_id)).sort()
    }
    for (const days of [2, 20]) {
      host.clock.advance(days * DAY_MS)
      await sweep.run()
      expect(await left()).toEqual([live, gone, versioned, mine].sort())
    }
    host.clock.advance(9 * DAY_MS)
    await sweep.run()
    expect(await left()).toEqual([live, versioned, mine].sort())
    expect(await host.sql('select * from image_files where image_id = ?', gone)).toEqual([])
    expect(await host.sql('select id from images where id = ?', live)).toHaveLength(1)
  })

  test('it goes with its board, unless another board has it as well', async () => {
    const on = await makeBoard(ada)
    const { body } = await bring(ada, await another(), { to: on })
    const shared = await bring(ada, await another(), { to: on })
    await ada.post(`/api/boards/${board}/images/${shared.body.id}/shares`, { layer: 'common', from: on })
    await ada.delete(`/api/boards/${on}`)
    host.clock.advance(31 * DAY_MS)
    await new Boards(host.parts, new BoardAccess(host.parts.tables)).purge()
    expect(await host.sql('select id from images where id = ?', body.id)).toEqual([])
    expect(await host.sql('select id from images where id = ?', shared.body.id)).toHaveLength(1)
  })
})

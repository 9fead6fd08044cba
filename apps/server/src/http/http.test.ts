import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createAdaptorServer } from '@hono/node-server'
import { itemsOf } from '@second-story/board'
import { decodeRows, ROWS_TYPE } from '@second-story/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeBoard, TestApp, testId } from '../testing/test-app.ts'

let host: TestApp
beforeEach(async () => {
  host = await TestApp.start()
})
afterEach(() => host.stop())

test('every failure is an id and a sentence: unknown address, malformed JSON, wrong type, too large', async () => {
  const nobody = host.nobody()
  const unknown = await nobody.get('/api/nonsense')
  expect([unknown.status, unknown.body.error.id]).toEqual([404, 'not-found'])
  const malformed = await nobody.post('/api/sessions', '{"email":')
  expect([malformed.status, malformed.body.error.id]).toEqual([400, 'bad-json'])
  const type = await nobody.ask('POST', '/api/sessions', '{}', { 'content-type': 'text/plain' })
  expect([type.status, type.body.error.id]).toEqual([415, 'not-json-type'])
  const large = await nobody.post('/api/sessions', { email: 'x'.repeat(300_000), password: 'x' })
  expect([large.status, large.body.error.id]).toEqual([413, 'too-large'])
})

test('an unexpected failure says nothing of itself, and the log says where', async () => {
  const lines: string[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`),
  }
  const broken = await TestApp.start({}, { log })
  await broken.sql('drop table tokens')
  const answer = await broken.nobody().get('/api/me', { authorization: 'Bearer secret-token' })
  expect(answer.status).toBe(500)
  expect(answer.body.error.id).toBe('internal')
  expect(answer.text).not.toContain('token')
  expect(lines.join('\n')).toMatch(/no such table|does not exist/)
  expect(lines.join('\n')).not.toContain('secret-token')
  await broken.stop()
})

test('the log names routes, never tokens, boards or words', async () => {
  const lines: string[] = []
  const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`)
  const logged = await TestApp.start({}, { log: { info: note, warn: note, error: note } })
  const ada = await logged.signUp('Ada')
  const board = await makeBoard(ada, 'blank', 'A secret title')
  const { token } = (await ada.post(`/api/boards/${board}/invites`, { role: 'observer' })).body
  await logged.nobody().get(`/api/invites/${token}?x=${token}`)
  await logged.nobody().get(`/join/${token}`)
  const printed = lines.join('\n')
  expect(printed).toContain('/api/invites/{token}')
  for (const secret of [
    token,
    board,
    'A secret title',
    'Ada has a password',
    ada.cookie.split('=')[1] ?? '-',
  ])
    expect(printed).not.toContain(secret)
  await logged.stop()
})

test('what changes something comes from our own page', async () => {
  const ada = await host.signUp('Ada')
  const from = (origin: string, body: object = { title: 'Payments' }) =>
    ada.post('/api/teams', body, { origin })
  expect((await from('https://evil.example')).body.error.id).toBe('foreign-origin')
  expect((await from('null')).status).toBe(403)
  expect((await from('http://localhost', {})).status).toBe(400)
  const form = await ada.ask('POST', '/api/teams', 'title=x', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(form.status).toBe(415)
  expect(
    (await ada.get('/api/teams', { origin: 'https://evil.example' })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBeNull()
})

test('with PUBLIC_URL only that origin is ours', async () => {
  const behind = await TestApp.start({ PUBLIC_URL: 'https://board.example.test' })
  const ada = await behind.signUp('Ada')
  const from = async (origin: string) =>
    (await ada.post('/api/teams', { title: 'x' }, { origin, host: 'internal:3000' })).status
  expect(await from('https://board.example.test')).toBe(201)
  expect(await from('http://internal:3000')).toBe(403)
  expect(await from('http://board.example.test')).toBe(403)
  await behind.stop()
})

test('pages may load nothing from elsewhere', async () => {
  const { headers } = await host.nobody().get('/api/server')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('a layer’s snapshot is compressed as the browser can read it, private, and opens as a document', async () => {
  const ada = await host.signUp('Ada')
  const board = await makeBoard(ada)
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: testId(1), type: 'note', fields: { text: 'hello' } },
  ])
  const asked = (accepted: string) =>
    host.app.request(`/api/boards/${board}/layers/common/snapshot`, {
      headers: { cookie: ada.cookie, 'accept-encoding': accepted },
    })
  const opened = async (answer: Response, unfold: (bytes: Buffer) => Uint8Array): Promise<boolean> => {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, unfold(Buffer.from(await answer.arrayBuffer())))
    return itemsOf(doc).has(testId(1))
  }
  const young = await asked('gzip, br')
  expect(young.headers.get('cache-control')).toContain('private')
  expect(young.headers.get('vary')).toContain('Accept-Encoding')
  expect(young.headers.get('layer-reach')).toBe(null)
  expect(await opened(young, gunzipSync)).toBe(true)

  const rows = await host.app.request(`/api/boards/${board}/layers/common/snapshot?rows=1`, {
    headers: { cookie: ada.cookie, 'accept-encoding': 'gzip, br' },
  })
  expect(rows.headers.get('content-type')).toBe(ROWS_TYPE)
  const doc = new Y.Doc()
  for (const row of decodeRows(gunzipSync(Buffer.from(await rows.arrayBuffer()))) ?? [])
    Y.applyUpdate(doc, row)
  expect(itemsOf(doc).has(testId(1))).toBe(true)

  await host.rooms.forget(board, { kind: 'common' })
  const answers = await Promise.all(['gzip, deflate, br', 'gzip', 'br;q=0, gzip', ''].map(asked))
  expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', 'gzip', null])
  expect(new Set(answers.map(({ headers }) => headers.get('layer-reach')))).toEqual(new Set(['1.2']))
  const unfold = [brotliDecompressSync, gunzipSync, gunzipSync, (bytes: Buffer) => bytes]
  for (const [i, answer] of answers.entries())
    expect(await opened(answer, unfold[i] ?? gunzipSync)).toBe(true)
  const folded = await host.app.request(`/api/boards/${board}/layers/common/snapshot?rows=1`, {
    headers: { cookie: ada.cookie, 'accept-encoding': 'br' },
  })
  expect(folded.headers.get('content-type')).toBe('application/octet-stream')
  expect(await opened(folded, brotliDecompressSync)).toBe(true)
})

test('the description names every route under /api', async () => {
  const { body } = await host.nobody().get('/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  for (const key of host.app.served) {
    const [method = '', path = ''] = key.split(' ')
    expect(body.paths[path]?.[method.toLowerCase()]?.summary, key).toBeTruthy()
  }
  expect(
    body.paths['/api/boards'].post.requestBody.content['application/json'].schema.properties.title,
  ).toBeTruthy()
})

test('the web app: hashed files for ever, pages never stale, unknown addresses are pages, missing files are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-story-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Second Story</title>')
  writeFileSync(join(folder, 'assets/app-1234.js'), 'export {}')
  const serving = await TestApp.start({ WEB_DIR: folder })
  const get = (path: string) => serving.nobody().get(path)
  expect((await get('/assets/app-1234.js')).headers.get('cache-control')).toContain('immutable')
  writeFileSync(join(folder, 'assets/app-1234.js.br'), 'packed once')
  const packed = await serving.nobody().get('/assets/app-1234.js', { 'accept-encoding': 'br' })
  expect([packed.text, packed.headers.get('content-encoding')]).toEqual(['packed once', 'br'])
  expect(packed.headers.get('content-type')).toContain('javascript')
  for (const page of ['/', '/b/abc', '/join/xyz', '/index.html']) {
    const answer = await get(page)
    expect(answer.text, page).toContain('Second Story')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  }
  const gone = await get('/assets/gone.js')
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, null])
  // a page in place of the worker, or of the word on the newest build, would be taken for it
  for (const named of ['/sw.js', '/build.json']) {
    expect((await get(named)).status, named).toBe(404)
    writeFileSync(join(folder, named), '{}')
    const answer = await get(named)
    expect([answer.status, answer.headers.get('cache-control')], named).toEqual([200, 'no-cache'])
  }
  expect((await get('/api/nonsense')).status).toBe(404)
  expect((await get('/../../etc/passwd')).text).not.toContain('root:')
  expect((await get('/%2e%2e/%2e%2e/etc/passwd')).text).not.toContain('root:')
  await serving.stop()
  rmSync(folder, { recursive: true })
})

test('alive, ready, and a few honest counts', async () => {
  expect((await host.nobody().get('/healthz')).body).toEqual({ ok: true })
  expect((await host.nobody().get('/readyz')).body).toEqual({ ok: true })
  expect((await host.nobody().get('/metrics')).text).toMatch(
    /second_story_http_requests_total\{method="GET",status="200"\} 2\n/,
  )
})

test('a plain DELETE, as curl sends it, needs no type', async () => {
  const server = createAdaptorServer({ fetch: host.app.fetch })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/api/sessions/current`, { method: 'DELETE' })
  expect(answer.status).toBe(204)
  server.close()
})

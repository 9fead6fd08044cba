import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Duplex, Writable } from 'node:stream'
import { BACKLOG } from '@second-story/sync'
import { expect, test } from 'vitest'
// @ts-expect-error its types leave it out
import WebSocket, { Sender, WebSocketServer } from 'ws'
import { frameOf } from './frame.ts'
import { lineOf } from './line.ts'
import { silentMeter } from './meter.ts'

test('a client that does not read what it asked for is closed, and no more is kept for it', async () => {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const accepted = new Promise<[WebSocket, Duplex]>((done) =>
    server.on('connection', (ws, request) => done([ws, request.socket])),
  )
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const [ws, socket] = await accepted
  await new Promise((done) => (client.readyState === client.OPEN ? done(null) : client.once('open', done)))
  client.pause()
  const line = lineOf(ws, socket, silentMeter)
  const piece = new Uint8Array(8 * 1024 * 1024)
  for (let i = 0; i < 20; i++) line.send(frameOf(piece), 'opening')
  expect(ws.readyState).toBe(ws.CLOSING)
  const closed = new Promise<number>((done) => client.once('close', done))
  client.resume()
  expect(await closed).toBe(4513)
  expect(BACKLOG.totalBytes).toBeLessThan(20 * piece.length)
  server.close()
  http.close()
})

test('what is sent while a line is held leaves in one go, in order', () => {
  const written: Uint8Array[][] = []
  const socket = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push([chunk])
      done()
    },
    writev: (chunks, done) => {
      written.push(chunks.map(({ chunk }) => chunk as Buffer))
      done()
    },
  })
  const ws = { readyState: 1, OPEN: 1 } as WebSocket
  const line = lineOf(ws, socket as unknown as Duplex, silentMeter)
  line.hold()
  line.hold()
  for (const length of [3, 20_000, 5]) line.send(frameOf(new Uint8Array(length)), 'edits')
  line.release()
  expect(written).toEqual([])
  line.release()
  expect(written.map((parts) => parts.map(({ length }) => length))).toEqual([[5, 4, 20_000, 7]])
})

test.each([0, 1, 125, 126, 16_384, 16_385, 65_535, 65_536, 200_000])(
  'a message of %i bytes is framed as ws frames it',
  (length) => {
    const bytes = new Uint8Array(length).fill(7)
    const options = { fin: true, opcode: 2, mask: false, readOnly: true, rsv1: false }
    const [head, body] = Sender.frame(Buffer.from(bytes), options)
    const { parts, length: whole } = frameOf(bytes)
    expect(whole).toBe(Buffer.concat(parts).length)
    expect(Buffer.compare(Buffer.concat(parts), Buffer.concat([head, body ?? Buffer.alloc(0)]))).toBe(0)
  },
)

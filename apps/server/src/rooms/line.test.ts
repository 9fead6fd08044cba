import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
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

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a message of %i bytes is framed as ws frames it',
  (length) => {
    const bytes = new Uint8Array(length).fill(7)
    const options = { fin: true, opcode: 2, mask: false, readOnly: true, rsv1: false }
    const [head, body] = Sender.frame(Buffer.from(bytes), options)
    expect(Buffer.compare(frameOf(bytes), Buffer.concat([head, body ?? Buffer.alloc(0)]))).toBe(0)
  },
)

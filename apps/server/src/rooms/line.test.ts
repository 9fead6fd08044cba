import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BACKLOG } from '@second-story/sync'
import { expect, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { lineOf } from './line.ts'
import { silentMeter } from './meter.ts'

test('a client that does not read what it asked for is closed, and no more is kept for it', async () => {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const accepted = new Promise<WebSocket>((done) => server.on('connection', done))
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const ws = await accepted
  await new Promise((done) => (client.readyState === client.OPEN ? done(null) : client.once('open', done)))
  client.pause()
  const line = lineOf(ws, silentMeter)
  const piece = new Uint8Array(8 * 1024 * 1024)
  for (let i = 0; i < 20; i++) line.send(piece, 'opening')
  expect(ws.readyState).toBe(ws.CLOSING)
  const closed = new Promise<number>((done) => client.once('close', done))
  client.resume()
  expect(await closed).toBe(4513)
  expect(BACKLOG.totalBytes).toBeLessThan(20 * piece.length)
  server.close()
  http.close()
})

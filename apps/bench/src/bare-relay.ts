// Run as a process of its own: relays every frame to everybody else at once, understands nothing, keeps nothing.
// What no server can beat without batching: the baseline for latency and CPU.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.on('error', () => socket.terminate())
  socket.on('message', (bytes: Buffer) => {
    for (const other of sockets.clients) if (other.readyState === other.OPEN) other.send(bytes)
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
process.on('disconnect', () => process.exit(0))

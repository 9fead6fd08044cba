// Run as a process of its own: hands every message on to everybody on the same path, understands nothing, keeps nothing.
// What no server can beat: the limit for latency and CPU. TICK says when: `none` (each message at once, one by one),
// `adaptive` (as our server does: all that came meanwhile, with pauses of three times what the last flush cost, 1 to 33 ms)
// or a number of ms. With a tick, a frame holds many messages, each after its length in four bytes.
import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

const tick = process.env.TICK ?? 'none'

class Hall {
  readonly sockets = new Set<WebSocket>()
  #waiting: Buffer[] = []
  #timer: NodeJS.Timeout | NodeJS.Immediate | null = null
  #notBefore = 0

  take(bytes: Buffer): void {
    if (tick === 'none') {
      this.#tell(bytes)
      return
    }
    const length = Buffer.allocUnsafe(4)
    length.writeUInt32LE(bytes.length)
    this.#waiting.push(length, bytes)
    if (this.#timer !== null) return
    const wait = tick === 'adaptive' ? this.#notBefore - performance.now() : Number(tick)
    this.#timer = wait <= 0 ? setImmediate(() => this.#flush()) : setTimeout(() => this.#flush(), wait)
  }

  #flush(): void {
    const began = performance.now()
    this.#timer = null
    const bundle = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#tell(bundle)
    const ended = performance.now()
    this.#notBefore = ended + Math.min(33, Math.max(1, (ended - began) * 3))
  }

  #tell(bytes: Buffer): void {
    for (const socket of this.sockets) if (socket.readyState === socket.OPEN) socket.send(bytes)
  }
}

const halls = new Map<string, Hall>()
const http = createServer()
const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false })
server.on('connection', (socket, request) => {
  const name = request.url ?? '/'
  const hall = halls.get(name) ?? new Hall()
  halls.set(name, hall)
  hall.sockets.add(socket)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => hall.sockets.delete(socket))
  socket.on('message', (bytes: Buffer) => hall.take(bytes))
})
http.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
process.on('disconnect', () => process.exit(0))

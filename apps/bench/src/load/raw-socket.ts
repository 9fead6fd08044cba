import { connect, type Socket } from 'node:net'

export interface Address {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** where it comes from; one source address has about 28,000 ports */
  readonly from?: string
}

const BINARY = 0x82
const TEXT = 0x81
const PONG = 0x8a
/** RFC 6455's own example: nobody checks that keys are random */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

/**
 * A WebSocket client that costs as little as can be, so that one core can play many hundred people: no masking (a mask of
 * zeros), no copies, no compression, no fragments. For load only.
 */
export class RawSocket {
  readonly #socket: Socket
  #rest: Buffer[] = []
  #restBytes = 0
  /** bytes that must be there before it is worth looking again */
  #needs = 2
  #isOpen = false
  #isClosed = false
  #onFrame: (payload: Buffer, now: number) => void = () => undefined
  #onClose: (code: number) => void = () => undefined
  #code = 1006

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#isClosed = true
      this.#onClose(this.#code)
    })
  }

  /** Resolves when the server has switched protocols. */
  static open({ port, path, headers = {}, from }: Address): Promise<RawSocket> {
    const socket = connect({ port, host: '127.0.0.1', ...(from ? { localAddress: from } : {}) })
    const client = new RawSocket(socket)
    const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(([k, v]) => `${k}: ${v}\r\n`)
    socket.write(
      `GET ${path} HTTP/1.1\r\n${lines.join('')}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`,
    )
    return new Promise((done, failed) => {
      let head: Buffer = Buffer.alloc(0)
      const gone = (): void =>
        failed(new Error(`not connected to ${path}: ${head.toString('latin1', 0, 80)}`))
      socket.once('close', gone)
      const read = (bytes: Buffer): void => {
        head = head.length === 0 ? bytes : Buffer.concat([head, bytes])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        socket.off('data', read)
        socket.off('close', gone)
        if (!head.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
          gone()
          socket.destroy()
          return
        }
        client.#isOpen = true
        // frames that came with the answer wait until somebody listens
        socket.pause()
        client.#rest = [head.subarray(end + 4)]
        client.#restBytes = head.length - end - 4
        done(client)
      }
      socket.on('data', read)
    })
  }

  get isOpen(): boolean {
    return this.#isOpen && !this.#isClosed
  }

  /** Nothing is read before somebody listens. */
  onFrame(heard: (payload: Buffer, now: number) => void): void {
    this.#onFrame = heard
    if (this.#socket.listenerCount('data') > 0) return
    this.#look()
    this.#socket.on('data', (chunk: Buffer) => {
      this.#rest.push(chunk)
      this.#restBytes += chunk.length
      this.#look()
    })
    this.#socket.resume()
  }

  /** 1006 when it broke without a word. */
  onClose(heard: (code: number) => void): void {
    this.#onClose = heard
  }

  send(payload: Uint8Array): void {
    this.#write(BINARY, payload)
  }

  sendText(text: string): void {
    this.#write(TEXT, Buffer.from(text))
  }

  /** Whether what was sent is on its way; false while the server does not read. */
  get isDrained(): boolean {
    return this.#socket.writableLength === 0
  }

  terminate(): void {
    this.#isClosed = true
    this.#socket.destroy()
  }

  #write(opcode: number, payload: Uint8Array): void {
    if (this.#isClosed) return
    const n = payload.length
    const at = n < 126 ? 6 : n < 65536 ? 8 : 14
    const frame = Buffer.allocUnsafe(at + n)
    frame[0] = opcode
    if (n < 126) frame[1] = 0x80 | n
    else if (n < 65536) {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(n, 2)
    } else {
      frame[1] = 0x80 | 127
      frame.writeBigUInt64BE(BigInt(n), 2)
    }
    frame.writeUInt32BE(0, at - 4)
    frame.set(payload, at)
    this.#socket.write(frame)
  }

  #look(): void {
    if (this.#restBytes < this.#needs) return
    const bytes = this.#rest.length === 1 ? (this.#rest[0] as Buffer) : Buffer.concat(this.#rest)
    const read = this.#frames(bytes, performance.now())
    const left = bytes.subarray(read)
    this.#rest = left.length > 0 ? [left] : []
    this.#restBytes = left.length
  }

  /** Hears every whole frame; returns how many bytes they took. */
  #frames(bytes: Buffer, now: number): number {
    let at = 0
    for (;;) {
      this.#needs = 2
      if (bytes.length - at < 2) return at
      const opcode = (bytes[at] as number) & 15
      let length = (bytes[at + 1] as number) & 127
      let head = 2
      if (length === 126) {
        this.#needs = head = 4
        if (bytes.length - at < 4) return at
        length = bytes.readUInt16BE(at + 2)
      } else if (length === 127) {
        this.#needs = head = 10
        if (bytes.length - at < 10) return at
        length = Number(bytes.readBigUInt64BE(at + 2))
      }
      this.#needs = head + length
      if (bytes.length - at < head + length) return at
      const payload = bytes.subarray(at + head, at + head + length)
      at += head + length
      if (opcode === 9) this.#write(PONG, payload)
      else if (opcode === 8) this.#code = length >= 2 ? payload.readUInt16BE(0) : 1005
      else if (opcode === 1 || opcode === 2) this.#onFrame(payload, now)
    }
  }
}

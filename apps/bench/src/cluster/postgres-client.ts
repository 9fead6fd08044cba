import { connect, type Socket } from 'node:net'

const READY = 'Z'.charCodeAt(0)
const ERROR = 'E'.charCodeAt(0)

/** One connection to Postgres that can say statements and hears whether they were done: for causing trouble, not for work. */
export class PostgresClient {
  readonly #socket: Socket
  #rest: Buffer = Buffer.alloc(0)
  #error: string | null = null
  #ready: ((error: string | null) => void) | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.on('close', () => this.#ready?.('the connection closed'))
    socket.on('data', (bytes: Buffer) => this.#take(bytes))
  }

  static async open(port: number): Promise<PostgresClient> {
    const client = new PostgresClient(connect(port, '127.0.0.1'))
    const words = Buffer.from('user\0second_story\0database\0postgres\0\0')
    const head = Buffer.alloc(8)
    head.writeInt32BE(words.length + 8, 0)
    head.writeInt32BE(3 << 16, 4)
    await client.#ask(Buffer.concat([head, words]))
    return client
  }

  /** Resolves when it is done; rejects with the server's words. */
  async say(statement: string): Promise<void> {
    const text = Buffer.from(`${statement}\0`)
    const head = Buffer.alloc(5)
    head.write('Q')
    head.writeInt32BE(text.length + 4, 1)
    await this.#ask(Buffer.concat([head, text]))
  }

  close(): void {
    this.#socket.destroy()
  }

  #ask(bytes: Buffer): Promise<void> {
    this.#error = null
    const answered = new Promise<void>((done, failed) => {
      this.#ready = (error) => (error === null ? done() : failed(new Error(error)))
    })
    this.#socket.write(bytes)
    return answered
  }

  #take(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    while (this.#rest.length >= 5) {
      const length = 1 + this.#rest.readInt32BE(1)
      if (this.#rest.length < length) return
      const kind = this.#rest[0]
      if (kind === ERROR) this.#error = this.#rest.toString('utf8', 5, length).replaceAll('\0', ' ')
      if (kind === READY) this.#ready?.(this.#error)
      this.#rest = this.#rest.subarray(length)
    }
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialect } from '../load/dialect.ts'
import { freePort, PinnedProcess } from './pinned-process.ts'
import type { Board, StartOptions, SyncServer } from './sync-server.ts'

export interface PlainOptions {
  readonly name: string
  readonly dialect: Dialect
  readonly isStoring: boolean
  /** Node's arguments: the program last */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A server that lets anybody in and has a board for every path: peers and relays. It listens on PORT and keeps in DATA_DIR. */
export class PlainServer implements SyncServer {
  readonly name: string
  readonly dialect: Dialect
  readonly isStoring: boolean
  readonly inspector: number | null
  readonly #port: number
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'bench-peer-'))
  readonly #process: PinnedProcess
  #boards = 0

  private constructor(port: number, inspector: number | null, plain: PlainOptions, options: StartOptions) {
    this.name = plain.name
    this.dialect = plain.dialect
    this.isStoring = plain.isStoring
    this.inspector = inspector
    this.#port = port
    this.#process = new PinnedProcess({
      args: [
        ...(inspector ? [`--inspect=127.0.0.1:${inspector}`] : []),
        ...(options.nodeArgs ?? []),
        ...plain.args,
      ],
      env: {
        PORT: String(port),
        DATA_DIR: this.#dataDir,
        NODE_ENV: 'production',
        ...plain.env,
        ...options.env,
      },
      isUp: () => isListening(port),
    })
  }

  static async start(plain: PlainOptions, options: StartOptions = {}): Promise<PlainServer> {
    const server = new PlainServer(
      await freePort(),
      options.inspect ? await freePort() : null,
      plain,
      options,
    )
    await server.up()
    return server
  }

  get pid(): number {
    return this.#process.pid
  }

  get printed(): string {
    return this.#process.printed
  }

  board(): Promise<Board> {
    const name = `board-${++this.#boards}`
    return Promise.resolve({ name, seat: () => ({ port: this.#port, path: `/${name}` }) })
  }

  up(): Promise<void> {
    return this.#process.up()
  }

  async kill(): Promise<void> {
    await this.#process.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#process.end('SIGKILL')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}

import { createConnection } from 'node:net'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { findPrograms, pathFolders, runnerFor, Service, temporaryFolder } from './service.ts'

const PROGRAM = 'redis-server'

function folderOfProgram(): string | null {
  return findPrograms([PROGRAM], pathFolders())
}

/** A Redis of our own on a free port, that keeps nothing; it can be killed and come back on the same port. */
export class TestRedis {
  readonly port: number
  readonly #service: Service

  private constructor(port: number, service: Service) {
    this.port = port
    this.#service = service
  }

  static get isInstalled(): boolean {
    return folderOfProgram() !== null
  }

  static async start(): Promise<TestRedis> {
    const bin = folderOfProgram()
    if (bin === null) throw new Error('Redis is not installed')
    const runner = runnerFor(['redis', 'nobody'])
    const folder = temporaryFolder('redis', runner)
    const port = await freePort()
    const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    const redis = new TestRedis(port, new Service(join(bin, PROGRAM), args, folder, runner))
    await redis.up()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async up(): Promise<void> {
    await this.#service.up(() => answersPing(this.port))
  }

  /** SIGSTOP and SIGCONT: it stands still, its connections stay open. */
  signal(signal: NodeJS.Signals): void {
    this.#service.signal(signal)
  }

  async kill(): Promise<void> {
    await this.#service.down('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#service.stop('SIGKILL')
  }
}

function answersPing(port: number): Promise<void> {
  return new Promise((done, failed) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.once('error', failed)
    socket.once('close', () => failed(new Error('closed')))
    socket.once('data', (bytes) => {
      if (bytes.toString().startsWith('+PONG')) done()
      else failed(new Error('not ready'))
      socket.destroy()
    })
  })
}

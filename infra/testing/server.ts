import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from './free-port.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** Another build of the server, while the usual one is being made. */
const MAIN = process.env.SERVER_MAIN ?? join(ROOT, 'apps/server/dist/main.mjs')

/** Our server as a process of its own, on a free port, with data of its own; it can be killed and come back. */
export class TestServer {
  readonly port: number
  readonly dataDir: string
  #process: ChildProcess | null = null
  #printed = ''

  readonly #env: Readonly<Record<string, string>>

  private constructor(port: number, dataDir: string, env: Readonly<Record<string, string>>) {
    this.port = port
    this.dataDir = dataDir
    this.#env = env
  }

  /** `env`: settings beside the usual ones, such as DATABASE_URL and REDIS_URL of servers that share them. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'second-story-'))
    const server = new TestServer(await freePort(), folder, env)
    await server.up()
    return server
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** Everything that it has printed, over all its lives. */
  get printed(): string {
    return this.#printed
  }

  async up(): Promise<void> {
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        WEB_DIR: process.env.WEB_DIR ?? join(ROOT, 'apps/web/dist'),
        LOG_LEVEL: 'info',
        NODE_ENV: 'production',
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    child.stdout.on('data', (bytes: Buffer) => {
      this.#printed += bytes
    })
    child.stderr.on('data', (bytes: Buffer) => {
      this.#printed += bytes
    })
    await this.#answers(child)
  }

  /** The process's id, for reading what it has used. */
  get pid(): number | null {
    return this.#process?.pid ?? null
  }

  /** SIGKILL: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }

  async #answers(child: ChildProcess): Promise<void> {
    const until = Date.now() + 20_000
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`the server ended at once:\n${this.#printed}`)
      const answer = await fetch(`${this.url}/readyz`).catch(() => null)
      if (answer?.ok) return
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`the server does not answer:\n${this.#printed}`)
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Api } from '../../../../infra/testing/api.ts'
import { yjsDialect } from '../load/yjs-dialect.ts'
import { freePort, PinnedProcess } from './pinned-process.ts'
import type { Board, StartOptions, SyncServer } from './sync-server.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
/** the built server; SERVER_MAIN names another build, to compare two */
export const OUR_MAIN = resolve(process.env.SERVER_MAIN ?? join(ROOT, 'apps/server/dist/main.mjs'))

const BOARDS_AN_OWNER = 200

export interface OurOptions extends StartOptions {
  /** where it keeps its data; else a folder that goes with it */
  readonly dataDir?: string
}

/** Our built server, with data of its own; people are guests who joined by link, and speak as our own client does. */
export class OurServer implements SyncServer {
  readonly name = 'ours'
  readonly isStoring = true
  readonly dialect = yjsDialect({ ours: true })
  readonly port: number
  readonly inspector: number | null
  readonly dataDir: string
  readonly #process: PinnedProcess
  readonly #keepsData: boolean
  #owner: Api | null = null
  #owners = 0
  #boards = 0
  readonly #guests: Api[] = []

  private constructor(port: number, inspector: number | null, options: OurOptions) {
    this.port = port
    this.inspector = inspector
    this.#keepsData = options.dataDir !== undefined
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'second-story-bench-'))
    this.#process = new PinnedProcess({
      args: [
        ...(inspector ? [`--inspect=127.0.0.1:${inspector}`] : []),
        ...(options.nodeArgs ?? []),
        OUR_MAIN,
      ],
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        WEB_DIR: join(ROOT, 'apps/web/dist'),
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
        ARRIVALS: '1000000',
        SAMPLES: 'off',
        ...options.env,
      },
      isPinned: options.isPinned ?? true,
      isUp: () => isReady(port),
    })
  }

  static async start(options: OurOptions = {}): Promise<OurServer> {
    const server = new OurServer(await freePort(), options.inspect ? await freePort() : null, options)
    await server.up()
    return server
  }

  get pid(): number {
    return this.#process.pid
  }

  get printed(): string {
    return this.#process.printed
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Who makes boards; another one after so many, since one account may not make very many a day. */
  async owner(): Promise<Api> {
    if (this.#owner === null || this.#boards++ % BOARDS_AN_OWNER === BOARDS_AN_OWNER - 1)
      this.#owner = await new Api(this.url).signUp(`Bench${this.#owners++}`)
    return this.#owner
  }

  /** What a request of the nth person carries. */
  cookie(person: number): string {
    return this.#guests[person]?.cookie ?? ''
  }

  async board(people: number): Promise<Board> {
    const owner = await this.owner()
    const id = await owner.createBoard('Bench', 'blank')
    const token = await owner.invite(id)
    for (let person = 0; person < people; person++) {
      const guest = this.#guests[person] ?? new Api(this.url)
      await guest.accept(token, `Person ${person}`)
      this.#guests[person] = guest
    }
    return { name: id, seat: (person) => this.seat(id, person) }
  }

  seat(board: string, person: number): { port: number; path: string; headers: Record<string, string> } {
    return { port: this.port, path: `/sync/common.${board}`, headers: { Cookie: this.cookie(person) } }
  }

  /** Knows the same people as `other`, whose data it has. */
  adopt(other: OurServer): void {
    this.#guests.push(...other.#guests)
  }

  up(): Promise<void> {
    return this.#process.up()
  }

  async kill(): Promise<void> {
    await this.#process.end('SIGKILL')
  }

  get isAlive(): boolean {
    return this.#process.isAlive
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.signal(signal)
  }

  /** SIGTERM; resolves with the exit code when it is gone. */
  drain(): Promise<number | null> {
    return this.#process.end('SIGTERM')
  }

  async stop(): Promise<void> {
    await this.#process.end('SIGTERM')
    if (!this.#keepsData) rmSync(this.dataDir, { recursive: true, force: true })
  }
}

export async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.timeout(2_000),
  }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  return answer?.ok ?? false
}

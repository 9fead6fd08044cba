import type { IncomingMessage } from 'node:http'
import type { Role } from '@second-story/protocol'
import { countedIds, ManualClock, must } from '@second-story/std'
import { CompiledQuery } from 'kysely'
import { Sessions } from '../accounts/sessions.ts'
import { type App, createApp } from '../app.ts'
import { BoardAccess } from '../boards/board-access.ts'
import { readConfig } from '../config.ts'
import { Metrics } from '../health/metrics.ts'
import { onThisThread } from '../off-thread/aside.ts'
import type { Parts } from '../parts.ts'
import type { Caller } from '../rooms/access.ts'
import { createRooms } from '../rooms/create-rooms.ts'
import { silentLog } from '../rooms/log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Storage } from '../storage/storage.ts'
import { onSqlite, testStorage } from './test-storage.ts'

/** An answer, read. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by name; the shapes are the routes' own
  readonly body: any
  readonly text: string
  readonly headers: Headers
}

/** For tests: the whole HTTP side without a port, on an empty database, with a clock that is told. */
export class TestApp {
  readonly app: App
  readonly parts: Parts
  readonly clock = new ManualClock(Date.now())
  readonly #storage: Storage

  private constructor(storage: Storage, env: Record<string, string>, log: Parts['log']) {
    this.#storage = storage
    const config = readConfig({ WEB_DIR: '/nowhere', ...env }, '/nowhere')
    const { tables, layers: store } = storage
    const sessions = new Sessions(tables, this.clock, config.publicUrl)
    const boards = new BoardAccess(tables)
    const access = {
      authenticate: (request: IncomingMessage) => sessions.authenticate(request),
      isSignedIn: (caller: Caller) => sessions.isSignedIn(caller),
      roleOn: (board: string, account: string) => boards.roleOn(board, account),
    }
    const rooms = createRooms({ store, access, publicUrl: config.publicUrl, clock: this.clock })
    this.parts = {
      config,
      tables,
      rooms,
      sessions,
      aside: onThisThread,
      clock: this.clock,
      makeId: countedIds('t'),
      log,
      metrics: new Metrics(),
      life: { isEnding: false },
    }
    this.app = createApp(this.parts)
  }

  /** `file`: an SQLite database on disk, whatever the run is on; `storage`: this one; `log`: what would be printed. */
  static async start(
    env: Record<string, string> = {},
    {
      file,
      storage,
      log = silentLog,
    }: { readonly file?: string; readonly storage?: Storage; readonly log?: Parts['log'] } = {},
  ): Promise<TestApp> {
    const made = storage ?? (file === undefined ? await testStorage() : await onSqlite(file))
    return new TestApp(made, env, log)
  }

  /** Looks into the tables, or changes them; `?` stands for the values, in their order. */
  async sql(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
    let n = 0
    const own = process.env.TEST_DATABASE === 'postgres' ? text.replaceAll('?', () => `$${++n}`) : text
    const { rows } = await this.parts.tables.query.executeQuery(CompiledQuery.raw(own, values))
    return rows as Record<string, unknown>[]
  }

  get rooms(): Rooms {
    return this.parts.rooms
  }

  async stop(): Promise<void> {
    await this.rooms.close()
    await this.#storage.close()
  }

  /** Somebody without a cookie. */
  nobody(): TestPerson {
    return new TestPerson(this.app)
  }

  async signUp(name: string): Promise<TestPerson> {
    const person = this.nobody()
    const email = `${name.toLowerCase()}@example.test`
    const { status, body, text } = await person.post('/api/accounts', {
      name,
      email,
      password: `${name} has a password`,
    })
    if (status !== 201) throw new Error(`${name} could not sign up: ${text}`)
    person.account = body.account.id
    return person
  }

  /** A guest or a member on the board in this role, by invitation or by the owner's hand. */
  async joins(owner: TestPerson, board: string, role: Role, person: TestPerson): Promise<TestPerson> {
    const invited = role === 'owner' ? 'participant' : role
    const made = await owner.post(`/api/boards/${board}/invites`, { role: invited })
    const name = person.account === '' ? { name: `a ${role}` } : {}
    const joined = await person.post(`/api/invites/${must(made.body.token, made.text)}/accept`, name)
    person.account = must(joined.body.account, joined.text).id
    if (role === 'owner') await owner.put(`/api/boards/${board}/members/${person.account}`, { role })
    return person
  }
}

/** One browser: keeps its cookie. */
export class TestPerson {
  readonly #app: App
  readonly #cookies = new Map<string, string>()
  account = ''

  constructor(app: App) {
    this.#app = app
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, undefined, headers)
  }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, body, headers)
  }
  put(path: string, body: unknown): Promise<Answer> {
    return this.ask('PUT', path, body)
  }
  patch(path: string, body: unknown): Promise<Answer> {
    return this.ask('PATCH', path, body)
  }
  delete(path: string): Promise<Answer> {
    return this.ask('DELETE', path)
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.#app.request(path, {
      method,
      headers: {
        ...(this.#cookies.size === 0 ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) this.#keep(set)
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
    return { status: answer.status, text, body: isJson ? JSON.parse(text) : null, headers: answer.headers }
  }

  #keep(set: string): void {
    const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=', 2)
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/** A board of `owner`'s, by id. */
export async function makeBoard(
  owner: TestPerson,
  kind = 'incident-review',
  title = 'Orders were slow',
): Promise<string> {
  const made = await owner.post('/api/boards', { kind, title })
  if (made.status !== 201) throw new Error(made.text)
  return made.body.id
}

/** An id as items have, that ends in `n`. */
export function testId(n: number | string): string {
  return String(n).padStart(21, 'i')
}

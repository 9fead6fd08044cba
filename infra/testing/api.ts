/** One signed-in account, over HTTP alone: sets the stage for what browsers then do. */
export class Api {
  readonly #url: string
  #cookie = ''
  account = ''

  constructor(url: string) {
    this.#url = url
  }

  get cookie(): string {
    return this.#cookie
  }

  async signUp(name: string, email = `${name.toLowerCase()}@example.test`): Promise<this> {
    const body = await this.post('/api/accounts', { name, email, password: 'a long enough password' })
    this.account = (body as { account: { id: string } }).account.id
    return this
  }

  async createBoard(title: string, kind = 'incident-review'): Promise<string> {
    return ((await this.post('/api/boards', { title, kind })) as { id: string }).id
  }

  async invite(board: string, role = 'participant'): Promise<string> {
    return ((await this.post(`/api/boards/${board}/invites`, { role })) as { token: string }).token
  }

  /** Joins by link, as a guest with a name when not signed in. */
  async accept(token: string, name: string): Promise<this> {
    const body = (await this.post(`/api/invites/${token}/accept`, { name })) as { account: { id: string } }
    this.account = body.account.id
    return this
  }

  get(path: string): Promise<unknown> {
    return this.#json('GET', path)
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#json('POST', path, body)
  }

  /** The raw answer, refused or not. */
  async raw(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = answer.headers.getSetCookie()
    if (set.length > 0) this.#cookie = set.map((one) => one.split(';', 1)[0]).join('; ')
    return answer
  }

  async #json(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.raw(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }
}

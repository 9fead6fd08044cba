/** One file of the built page: its address, and the SHA-256 of its bytes in hex. */
export type ShellFile = readonly [path: string, hash: string]

/** Caches of ours are named by build; older ones serve tabs that were opened then. */
const PREFIX = 'second-story-shell-'
/** How many older builds are kept for tabs that are still open. */
const OLDER_KEPT = 2
/** Files fetched at once while a build is put away. */
const AT_ONCE = 6
/** A network this slow shows the page that is here. */
export const PAGE_WITHIN_MS = 3_000
const PAGE = '/index.html'

/** Addresses that the server answers itself; they are never kept and never answered from here. */
const NOT_PAGES = /^\/(api|sync|healthz|readyz|metrics)(\/|$)/

export interface ShellParts {
  readonly caches: CacheStorage
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>
  readonly after: (ms: number) => Promise<void>
  readonly build: string
  readonly files: readonly ShellFile[]
}

/**
 * The page itself, put away under its build so that it opens without a network. Only files of the build are ever kept:
 * nothing that an account sees.
 */
export class ShellCache {
  readonly #parts: ShellParts
  readonly #paths: ReadonlySet<string>

  constructor(parts: ShellParts) {
    this.#parts = parts
    this.#paths = new Set(parts.files.map(([path]) => path))
  }

  /** Puts all files of this build away, each checked against its hash; rejects when one does not come whole. */
  async install(): Promise<void> {
    const cache = await this.#parts.caches.open(this.#name)
    const waiting = [...this.#parts.files]
    const work = async (): Promise<void> => {
      for (let file = waiting.pop(); file; file = waiting.pop()) await this.#put(cache, file)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  /** Lets go of builds that no open tab is likely to need any more. */
  async activate(): Promise<void> {
    const ours = (await this.#parts.caches.keys()).filter(
      (name) => name.startsWith(PREFIX) && name !== this.#name,
    )
    const old = ours.slice(0, Math.max(0, ours.length - OLDER_KEPT))
    await Promise.all(old.map((name) => this.#parts.caches.delete(name)))
  }

  /** The answer to a request of a page; null: the browser asks the network as if nobody stood between. */
  answer(
    request: Request,
    origin: string,
    preloaded?: Promise<Response | undefined>,
  ): Promise<Response> | null {
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.origin !== origin || NOT_PAGES.test(url.pathname)) return null
    if (request.mode === 'navigate') return this.#page(request, preloaded)
    if (this.#paths.has(url.pathname) || url.pathname.startsWith('/assets/'))
      return this.#file(request, url.pathname)
    return null
  }

  get #name(): string {
    return `${PREFIX}${this.#parts.build}`
  }

  /** The newest page where the network has it soon, else the one that is here. */
  async #page(request: Request, preloaded: Promise<Response | undefined> | undefined): Promise<Response> {
    const network = this.#fromNetwork(request, preloaded)
    const soon = await Promise.race([
      network.catch(() => null),
      this.#parts.after(PAGE_WITHIN_MS).then(() => null),
    ])
    if (soon && soon.status < 500) return soon
    return (await this.#kept(PAGE)) ?? (await network)
  }

  async #fromNetwork(
    request: Request,
    preloaded: Promise<Response | undefined> | undefined,
  ): Promise<Response> {
    return (await preloaded) ?? (await this.#parts.fetch(request))
  }

  async #file(request: Request, path: string): Promise<Response> {
    return (await this.#kept(path)) ?? (await this.#parts.fetch(request))
  }

  /** From this build, or from an older one that a tab still runs. */
  async #kept(path: string): Promise<Response | undefined> {
    const mine = await (await this.#parts.caches.open(this.#name)).match(path)
    if (mine || this.#paths.has(path)) return mine
    for (const name of await this.#parts.caches.keys()) {
      const found = name.startsWith(PREFIX)
        ? await (await this.#parts.caches.open(name)).match(path)
        : undefined
      if (found) return found
    }
    return undefined
  }

  async #put(cache: Cache, [path, hash]: ShellFile): Promise<void> {
    if (await cache.match(path)) return
    const answer = await this.#parts.fetch(path, { cache: 'no-cache', credentials: 'omit' })
    const bytes = await answer.arrayBuffer()
    // a server in the middle of a change of version answers with another build's page
    if (!answer.ok || (await hashOf(bytes)) !== hash) throw new Error(`${path} did not come as it was built`)
    await cache.put(path, new Response(bytes, { headers: headersOf(answer) }))
  }
}

/** What the page's rules need; the body is stored as it is read, without its coding. */
function headersOf(answer: Response): Headers {
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length', 'set-cookie', 'vary']) headers.delete(name)
  return headers
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

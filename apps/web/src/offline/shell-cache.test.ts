import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { ShellCache, type ShellFile } from './shell-cache.ts'

const ORIGIN = 'https://board.test'

/** The browser's caches, as far as they are used. */
class MemoryCaches {
  readonly all = new Map<string, Map<string, Response>>()

  async open(name: string): Promise<Cache> {
    const held = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, held)
    return {
      match: async (path: string) => held.get(path)?.clone(),
      put: async (path: string, answer: Response) => void held.set(path, answer),
    } as unknown as Cache
  }

  async keys(): Promise<string[]> {
    return [...this.all.keys()]
  }

  async delete(name: string): Promise<boolean> {
    return this.all.delete(name)
  }

  /** Every address that lies in any of them. */
  get paths(): string[] {
    return [...this.all.values()].flatMap((held) => [...held.keys()]).sort()
  }
}

const V1 = { '/index.html': 'page one', '/assets/app-1.js': 'code one', '/mark.svg': '<svg/>' }
const V2 = { '/index.html': 'page two', '/assets/app-2.js': 'code two', '/mark.svg': '<svg/>' }

let caches: MemoryCaches
let served: Record<string, string>
let network: 'up' | 'down' | 'silent' | 'broken'
let asked: string[]
beforeEach(() => {
  caches = new MemoryCaches()
  served = V1
  network = 'up'
  asked = []
})

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const filesOf = (site: Record<string, string>): ShellFile[] =>
  Object.entries(site).map(([path, text]) => [path, sha(text)])

function shell(build: string, site: Record<string, string>): ShellCache {
  return new ShellCache({
    caches: caches as unknown as CacheStorage,
    fetch: async (request) => {
      const path = typeof request === 'string' ? request : new URL(request.url).pathname
      asked.push(path)
      if (network === 'down') throw new TypeError('Failed to fetch')
      if (network === 'silent') return new Promise<Response>(() => {})
      if (network === 'broken') return new Response('bad gateway', { status: 502 })
      const text = served[path] ?? (path.startsWith('/assets/') ? undefined : served['/index.html'])
      return text === undefined ? new Response('', { status: 404 }) : new Response(text)
    },
    after: () => (network === 'silent' ? Promise.resolve() : new Promise(() => {})),
    build,
    files: filesOf(site),
  })
}

/** As the browser asks; Node's Request knows no navigation. */
function get(path: string, mode = 'cors', method = 'GET'): Request {
  return { url: path.startsWith('http') ? path : ORIGIN + path, method, mode } as Request
}

const text = async (answer: Promise<Response> | null): Promise<string | null> =>
  answer === null ? null : (await answer).text()

describe('the page without a network', () => {
  it('opens at every address of the app, with its files, once it was put away', async () => {
    const one = shell('one', V1)
    await one.install()
    for (network of ['down', 'silent', 'broken'] as const) {
      for (const path of ['/', '/b/abc/timeline', '/sample/x'])
        expect(await text(one.answer(get(path, 'navigate'), ORIGIN)), `${network} ${path}`).toBe('page one')
      expect(await text(one.answer(get('/assets/app-1.js'), ORIGIN))).toBe('code one')
    }
  })

  it('is the newest one where there is a network, and its files do not wait for it', async () => {
    const one = shell('one', V1)
    await one.install()
    served = V2
    asked = []
    expect(await text(one.answer(get('/b/abc', 'navigate'), ORIGIN))).toBe('page two')
    expect(await text(one.answer(get('/assets/app-1.js'), ORIGIN))).toBe('code one')
    expect(asked).toEqual(['/b/abc'])
    // a file of the newer page that is not here yet
    expect(await text(one.answer(get('/assets/app-2.js'), ORIGIN))).toBe('code two')
  })

  it('never touches what the server says to an account: api, sync, downloads, writes, other places', async () => {
    const one = shell('one', V1)
    await one.install()
    for (const request of [
      get('/api/me'),
      get('/api'),
      get('/api/boards/x/record.md', 'navigate'),
      get('/sync/common.x'),
      get('/healthz', 'navigate'),
      get('/build.json'),
      get('/sw.js'),
      get('/b/x', 'navigate', 'POST'),
      get('https://elsewhere.test/assets/app-1.js'),
    ])
      expect(one.answer(request, ORIGIN), request.url).toBeNull()
    await text(one.answer(get('/b/secret', 'navigate'), ORIGIN))
    await text(one.answer(get('/assets/app-9.js'), ORIGIN))
    expect(caches.paths).toEqual(Object.keys(V1).sort())
  })
})

describe('a newer build', () => {
  it('is put away beside the older one, whose open tabs still find their files', async () => {
    await shell('one', V1).install()
    served = V2
    const two = shell('two', V2)
    await two.install()
    await two.activate()
    network = 'down'
    expect(await text(two.answer(get('/b/abc', 'navigate'), ORIGIN))).toBe('page two')
    expect(await text(two.answer(get('/assets/app-1.js'), ORIGIN))).toBe('code one')
    expect(await text(two.answer(get('/assets/app-2.js'), ORIGIN))).toBe('code two')
  })

  it('lets go of builds that are three generations old', async () => {
    for (const name of ['one', 'two', 'three', 'four']) {
      const next = shell(name, V1)
      await next.install()
      await next.activate()
    }
    expect(await caches.keys()).toEqual(['two', 'three', 'four'].map((name) => `second-story-shell-${name}`))
  })

  it('is not taken when a file does not come as it was built', async () => {
    const two = shell('two', V2)
    // the server still answers with the older page
    await expect(two.install()).rejects.toThrow('did not come as it was built')
    served = { ...V2, '/assets/app-2.js': 'code tw' }
    await expect(shell('two', V2).install()).rejects.toThrow('/assets/app-2.js')
    network = 'down'
    await expect(two.install()).rejects.toThrow()
  })
})

import type { Page } from '@playwright/test'

/** Everything that reaches a browser: frames, answers, and what it keeps. */
export class Overheard {
  readonly #page: Page
  readonly #parts: string[] = []
  readonly #pending: Promise<void>[] = []

  constructor(page: Page) {
    this.#page = page
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        this.#parts.push(typeof payload === 'string' ? payload : payload.toString('latin1'))
      })
    })
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) return
      const keep = response.body().then(
        (body) => void this.#parts.push(body.toString('latin1')),
        // an answer without a body, or cut off
        () => undefined,
      )
      this.#pending.push(keep)
    })
  }

  /** True when the words came over the wire or lie in a store of this browser. */
  async has(words: string): Promise<boolean> {
    await Promise.all(this.#pending)
    return this.#parts.some((part) => part.includes(words)) || (await this.#stored()).includes(words)
  }

  /** What localStorage, sessionStorage and every IndexedDB hold, bytes as latin1. */
  #stored(): Promise<string> {
    return this.#page.evaluate(async () => {
      const out = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
      const text = (value: unknown): string => {
        if (value instanceof ArrayBuffer) return text(new Uint8Array(value))
        if (value instanceof Uint8Array)
          return Array.from(value, (byte) => String.fromCharCode(byte)).join('')
        if (typeof value === 'object' && value !== null) return Object.values(value).map(text).join(' ')
        return String(value)
      }
      for (const { name } of await indexedDB.databases()) {
        if (!name) continue
        const db = await new Promise<IDBDatabase>((done, failed) => {
          const open = indexedDB.open(name)
          open.onsuccess = () => done(open.result)
          open.onerror = () => failed(open.error)
        })
        for (const store of Array.from(db.objectStoreNames)) {
          const all = await new Promise<unknown[]>((done, failed) => {
            const got = db.transaction(store).objectStore(store).getAll()
            got.onsuccess = () => done(got.result)
            got.onerror = () => failed(got.error)
          })
          out.push(...all.map(text))
        }
        db.close()
      }
      return out.join('\n')
    })
  }
}

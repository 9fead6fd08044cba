import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** A browser that cannot keep a copy (private mode, full disk) must not keep us waiting. */
const GIVE_UP_MS = 3_000

const PREFIX = 'second-story'
const REGISTER = 'second-story:copies'

/** This browser's copy of one layer, so that an edit made offline arrives later. */
export class LocalCopy {
  readonly #name: string
  readonly #store: IndexeddbPersistence | null

  private constructor(name: string, store: IndexeddbPersistence | null) {
    this.#name = name
    this.#store = store
  }

  /** Opens the copy and loads it into `doc`; without storage an empty one that keeps nothing. */
  static async open(name: string, doc: Y.Doc): Promise<LocalCopy> {
    if (typeof indexedDB === 'undefined') return new LocalCopy(name, null)
    try {
      const store = new IndexeddbPersistence(name, doc)
      const opened = await Promise.race([store.whenSynced.then(() => true), after(GIVE_UP_MS)])
      if (!opened) return new LocalCopy(name, null)
      register(name)
      return new LocalCopy(name, store)
    } catch {
      return new LocalCopy(name, null)
    }
  }

  /** Is this the origin of loading the copy? */
  isOrigin(origin: unknown): boolean {
    return this.#store !== null && origin === this.#store
  }

  async close(): Promise<void> {
    await this.#store?.destroy()
  }

  async clear(): Promise<void> {
    await this.#store?.destroy()
    await deleteCopy(this.#name)
  }
}

/** A real board's copies are kept by account: two people at one machine never see each other's. */
export function copyName(account: string, board: string, layer: string): string {
  return `${PREFIX}/${account}/${board}/${layer}`
}

export function sampleCopyName(sample: string, layer: string): string {
  return `/sample/${sample}/${layer}`
}

/** Deletes every copy of real boards in this browser: on sign-out. Samples stay. */
export async function clearCopies(): Promise<void> {
  const known = new Set(registered())
  try {
    for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) known.add(name)
  } catch {
    // an older browser does not list its databases; the register does
  }
  const ours = [...known].filter((name) => name.startsWith(`${PREFIX}/`))
  await Promise.all(ours.map(deleteCopy))
}

/** How many changes of an earlier page were never called saved; kept beside the copy. */
export function readUnsaved(name: string): number {
  try {
    const count = Number(localStorage.getItem(`${name}:unsaved`))
    return Number.isInteger(count) && count > 0 ? count : 0
  } catch {
    return 0
  }
}

export function writeUnsaved(name: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(`${name}:unsaved`, String(count))
    else localStorage.removeItem(`${name}:unsaved`)
  } catch {
    // the badge forgets the number over a reload; the changes themselves are in the copy
  }
}

function deleteCopy(name: string): Promise<void> {
  writeUnsaved(name, 0)
  unregister(name)
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

function registered(): readonly string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(REGISTER) ?? '[]')
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

function register(name: string): void {
  keep([...new Set([...registered(), name])])
}

function unregister(name: string): void {
  keep(registered().filter((other) => other !== name))
}

function keep(names: readonly string[]): void {
  try {
    localStorage.setItem(REGISTER, JSON.stringify(names))
  } catch {
    // the browser's own list of databases serves as well
  }
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms))
}

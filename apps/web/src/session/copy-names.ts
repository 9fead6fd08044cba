import { deleteRows } from './copy-rows.ts'

const PREFIX = 'second-story'
const REGISTER = 'second-story:copies'
const UNSAVED = ':unsaved:'

/** A real board's copies are kept by account: two people at one machine never see each other's. */
export function copyName(account: string, board: string, layer: string): string {
  return `${PREFIX}/${account}/${board}/${layer}`
}

export function sampleCopyName(sample: string, layer: string): string {
  return `/sample/${sample}/${layer}`
}

/** Notes that a copy of this name is kept; for browsers that do not list their databases. */
export function registerCopy(name: string): void {
  keepNames([...new Set([...registered(), name])])
}

/** Deletes every copy of real boards in this browser, and what was noted beside them: on sign-out. Samples stay. */
export function clearCopies(): Promise<void> {
  return clearNames((name) => name.startsWith(`${PREFIX}/`))
}

/** Deletes this account's copies of one board. */
export function clearBoardCopies(account: string, board: string): Promise<void> {
  return clearNames((name) => name.startsWith(`${PREFIX}/${account}/${board}/`))
}

export function clearCopy(name: string): Promise<void> {
  return clearNames((other) => other === name || other.startsWith(`${name}:`))
}

/** How many changes on one board never reached the server, over all layers and tabs. */
export function unsavedOn(account: string, board: string): number {
  return sum(noted(`${PREFIX}/${account}/${board}/`))
}

/** The same for everything that this browser keeps. */
export function unsavedHere(): number {
  return sum(noted(`${PREFIX}/`))
}

/** What other tabs, or an earlier page, had not saved of one copy, as they noted it. */
export type NotedUnsaved = ReadonlyMap<string, string>

/**
 * How many changes of one copy were never called saved, noted beside it under a name of its own for each tab: two tabs
 * of one person do not overwrite each other's.
 */
export class UnsavedNote {
  readonly #key: string
  readonly #prefix: string
  #count = 0
  #turn = 0

  /** `holder`: a name that no other tab, or earlier page, has */
  constructor(name: string, holder: string) {
    this.#prefix = `${name}${UNSAVED}`
    this.#key = `${this.#prefix}${holder}`
  }

  /** What others noted; read it before the copy is loaded, so that the copy holds all that it counts. */
  others(): NotedUnsaved {
    const found = noted(this.#prefix)
    found.delete(this.#key)
    return found
  }

  write(count: number): void {
    if (count === this.#count && count === 0) return
    this.#count = count
    this.#turn += 1
    if (count > 0) setKey(this.#key, `${count}.${this.#turn}`)
    else removeKey(this.#key)
  }

  /** The server has what these counted; a tab that wrote on meanwhile keeps its own note. */
  arrived(others: NotedUnsaved): void {
    for (const [key, value] of others) if (getKey(key) === value) removeKey(key)
  }
}

export function sum(notes: NotedUnsaved): number {
  let count = 0
  for (const value of notes.values()) {
    const one = Number.parseInt(value, 10)
    if (one > 0) count += one
  }
  return count
}

function noted(prefix: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const key of keys()) {
    const value = key.startsWith(prefix) && key.includes(UNSAVED) ? getKey(key) : null
    if (value !== null) found.set(key, value)
  }
  return found
}

async function clearNames(isMeant: (name: string) => boolean): Promise<void> {
  const known = new Set(registered())
  try {
    for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) known.add(name)
  } catch {
    // an older browser does not list its databases; the register does
  }
  const meant = [...known].filter(isMeant)
  for (const key of keys()) if (isMeant(key)) removeKey(key)
  await Promise.all(meant.map(deleteRows))
  keepNames(registered().filter((name) => !isMeant(name)))
}

function registered(): readonly string[] {
  try {
    const names: unknown = JSON.parse(getKey(REGISTER) ?? '[]')
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

function keepNames(names: readonly string[]): void {
  setKey(REGISTER, JSON.stringify(names))
}

// a browser without storage forgets the numbers over a reload; nothing else depends on them

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function getKey(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function setKey(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // full or denied
  }
}

function removeKey(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // denied
  }
}

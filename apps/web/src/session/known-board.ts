import type { Account, Board } from '@second-story/protocol'

/** What this browser remembers, so that a board opens without the server: who was here, and what they were there. */
export interface KnownBoard {
  readonly account: Account
  readonly board: Board
}

const ME = 'second-story:me'

/** Who signed in last at this browser, in whatever tab; null: nobody, or nothing is remembered. */
export function knownAccount(): Account | null {
  const account = readKey<Account>(ME)
  return typeof account?.id === 'string' && typeof account.name === 'string' ? account : null
}

export function rememberAccount(account: Account | null): void {
  writeKey(ME, account)
}

export function knownBoard(account: string, id: string): Board | null {
  const board = readKey<Board>(keyOf(account, id))
  return board?.id === id && typeof board.role === 'string' ? board : null
}

/** Lies under the name of the account's copies, and goes when they go. */
export function rememberBoard(account: string, board: Board): void {
  writeKey(keyOf(account, board.id), board)
}

export function forgetBoard(account: string, id: string): void {
  writeKey(keyOf(account, id), null)
}

/** Every board that this account has opened here, by title. */
export function knownBoards(account: string): readonly Board[] {
  const prefix = keyOf(account, '')
  return allKeys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => knownBoard(account, key.slice(prefix.length)) ?? [])
    .sort((a, b) => a.title.localeCompare(b.title))
}

function keyOf(account: string, id: string): string {
  return `second-story/${account}/board:${id}`
}

function allKeys(): readonly string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function readKey<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

function writeKey(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // a browser that keeps nothing opens boards only with the server
  }
}

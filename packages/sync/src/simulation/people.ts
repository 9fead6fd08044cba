import type { Session } from '../room/session.ts'
import { Broken } from './broken.ts'

/** Roles of accounts, which change while people are on the board. */
export class People {
  readonly #readers = new Set<string>()
  /** who could not write at some time: what they sent then may be refused */
  readonly #everReaders = new Set<string>()

  setReader(account: string, isReader: boolean): void {
    if (!isReader) this.#readers.delete(account)
    else {
      this.#readers.add(account)
      this.#everReaders.add(account)
    }
  }

  isReader(account: string): boolean {
    return this.#readers.has(account)
  }

  wasEverReader(account: string): boolean {
    return this.#everReaders.has(account)
  }

  session(account: string): Session {
    const isReader = this.#readers.has(account)
    return {
      account,
      name: account.toUpperCase(),
      colour: 1,
      kind: 'member',
      role: isReader ? 'observer' : 'participant',
      mayWrite: !isReader,
    }
  }
}

/** What a tab says about itself: what it may, and what it may not. */
export function faceOf(x: number): string {
  return JSON.stringify({
    cursor: { x, y: 1 },
    selection: [`item${x % 3}`],
    user: { account: 'forged' },
    secret: x,
  })
}

/** How the server must tell it. */
export function toldFace(json: string, session: Session): string {
  const { cursor, selection } = JSON.parse(json) as { cursor: { x: number; y: number }; selection: string[] }
  const { account, name, colour, role, kind } = session
  return canonicalFace({ cursor, selection, user: { account, name, colour, role, kind } })
}

export function canonicalFace(face: unknown): string {
  const { cursor, selection, user } = face as Record<string, unknown>
  return JSON.stringify([cursor, selection, Object.entries(user ?? {}).sort()])
}

/** Rule 6: who it is is the server's word, and nothing but presence travels. */
export function checkFace(json: string, account: string | undefined): void {
  const face = JSON.parse(json) as { user?: { account?: string }; secret?: unknown } | null
  if (face === null) return
  if (face.user?.account !== account) throw new Broken('presence under the name of another')
  if (face.secret !== undefined) throw new Broken('presence told as it came')
}

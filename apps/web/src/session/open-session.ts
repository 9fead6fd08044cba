import type { BoardSession } from './board-session.ts'
import { unsavedOn } from './copy-names.ts'
import { askIdentity, firstIdentity, isGone, knownIdentity, PATIENCE_MS } from './identity.ts'
import { knownAccount } from './known-board.ts'
import { ALWAYS, Opening } from './opening.ts'
import { type EarlySnapshots, fetchSnapshot } from './page-parts.ts'
import { wipeBoard } from './wipe-board.ts'

/**
 * Opens a board: from the server, or from this browser's copy where the server does not answer. Rejects with an
 * `ApiError` when it cannot be opened.
 */
export async function openSession(id: string): Promise<BoardSession> {
  const known = knownIdentity(id)
  const asking = askIdentity(id)
  const early: EarlySnapshots = new Map()
  // a first visit needs the whole: it does not wait for who we are
  if (!known) for (const layer of ALWAYS) early.set(layer, fetchSnapshot(id, layer))
  try {
    const identity = await firstIdentity(asking, known, after(PATIENCE_MS))
    const { account, board } = identity
    // a copy from before it became sensitive goes; what waits in it is sent first, and it goes the next time
    const keeps = !board.sensitive || unsavedOn(account.id, id) > 0
    if (!keeps) await wipeBoard(account.id, id)
    return await new Opening(identity, asking, early, keeps).open()
  } catch (error) {
    const me = knownAccount()
    if (!me || !isGone(error)) throw error
    // closed to us: what did not arrive is offered as a file before the copy goes
    if (known && unsavedOn(me.id, id) > 0) return await new Opening(known, asking, early, true).open()
    await wipeBoard(me.id, id)
    throw error
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

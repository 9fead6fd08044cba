import type { Account, Board } from '@second-story/protocol'
import { whoAmI } from '../api/accounts.ts'
import { getBoard } from '../api/boards.ts'
import { ApiError } from '../api/request.ts'
import { knownAccount, knownBoard, rememberAccount, rememberBoard } from './known-board.ts'

/** Who opens which board; `isConfirmed`: the server said so just now, not this browser's memory. */
export interface Identity {
  readonly account: Account
  readonly board: Board
  readonly isConfirmed: boolean
}

/** A network this slow opens the board from this browser's copy, and asks on meanwhile. */
export const PATIENCE_MS = 2_500

/** Asks the server; rejects with an `ApiError`. */
export async function askIdentity(id: string): Promise<Identity> {
  const [account, board] = await Promise.all([whoAmI(), getBoard(id)])
  rememberAccount(account)
  if (!account) throw new ApiError('sign-in', 'Sign in to go on.', 401)
  if (!board.sensitive) rememberBoard(account.id, board)
  return { account, board, isConfirmed: true }
}

/** Who opened this board here the last time; null when that is not known. */
export function knownIdentity(id: string): Identity | null {
  const account = knownAccount()
  const board = account && knownBoard(account.id, id)
  return account && board ? { account, board, isConfirmed: false } : null
}

/** The server's answer, or what is known when it does not answer in time; rejects when the answer is no. */
export async function firstIdentity(
  asking: Promise<Identity>,
  known: Identity | null,
  patience: Promise<void>,
): Promise<Identity> {
  if (!known) return await asking
  try {
    return await Promise.race([asking, patience.then(() => known)])
  } catch (error) {
    if (isNo(error)) throw error
    return known
  }
}

/** Did the server say no, rather than nothing? A page that some proxy answers with is nothing. */
export function isNo(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.id === 'no-answer') return false
  return [401, 403, 404, 410].includes(error.status)
}

/** Is the board closed to whoever asked: removed, deleted, never there? */
export function isGone(error: unknown): boolean {
  return isNo(error) && (error as ApiError).status !== 401
}

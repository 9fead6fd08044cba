/** What an open board knows when it asks anew who is signed in at this browser. */
export interface OpenPage {
  /** whose page this is: an account id */
  readonly mine: string
  /** who is signed in now; null: nobody */
  readonly now: string | null
  /** the server has hung up because the session that the page came with has ended */
  readonly isSignedOut: boolean
  /** changes that the server does not have */
  readonly unsaved: number
  /** would they still be in this browser after the board is opened anew? */
  readonly isKept: boolean
}

/**
 * May the page open its board anew, as whoever is signed in now? Where that would lose words, or send them in somebody else's
 * name, it stays as it is and the person decides.
 */
export function mayOpenAnew({ mine, now, isSignedOut, unsaved, isKept }: OpenPage): boolean {
  if (now === null) return false
  if (now !== mine) return unsaved === 0
  return isSignedOut && (unsaved === 0 || isKept)
}

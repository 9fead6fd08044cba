/**
 * Why a connection was closed. 44xx do not come back by themselves (y-websocket 3 stops on them), 45xx do, with jitter.
 * The server accepts an upgrade before it closes: an HTTP 401, and 1008, make clients retry for ever.
 */
export interface CloseCode {
  readonly code: number
  /** stable, for programs */
  readonly id: string
  /** for people */
  readonly sentence: string
  readonly comesBack: boolean
}

export const CLOSE = {
  signIn: { code: 4401, id: 'sign-in', sentence: 'Sign in to go on.', comesBack: false },
  noAccess: {
    code: 4403,
    id: 'no-access',
    sentence: 'You no longer have access to this board.',
    comesBack: false,
  },
  noBoard: { code: 4404, id: 'no-board', sentence: 'This board is not here any more.', comesBack: false },
  reload: {
    code: 4410,
    id: 'reload',
    sentence: 'This page is out of date. Reload it to go on.',
    comesBack: false,
  },
  refused: {
    code: 4422,
    id: 'refused',
    sentence:
      'The server did not take a change from this page. Your copy is kept here; save it as a file and reload.',
    comesBack: false,
  },
  draining: { code: 4503, id: 'draining', sentence: 'The server is restarting.', comesBack: true },
  tooSlow: { code: 4513, id: 'too-slow', sentence: 'The connection fell too far behind.', comesBack: true },
  tooFast: { code: 4529, id: 'too-fast', sentence: 'Too many messages at once.', comesBack: true },
} as const satisfies Record<string, CloseCode>

/** The row of the table for a code, or null for codes that are not ours (1006, 1011 …). */
export function closeCode(code: number): CloseCode | null {
  return Object.values(CLOSE).find((row) => row.code === code) ?? null
}

import type { IncomingMessage } from 'node:http'

/**
 * Is the page that opens this socket ours (SPEC.md rule 13)? Browsers always send an Origin, and with it the cookie of whoever
 * sits there; a stock Node client sends none and must bring a token or a cookie of its own.
 * Without a public address the Origin's host must be the one that was asked for.
 */
export function isOurOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  const url = URL.canParse(origin) ? new URL(origin) : null
  if (url === null) return false
  return publicUrl === null ? url.host === host?.toLowerCase() : url.origin === new URL(publicUrl).origin
}

import type { Config } from '../config.ts'
import type { Asking } from './env.ts'
import { Problem } from './problem.ts'

const MUTATING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * A page of another site can make a browser send a request with our cookie: SameSite=Lax and the browser's preflight stop most,
 * this stops the rest. What changes something comes from our own page, or from no page at all, and its body is JSON, a ZIP or a picture, which no form
 * can send.
 */
export function refuseForeign(c: Asking, config: Config): void {
  if (!MUTATING.has(c.req.method)) return
  const origin = c.req.header('origin')
  if (
    origin !== undefined &&
    !isOurs(origin, c.req.header('host') ?? new URL(c.req.url).host, config.publicUrl)
  )
    throw new Problem('foreign-origin')
  if (
    hasBody(c) &&
    !/^(application\/(json|zip)|image\/[\w.+-]+)\s*(;|$)/i.test(c.req.header('content-type') ?? '')
  )
    throw new Problem('not-json-type')
}

/** Without a public address the Origin's host must be the one that was asked for. */
function isOurs(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null
  if (url === null) return false
  return publicUrl === null ? url.host === host?.toLowerCase() : url.origin === publicUrl
}

/** By its headers: behind a port every DELETE comes with a body to read, even where none was sent. */
function hasBody(c: Asking): boolean {
  const length = c.req.header('content-length')
  if (length !== undefined) return length !== '0'
  return c.req.header('transfer-encoding') !== undefined || c.req.header('content-type') !== undefined
}

/** Where this server is seen, for links that are handed out. */
export function publicOrigin(c: Asking, config: Config): string {
  return config.publicUrl ?? new URL(c.req.url).origin
}

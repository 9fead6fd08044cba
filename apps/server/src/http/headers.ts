import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './env.ts'

/** Nothing is ever asked of another origin. Styles inline: React Flow and the text editor place things with them. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** For files that people keep and open elsewhere: they run nothing and fetch nothing. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

export function safeHeaders(isHttps: boolean): MiddlewareHandler<Env> {
  const usual = secureHeaders({
    contentSecurityPolicy: POLICY,
    strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginEmbedderPolicy: false,
  })
  return async (c, next) => {
    await usual(c, next)
    if (c.var.isFile) c.res.headers.set('Content-Security-Policy', FILE_POLICY)
  }
}

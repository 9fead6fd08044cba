import { getConnInfo } from '@hono/node-server/conninfo'
import type { Asking } from './env.ts'

/** Who asks, by address: the socket's, or what the outermost trusted proxy saw. For limits only. */
export function clientAddress(c: Asking, trustProxy: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  if (trustProxy > 0) return forwarded.at(-trustProxy) || forwarded[0] || 'unknown'
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

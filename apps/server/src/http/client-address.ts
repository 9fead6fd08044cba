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

/** What a limit counts by: one person holds a whole /64 of IPv6 addresses, and an IPv4 address has two spellings. */
export function placeOf(address: string): string {
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (four !== undefined) return four
  if (!address.includes(':')) return address.slice(0, 64)
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4)
  return groups.map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(':')
}

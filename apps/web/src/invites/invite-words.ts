const HOUR_MS = 60 * 60_000

/** How long a link may stay open. */
export const EXPIRIES = [
  { id: '24', label: 'for a day' },
  { id: '168', label: 'for a week' },
  { id: '720', label: 'for a month' },
] as const

export type Expiry = (typeof EXPIRIES)[number]['id']

/** "open 3 more hours", "open until 28 November". */
export function openWords(expiresAt: number, now: number): string {
  const hours = Math.round((expiresAt - now) / HOUR_MS)
  if (hours < 1) return 'closes within the hour'
  if (hours === 1) return 'open for an hour'
  if (hours < 48) return `open for ${hours} hours`
  return `open until ${new Date(expiresAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`
}

export function usesWords(uses: number): string {
  if (uses === 0) return 'not used yet'
  return uses === 1 ? 'used once' : `used ${uses} times`
}

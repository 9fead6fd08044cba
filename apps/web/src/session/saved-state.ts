import type { Saved } from './board-session.ts'
import type { Marks } from './marks.ts'

/** No answer for this long: say so. */
export const RETRY_AFTER_MS = 8_000
/** A page that just opened is not offline yet. */
export const CONNECT_WITHIN_MS = 4_000

/** What the badge is made from. */
export interface SavedFacts {
  readonly layers: readonly Pick<Marks, 'unsaved' | 'connected' | 'oldest'>[]
  /** when the server last said saved, ms; null before */
  readonly savedAt: number | null
  /** when the board was opened, ms */
  readonly openedAt: number
  /** why we do not come back, in words; null while we do */
  readonly stopped: Extract<Saved, { state: 'stopped' }> | null
}

/** The badge's word for the whole board. Never `saved` while anything waits or any connection is down. */
export function savedState(facts: SavedFacts, now: number): Saved {
  if (facts.stopped) return facts.stopped
  const unsaved = facts.layers.reduce((sum, layer) => sum + layer.unsaved, 0)
  const down = facts.layers.some((layer) => !layer.connected)
  if (down) {
    const opening = facts.savedAt === null && now - facts.openedAt < CONNECT_WITHIN_MS
    return opening ? { state: 'connecting' } : { state: 'offline', changes: unsaved }
  }
  if (unsaved === 0) return { state: 'saved', at: facts.savedAt }
  const waits = facts.layers.some((layer) => layer.oldest !== null && now - layer.oldest > RETRY_AFTER_MS)
  return waits ? { state: 'retrying' } : { state: 'saving' }
}

/** What the badge says. */
export function savedWords(saved: Saved, format: (at: number) => string): string {
  switch (saved.state) {
    case 'saved':
      return saved.at === null ? 'Saved' : `Saved ${format(saved.at)}`
    case 'saving':
      return 'Saving'
    case 'connecting':
      return 'Connecting'
    case 'retrying':
      return 'Not saved, retrying'
    case 'offline':
      return offlineWords(saved.changes)
    case 'here-only':
      return 'Kept in this browser'
    case 'stopped':
      return 'Not connected'
  }
}

function offlineWords(changes: number): string {
  if (changes === 0) return 'Offline'
  return changes === 1 ? 'Offline, 1 change kept here' : `Offline, ${changes} changes kept here`
}

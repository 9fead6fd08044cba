import type { Saved } from './board-session.ts'
import type { Marks } from './marks.ts'

/** No answer for this long: say so. */
export const RETRY_AFTER_MS = 8_000
/** A page that just opened is not offline yet. */
export const CONNECT_WITHIN_MS = 4_000

/** What one layer knows of itself. */
export interface LayerFacts extends Pick<Marks, 'unsaved' | 'connected' | 'settled' | 'oldest'> {
  /** would what is unsaved still be here after a reload? */
  readonly isKept: boolean
}

/** What the badge is made from. */
export interface SavedFacts {
  readonly layers: readonly LayerFacts[]
  /** when the server last said saved, wall ms; null before */
  readonly savedAt: number | null
  /** when the board was opened, ms by the same timer as `now` */
  readonly openedAt: number
  /** why we do not come back, in words; null while we do */
  readonly stopped: Extract<Saved, { state: 'stopped' }> | null
}

/**
 * The badge's word for the whole board. Never `saved` while anything waits, any connection is down, or anything that was
 * sent has not been called saved.
 */
export function savedState(facts: SavedFacts, now: number): Saved {
  if (facts.stopped) return facts.stopped
  const changes = facts.layers.reduce((sum, layer) => sum + layer.unsaved, 0)
  const isKept = facts.layers.every((layer) => layer.unsaved === 0 || layer.isKept)
  if (facts.layers.some((layer) => !layer.connected)) {
    const opening = facts.savedAt === null && now - facts.openedAt < CONNECT_WITHIN_MS
    return opening ? { state: 'connecting' } : { state: 'offline', changes, isKept }
  }
  if (changes === 0) return unchangedState(facts)
  const waits = facts.layers.some((layer) => layer.oldest !== null && now - layer.oldest > RETRY_AFTER_MS)
  return waits ? { state: 'retrying', changes, isKept } : { state: 'saving' }
}

// what was sent may be a copy from an earlier page: nothing that we counted, and not saved before the server says so
function unchangedState({ layers, savedAt }: SavedFacts): Saved {
  if (layers.every((layer) => layer.settled)) return { state: 'saved', at: savedAt }
  return savedAt === null ? { state: 'connecting' } : { state: 'saving' }
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
      return offlineWords(saved)
    case 'here-only':
      return 'Kept in this browser'
    case 'stopped':
      return 'Not connected'
  }
}

function offlineWords({ changes, isKept }: Extract<Saved, { state: 'offline' }>): string {
  if (changes === 0) return 'Offline'
  const counted = changes === 1 ? '1 change' : `${changes} changes`
  // a browser that keeps no copy: a reload would take them along
  return isKept ? `Offline, ${counted} kept here` : `Offline, ${counted} only in this tab`
}

import { type ItemId, isId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { Place } from '../snapshot.ts'

/** The smallest an item is drawn. */
const MIN_SIDE = 8

/**
 * Reads a stored place (relative to its parent). NaN, infinities and sizes out of bounds are repaired the same
 * way by everyone; null where nothing usable is stored.
 */
export function readPlace(raw: unknown, size: { readonly w: number; readonly h: number }): Place | null {
  if (typeof raw !== 'object' || raw === null) return null
  const it = raw as Record<string, unknown>
  return Object.freeze({
    x: coordinate(it.x),
    y: coordinate(it.y),
    w: side(it.w, size.w),
    h: side(it.h, size.h),
    parent: isId(it.parent) ? (it.parent as ItemId) : null,
    order: typeof it.order === 'string' ? it.order.slice(0, 64) : '',
    ...(it.pinned === true ? { pinned: true as const } : {}),
  })
}

function coordinate(raw: unknown): number {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return 0
  return Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, raw))
}

function side(raw: unknown, usual: number): number {
  if (typeof raw !== 'number' || !Number.isFinite(raw) || raw <= 0) return usual
  return Math.min(LIMITS.size, Math.max(MIN_SIDE, raw))
}

interface Size {
  readonly w: number
  readonly h: number
}

const MARGIN = 8
/** Pixels from the tip of a pin to a card at its right. */
const BESIDE = 38

/**
 * Where a card stands, in pixels from the corner of the map: right of its pin, or left where there is no room, all of it in sight.
 * `pin`: its tip; null: it is nowhere on the map.
 */
export function cardSpot(
  pin: { readonly x: number; readonly y: number } | null,
  card: Size,
  map: Size,
): { readonly x: number; readonly y: number } {
  const at = pin ?? { x: map.w / 2 - card.w / 2 - BESIDE, y: map.h / 3 }
  const right = at.x + BESIDE
  const left = at.x - card.w - MARGIN
  const x = right + card.w <= map.w - MARGIN || left < MARGIN ? right : left
  return {
    x: clamp(x, MARGIN, map.w - card.w - MARGIN),
    y: clamp(at.y - 34, MARGIN, map.h - card.h - MARGIN),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

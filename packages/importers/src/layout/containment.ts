import type { DrawnPlace } from '../system/draft.ts'

export interface DrawnBox extends DrawnPlace {
  readonly key: string
}

/** The smallest of the boxes in which the middle of a place lies and which is larger than it; null where none is. */
export function innermost(place: DrawnPlace, boxes: readonly DrawnBox[], self: string): string | null {
  const [x, y] = [place.x + place.w / 2, place.y + place.h / 2]
  let best: DrawnBox | null = null
  for (const box of boxes) {
    if (box.key === self || box.w * box.h <= place.w * place.h) continue
    if (x < box.x || y < box.y || x > box.x + box.w || y > box.y + box.h) continue
    if (!best || box.w * box.h < best.w * best.h) best = box
  }
  return best?.key ?? null
}

import type { BoardSnapshot } from '@second-story/board'
import { around, type Box } from '../geometry/box.ts'
import { areaOf } from '../scene/area.ts'
import type { SceneItem } from '../scene/scene.ts'

/** The two areas of one map, where each lies, and the seam between them when they stand side by side. */
export interface TwoAreas {
  readonly system: Box | null
  readonly story: Box | null
  /** canvas units: x of the seam, and how far it reaches */
  readonly seam: { readonly x: number; readonly top: number; readonly bottom: number } | null
}

const ROOM = 8

/** Is there something of the system and something of the story on the map? Only then there is something to switch. */
export function hasBothAreas(board: BoardSnapshot): boolean {
  let system = false
  let story = false
  for (const item of board.items.values()) {
    if (!item.place) continue
    const area = areaOf(item)
    system ||= area === 'system'
    story ||= area === 'story'
    if (system && story) return true
  }
  return false
}

/** Held things do not count, so that titles stay while a hand is busy. */
export function twoAreas(items: Iterable<SceneItem>): TwoAreas {
  const system: Box[] = []
  const story: Box[] = []
  for (const one of items) {
    const place = one.item.place
    if (!place) continue
    const area = areaOf(one.item)
    if (area === 'system') system.push(place)
    else if (area === 'story') story.push(place)
  }
  const left = around(system)
  const right = around(story)
  return { system: left, story: right, seam: seamBetween(left, right) }
}

function seamBetween(a: Box | null, b: Box | null): TwoAreas['seam'] {
  if (!a || !b) return null
  const [first, second] = a.x <= b.x ? [a, b] : [b, a]
  const from = first.x + first.w
  if (second.x - from < ROOM) return null
  return {
    x: Math.round((from + second.x) / 2),
    top: Math.min(a.y, b.y) - 56,
    bottom: Math.max(a.y + a.h, b.y + b.h) + 24,
  }
}

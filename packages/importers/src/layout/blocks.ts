import { type DraftArrow, type DraftComponent, plainComponent, type SystemDraft } from '../system/draft.ts'
import { columns } from './columns.ts'
import { ranksOf, shapingArrows } from './ranks.ts'

/** Canvas units, on a grid of 8. */
const GAP_X = 96
const GAP_Y = 40
/** Room between a group's edge and what lies in it; the label stands on the upper edge. */
export const PAD = 40
/** A column higher than this becomes several. */
const TALL = 1_200
const NOTE = { w: 168, h: 88 } as const
const EMPTY = { w: 240, h: 136 } as const

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

interface Block {
  readonly key: string
  readonly w: number
  readonly h: number
}

/** The key under which what lies in no group is found. */
export type Within = string | null

/**
 * Lays out a system with groups, from the inside out: where each thing lies within its group, the left top corner of
 * the content at 0,0, and the size of what each group holds. A group's own box has room round that.
 */
export function blocks(draft: SystemDraft): {
  readonly boxes: ReadonlyMap<string, Box>
  readonly sizes: ReadonlyMap<Within, { readonly w: number; readonly h: number }>
} {
  const boxes = new Map<string, Box>()
  const sizes = new Map<Within, { w: number; h: number }>()
  const lifted = liftedArrows(draft)
  const groups = draft.groups ?? []
  const children = childrenOf(draft)
  for (const within of [...groupsInsideOut(groups), null]) {
    const { components, words, inner } = children.get(within) ?? { components: [], words: [], inner: [] }
    const arrows = lifted.get(within) ?? []
    const placed =
      inner.length === 0
        ? columns(components, arrows)
        : byRank([...inner.map((key) => plainComponent(key, key, 'service')), ...components], arrows, (key) =>
            blockOf(key, components, sizes),
          )
    for (const [key, { x, y, w, h }] of placed) boxes.set(key, { x, y, w, h })
    const below = extent([...placed.values()])
    for (const [i, key] of words.entries())
      boxes.set(key, {
        x: (i % 4) * (NOTE.w + 24),
        y: (below.h === 0 ? 0 : below.h + GAP_Y) + Math.floor(i / 4) * (NOTE.h + 24),
        ...NOTE,
      })
    sizes.set(within, extent([...placed.values(), ...words.flatMap((key) => boxes.get(key) ?? [])]))
  }
  return { boxes, sizes }
}

/** How large a group's boundary is round what it holds. */
export function roundSize(size: { readonly w: number; readonly h: number } | undefined): {
  w: number
  h: number
} {
  if (!size || size.w === 0) return { ...EMPTY }
  return { w: size.w + 2 * PAD, h: size.h + 2 * PAD }
}

interface Children {
  readonly components: DraftComponent[]
  readonly words: string[]
  readonly inner: string[]
}

function childrenOf(draft: SystemDraft): Map<Within, Children> {
  const known = new Set((draft.groups ?? []).map((one) => one.key))
  const out = new Map<Within, Children>()
  const into = (group: Within | undefined): Children => {
    const within = group !== undefined && group !== null && known.has(group) ? group : null
    let entry = out.get(within)
    if (!entry) {
      entry = { components: [], words: [], inner: [] }
      out.set(within, entry)
    }
    return entry
  }
  for (const one of draft.components) into(one.group).components.push(one)
  for (const one of draft.words ?? []) into(one.group).words.push(one.key)
  for (const one of draft.groups ?? []) into(one.group).inner.push(one.key)
  return out
}

function groupsInsideOut(groups: SystemDraft['groups'] & object): string[] {
  const depth = new Map<string, number>()
  const parents = new Map(groups.map((one) => [one.key, one.group]))
  for (const { key } of groups) {
    let steps = 0
    for (
      let at = parents.get(key) ?? null;
      at !== null && steps <= groups.length;
      at = parents.get(at) ?? null
    )
      steps++
    depth.set(key, steps)
  }
  return [...depth].sort((a, b) => b[1] - a[1]).map(([key]) => key)
}

/** Each arrow as it looks within the innermost group that holds both its ends: between that group's own children. */
function liftedArrows(draft: SystemDraft): Map<Within, DraftArrow[]> {
  const parent = new Map<string, Within>()
  const known = new Set((draft.groups ?? []).map((one) => one.key))
  for (const one of [...draft.components, ...(draft.groups ?? [])])
    parent.set(
      one.key,
      one.group !== undefined && one.group !== null && known.has(one.group) ? one.group : null,
    )
  const chain = (key: string): string[] => {
    const out = [key]
    for (let at = parent.get(key) ?? null; at !== null && out.length < 100; at = parent.get(at) ?? null)
      out.push(at)
    return out.reverse()
  }
  const lifted = new Map<Within, DraftArrow[]>()
  for (const arrow of draft.arrows) {
    if (!parent.has(arrow.from) || !parent.has(arrow.to)) continue
    const [from, to] = [chain(arrow.from), chain(arrow.to)]
    let level = 0
    while (level < from.length - 1 && level < to.length - 1 && from[level] === to[level]) level++
    const [a, b] = [from[level], to[level]]
    if (a === undefined || b === undefined || a === b) continue
    const within = level === 0 ? null : (from[level - 1] ?? null)
    const list = lifted.get(within)
    if (list) list.push({ ...arrow, from: a, to: b })
    else lifted.set(within, [{ ...arrow, from: a, to: b }])
  }
  return lifted
}

function blockOf(
  key: string,
  components: readonly DraftComponent[],
  sizes: ReadonlyMap<Within, { readonly w: number; readonly h: number }>,
): Block {
  const own = components.find((one) => one.key === key)
  if (!own) return { key, ...roundSize(sizes.get(key)) }
  const spot = columns([own], []).get(key)
  return { key, w: spot?.w ?? 144, h: spot?.h ?? 56 }
}

function byRank(
  things: readonly DraftComponent[],
  arrows: readonly DraftArrow[],
  blockFor: (key: string) => Block,
): Map<string, Box> {
  const ranks = ranksOf(things, shapingArrows(things, arrows))
  const ranked: Block[][] = []
  for (const { key } of things) {
    const rank = ranks.get(key) ?? 0
    const stack = ranked[rank] ?? []
    stack.push(blockFor(key))
    ranked[rank] = stack
  }
  const stacks = ranked.flatMap(split)
  const heights = stacks.map((stack) => stack.reduce((sum, one) => sum + one.h + GAP_Y, -GAP_Y))
  const tallest = Math.max(...heights)
  const out = new Map<string, Box>()
  let x = 0
  for (const [i, stack] of stacks.entries()) {
    let y = Math.round((tallest - (heights[i] ?? 0)) / 16) * 8
    for (const { key, w, h } of stack) {
      out.set(key, { x, y, w, h })
      y += h + GAP_Y
    }
    x += Math.max(...stack.map((one) => one.w)) + GAP_X
  }
  return out
}

function split(stack: readonly Block[]): Block[][] {
  const out: Block[][] = [[]]
  let height = 0
  for (const block of stack) {
    if (height > 0 && height + block.h > TALL) {
      out.push([])
      height = 0
    }
    out.at(-1)?.push(block)
    height += block.h + GAP_Y
  }
  return out
}

function extent(boxes: readonly Box[]): { w: number; h: number } {
  let [w, h] = [0, 0]
  for (const box of boxes) {
    w = Math.max(w, box.x + box.w)
    h = Math.max(h, box.y + box.h)
  }
  return { w, h }
}

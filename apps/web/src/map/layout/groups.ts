import type { BoardSnapshot, ItemId } from '@second-story/board'
import type { Line, Thing } from '@second-story/board/layout'

interface Laid {
  readonly things: readonly Thing[]
  readonly lines: readonly Line[]
}

const PREFIX = 'group:'

/** Things that belong together, as one block each: arrows to one of them are arrows to all. */
export function asOne(board: BoardSnapshot, things: readonly Thing[], lines: readonly Line[]): Laid {
  const blocks = new Map<string, Thing[]>()
  for (const thing of things) {
    const group = board.items.get(thing.id as ItemId)?.group
    if (!group || thing.holds) continue
    const key = `${PREFIX}${thing.within ?? ''} ${group}`
    const list = blocks.get(key)
    if (list) list.push(thing)
    else blocks.set(key, [thing])
  }
  const blockOf = new Map<string, string>()
  for (const [key, members] of blocks)
    if (members.length > 1) for (const { id } of members) blockOf.set(id, key)
  if (blockOf.size === 0) return { things, lines }
  const out: Thing[] = []
  const done = new Set<string>()
  for (const thing of things) {
    const key = blockOf.get(thing.id)
    if (key === undefined) out.push(thing)
    else if (!done.has(key)) {
      done.add(key)
      out.push(blockOfAll(key, blocks.get(key) ?? [thing]))
    }
  }
  const end = (id: string): string => blockOf.get(id) ?? id
  return { things: out, lines: lines.map((line) => ({ ...line, from: end(line.from), to: end(line.to) })) }
}

function blockOfAll(id: string, members: readonly Thing[]): Thing {
  const x = Math.min(...members.map((one) => one.x))
  const y = Math.min(...members.map((one) => one.y))
  const w = Math.max(...members.map((one) => one.x + one.w)) - x
  const h = Math.max(...members.map((one) => one.y + one.h)) - y
  const within = members[0]?.within ?? null
  const hold = (['pinned', 'stays'] as const).find((how) => members.some((one) => one.hold === how)) ?? 'free'
  return { id, x, y, w, h, within, hold }
}

/** Where the members of a block go when it does: as they lie to each other. */
export function membersOf(
  board: BoardSnapshot,
  block: Thing,
  to: { readonly x: number; readonly y: number },
  boxOf: (
    id: ItemId,
  ) => { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null,
): [ItemId, { x: number; y: number; w: number; h: number }][] {
  const group = block.id.slice(block.id.indexOf(' ') + 1)
  return [...board.items.values()].flatMap((item) => {
    if (item.group !== group || (item.place?.parent ?? null) !== block.within) return []
    const box = boxOf(item.id)
    if (!box) return []
    return [[item.id, { ...box, x: box.x + to.x - block.x, y: box.y + to.y - block.y }] as const].map(
      ([id, at]): [ItemId, typeof at] => [id, at],
    )
  })
}

export function isBlock(id: string): boolean {
  return id.startsWith(PREFIX)
}

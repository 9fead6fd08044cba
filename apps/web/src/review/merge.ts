import type { BoardSnapshot, ItemId, Relation } from '@second-story/board'

/**
 * The commands that make one of two things that say the same: `stays` keeps its words and takes over what `goes` was
 * joined to. What would then be there twice, or join a thing to itself, is taken away.
 */
export function mergeCommands(board: BoardSnapshot, stays: ItemId, goes: ItemId): readonly object[] {
  const all = [...board.relations.values()]
  const kept = new Set(all.filter(({ from, to }) => from !== goes && to !== goes).map(sign))
  const commands: object[] = []
  for (const relation of all) {
    if (relation.from !== goes && relation.to !== goes) continue
    const moved = {
      ...relation,
      from: relation.from === goes ? stays : relation.from,
      to: relation.to === goes ? stays : relation.to,
    }
    if (moved.from === moved.to || kept.has(sign(moved))) {
      commands.push({ do: 'disconnect', ids: [relation.id] })
    } else {
      kept.add(sign(moved))
      commands.push({ do: 'amend', id: relation.id, from: moved.from, to: moved.to })
    }
  }
  return [...commands, { do: 'remove', ids: [goes] }]
}

function sign({ from, to, kind, label }: Relation): string {
  return JSON.stringify([from, to, kind, label])
}

import type { BoardSnapshot, Component } from '@second-story/board'

/**
 * Components that an earlier import of this file, or of one that is laid over it ("compose.yaml" and
 * "compose.full.yaml" are one system), has put on the board, by their key.
 */
export function knownFrom(
  board: BoardSnapshot,
  format: string,
  file: string,
): ReadonlyMap<string, Component> {
  const family = familyOf(file)
  const out = new Map<string, Component>()
  for (const item of board.items.values()) {
    if (item.type !== 'component' || item.layer !== 'common') continue
    const from = item.provenance
    if (from?.format === format && familyOf(from.file) === family && !out.has(from.key))
      out.set(from.key, item)
  }
  return out
}

function familyOf(file: string): string {
  return /^.*compose/i.exec(file)?.[0].toLowerCase() ?? file.toLowerCase()
}

import { type BoardSnapshot, type Flow, type ItemId, stepsOf } from '@second-story/board'
import { oneLine } from '../drawn/drawn-system.ts'

/**
 * A flow as a Mermaid sequence diagram. Steps on a thing are notes over it; a step whose arrow is gone keeps its words as
 * a remark. Words of people are text in it, never syntax.
 */
export function writeSequence(board: BoardSnapshot, flow: Flow): string {
  const names = new Map<ItemId, string>()
  const lines: string[] = []
  const keyOf = (id: ItemId): string => {
    const known = names.get(id)
    if (known) return known
    const key = `n${names.size + 1}`
    names.set(id, key)
    return key
  }
  for (const { arrow, at, words } of stepsOf(board, flow)) {
    const said = escaped(words)
    if (arrow) lines.push(`${keyOf(arrow.from)}->>${keyOf(arrow.to)}: ${said || ' '}`)
    else if (at) lines.push(`Note over ${keyOf(at.id)}: ${said || escaped(nameOf(board, at.id))}`)
    else lines.push(`%% ${said || 'a step whose arrow is gone'}`)
  }
  const people = [...names].map(([id, key]) => `participant ${key} as ${escaped(nameOf(board, id))}`)
  return `${['sequenceDiagram', ...[...people, ...lines].map((line) => `  ${line}`)].join('\n')}\n`
}

function nameOf(board: BoardSnapshot, id: ItemId): string {
  const item = board.items.get(id)
  if (!item) return 'unnamed'
  return oneLine('name' in item ? item.name : item.text).slice(0, 80) || 'unnamed'
}

/** As Mermaid writes characters that mean something to it, or to the HTML it draws with. */
function escaped(words: string): string {
  return oneLine(words).replace(/[#"<>&`\\;:%]/g, (one) => `#${one.codePointAt(0) ?? 0};`)
}

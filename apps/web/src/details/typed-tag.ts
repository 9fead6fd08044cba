import type { BoardSnapshot } from '@second-story/board'

/** A tag as it is kept: one line without the sign in front, at most sixty characters; '' where nothing is left. */
export function typedTag(typed: string): string {
  return typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+\s*/, '')
    .slice(0, 60)
    .trim()
}

/** Tags of this board that begin with what is typed, then those that have it; those that are there already left out. */
export function suggestedTags(
  board: BoardSnapshot,
  typed: string,
  there: readonly string[],
): readonly string[] {
  const wanted = typedTag(typed).toLowerCase()
  const counts = new Map<string, number>()
  for (const { tags } of board.items.values())
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const rank = (tag: string): number => (tag.toLowerCase().startsWith(wanted) ? 0 : 1)
  return [...counts]
    .filter(([tag]) => !there.includes(tag) && tag.toLowerCase().includes(wanted))
    .sort(([a, x], [b, y]) => rank(a) - rank(b) || y - x || a.localeCompare(b))
    .map(([tag]) => tag)
    .slice(0, 6)
}

/** How well a row fits what was typed: 0 not at all, more is better. */
export function rank(typed: string, label: string, others = ''): number {
  const wanted = fold(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return 1
  const name = fold(label)
  const rest = fold(others)
  let score = 0
  for (const word of wanted) {
    const found = rankWord(word, name) || rankWord(word, rest) / 4
    if (found === 0) return 0
    score += found
  }
  return score + (name.startsWith(wanted.join(' ')) ? 4 : 0) + 1 / (1 + label.length)
}

/** Rows that fit, the best first; equal ones stay in their order. */
export function ranked<T>(
  typed: string,
  rows: readonly T[],
  words: (row: T) => readonly [label: string, others: string],
): readonly T[] {
  return rows
    .map((row, index) => ({ row, index, score: rank(typed, ...words(row)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ row }) => row)
}

function rankWord(word: string, text: string): number {
  const at = text.indexOf(word)
  if (at < 0) return 0
  const before = text[at - 1]
  return before === undefined || !/[\p{L}\p{N}]/u.test(before) ? 3 : 1
}

/** Without case and accents: "Köln" is found by "koln". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

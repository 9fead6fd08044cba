/** How many colours there are for people: 1 to this. */
const COLOURS = 6

/** Somebody connected to a board, and the colour that they show there. */
export interface Coloured {
  readonly account: string
  /** 1 to 6 */
  readonly colour: number
}

/**
 * The colour in which someone who connects shows on a board. Whoever is connected already (another tab, another layer) keeps
 * theirs; otherwise it is their own, where nobody present has it, or the next free one. With more people than colours, one of
 * those that the fewest have.
 */
export function colourAmong(coming: Coloured, present: Iterable<Coloured>): number {
  const held = new Map<string, number>()
  for (const { account, colour } of present) held.set(account, colour)
  const mine = held.get(coming.account)
  if (mine !== undefined) return mine
  const had = Array.from({ length: COLOURS }, () => 0)
  for (const colour of held.values()) had[colour - 1] = (had[colour - 1] ?? 0) + 1
  const fewest = Math.min(...had)
  let colour = coming.colour
  while (had[colour - 1] !== fewest) colour = (colour % COLOURS) + 1
  return colour
}

/** Something that can be named in a line of text. */
export interface Nameable {
  readonly id: string
  readonly name: string
}

/**
 * What a line of text names, in the order it is named there: whole words, in any case, the longest name where one
 * holds another ("orders database" is not "orders"). A plural or a name with another word for its kind is not guessed.
 */
export function mentionsIn<T extends Nameable>(text: string, things: readonly T[]): readonly T[] {
  const line = text.toLowerCase()
  const taken: { from: number; to: number; thing: T }[] = []
  const longestFirst = [...things].sort((a, b) => b.name.length - a.name.length)
  for (const thing of longestFirst) {
    const name = thing.name.trim().toLowerCase()
    if (name.length < 2 || taken.some((one) => one.thing.name.trim().toLowerCase() === name)) continue
    const from = find(line, name, (at) => !taken.some((one) => at < one.to && at + name.length > one.from))
    if (from >= 0) taken.push({ from, to: from + name.length, thing })
  }
  return taken.sort((a, b) => a.from - b.from).map(({ thing }) => thing)
}

function find(line: string, name: string, free: (at: number) => boolean): number {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    if (!isWord(line[at - 1]) && !isWord(line[at + name.length]) && free(at)) return at
  }
  return -1
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)
}

import type { Line, Thing } from './things.ts'

/** A line as it looks within one holder: between two of the things that lie right in it. */
export interface Lifted {
  readonly from: string
  readonly to: string
  readonly room: number
}

/** Each line within the innermost holder of both its ends (null: the open ground); lines from a holder into itself say nothing. */
export function lifted(
  things: ReadonlyMap<string, Thing>,
  lines: readonly Line[],
): ReadonlyMap<string | null, readonly Lifted[]> {
  const chains = new Map<string, readonly string[]>()
  const chain = (id: string): readonly string[] => {
    const known = chains.get(id)
    if (known) return known
    const path: string[] = []
    for (let at: string | null = id; at !== null && !path.includes(at); at = things.get(at)?.within ?? null)
      path.push(at)
    path.reverse()
    chains.set(id, path)
    return path
  }
  const out = new Map<string | null, Lifted[]>()
  for (const { from, to, room = 0 } of lines) {
    if (!things.has(from) || !things.has(to)) continue
    const [a, b] = [chain(from), chain(to)]
    let depth = 0
    while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++
    const [first, second] = [a[depth], b[depth]]
    if (first === undefined || second === undefined) continue
    const within = depth === 0 ? null : (a[depth - 1] ?? null)
    const direct = first === from && second === to
    const line = { from: first, to: second, room: direct ? room : 0 }
    const list = out.get(within)
    if (list) list.push(line)
    else out.set(within, [line])
  }
  return out
}

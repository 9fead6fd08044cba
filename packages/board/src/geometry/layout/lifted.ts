import type { Line, Thing } from './things.ts'

/** A line as it looks within one holder: between two of the things that lie right in it. */
export interface Lifted {
  readonly from: string
  readonly to: string
  readonly room: number
}

/** Lines as they look within each holder (null: the open ground), and what in it is joined to something outside. */
export interface Within {
  readonly lines: readonly Lifted[]
  readonly entered: ReadonlySet<string>
  readonly left: ReadonlySet<string>
}

/** Each line within the innermost holder of both its ends (null: the open ground); lines from a holder into itself say nothing. */
export function lifted(
  things: ReadonlyMap<string, Thing>,
  lines: readonly Line[],
): ReadonlyMap<string | null, Within> {
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
  const out = new Map<string | null, { lines: Lifted[]; entered: Set<string>; left: Set<string> }>()
  const at = (within: string | null) => {
    const known = out.get(within)
    if (known) return known
    const made = { lines: [], entered: new Set<string>(), left: new Set<string>() }
    out.set(within, made)
    return made
  }
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
    at(within).lines.push(line)
    for (let i = depth; i + 1 < a.length; i++) at(a[i] ?? null).left.add(a[i + 1] ?? '')
    for (let i = depth; i + 1 < b.length; i++) at(b[i] ?? null).entered.add(b[i + 1] ?? '')
  }
  return out
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const SHOWN = 25
const RESTS = new Set(['(idle)', '(program)', '(root)'])

/** Prints where the CPU profiles in a folder spent their time: in a function itself, and with all it called. */
export function printProfiles(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile')))
    printProfile(file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile)
}

function printProfile(file: string, { nodes, samples, timeDeltas }: Profile): void {
  const selfById = new Map<number, number>()
  for (const [i, id] of samples.entries())
    selfById.set(id, (selfById.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1000)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const self = new Map<string, number>()
  const whole = new Map<string, number>()
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id)
    if (node === undefined) return 0
    const name = nameOf(node.callFrame)
    const mine = selfById.get(id) ?? 0
    const below = new Set(above).add(name)
    let total = mine
    for (const child of node.children ?? []) total += walk(child, below)
    self.set(name, (self.get(name) ?? 0) + mine)
    // a function that calls itself is counted once
    if (!above.has(name)) whole.set(name, (whole.get(name) ?? 0) + total)
    return total
  }
  const root = nodes[0]
  if (root === undefined) return
  walk(root.id, new Set())
  const busy = [...self]
    .filter(([name]) => !RESTS.has(name.split(' ')[0] ?? ''))
    .reduce((sum, [, time]) => sum + time, 0)
  process.stdout.write(`\n${file}: ${Math.round(busy)} ms busy\n     self    with what it called\n`)
  const rows = [...self].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)
  for (const [name, time] of rows)
    process.stdout.write(
      `${time.toFixed(0).padStart(9)} ${(whole.get(name) ?? 0).toFixed(0).padStart(9)}  ${name}\n`,
    )
  process.stdout.write('  most with what they called:\n')
  for (const [name, time] of [...whole].sort((a, b) => b[1] - a[1]).slice(0, SHOWN * 2))
    process.stdout.write(
      `${(self.get(name) ?? 0).toFixed(0).padStart(9)} ${time.toFixed(0).padStart(9)}  ${name}\n`,
    )
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const where = url === '' ? '' : ` (${basename(url)}:${lineNumber + 1})`
  return `${functionName || 'anonymous'}${where}`
}

import { ARROW_LOOKS, type ComponentKind } from '@second-story/board'
import {
  type DrawnArrow,
  type DrawnComponent,
  type DrawnGroup,
  type DrawnSystem,
  oneLine,
} from '../drawn/drawn-system.ts'

const SHAPES: Partial<Readonly<Record<ComponentKind, string>>> = {
  datastore: 'cylinder',
  cache: 'cylinder',
  queue: 'cds',
  client: 'ellipse',
  role: 'ellipse',
}
const LINES = { solid: '', dashed: 'style=dashed', dotted: 'style=dotted' } as const
const HEADS = { filled: '', open: 'arrowhead=vee', bar: 'arrowhead=tee', none: 'dir=none' } as const

/** A system as a Graphviz graph. */
export function writeDot(system: DrawnSystem): string {
  const ends = new Ends(system)
  return `${[
    `digraph ${quoted(system.title || 'board')} {`,
    '  rankdir=LR',
    '  compound=true',
    '  node [shape=box, style=rounded, fontname="sans-serif"]',
    '  edge [fontname="sans-serif"]',
    `  label=${quoted(system.title)}`,
    ...system.groups.flatMap((group) => groupLines(group, '  ', ends)),
    ...system.components.map((one) => `  ${nodeOf(one)}`),
    ...system.arrows.map((arrow) => `  ${arrowOf(arrow, ends)}`),
    '}',
  ].join('\n')}\n`
}

/** In Graphviz an arrow leads from node to node: that of a boundary leads to one in it, and is cut at its edge. */
class Ends {
  readonly #nodes = new Map<string, string>()

  constructor({ groups, arrows }: DrawnSystem) {
    const used = new Set(arrows.flatMap(({ from, to }) => [from, to]))
    for (const group of groups) this.#visit(group, used)
  }

  /** The first component in a group. */
  #visit(group: DrawnGroup, used: ReadonlySet<string>): string | undefined {
    const inner = group.groups.map((one) => this.#visit(one, used))
    const first = group.components[0]?.key ?? inner.find((one) => one !== undefined)
    if (first !== undefined) this.#nodes.set(group.key, first)
    else if (used.has(group.key)) this.#nodes.set(group.key, `${group.key}_empty`)
    return first
  }

  nodeOf(key: string): string {
    return this.#nodes.get(key) ?? key
  }

  isGroup(key: string): boolean {
    return this.#nodes.has(key)
  }

  /** A node to aim at in a group that has none. */
  anchor(key: string): string[] {
    const node = this.#nodes.get(key)
    return node === `${key}_empty` ? [`${node} [shape=point, style=invis, label=""]`] : []
  }
}

function groupLines(group: DrawnGroup, indent: string, ends: Ends): string[] {
  return [
    `${indent}subgraph cluster_${group.key} {`,
    `${indent}  label=${quoted(group.item.name || 'Boundary')}`,
    ...ends.anchor(group.key).map((line) => `${indent}  ${line}`),
    ...group.groups.flatMap((one) => groupLines(one, `${indent}  `, ends)),
    ...group.components.map((one) => `${indent}  ${nodeOf(one)}`),
    `${indent}}`,
  ]
}

function nodeOf({ item, key }: DrawnComponent): string {
  const lines = [item.name || 'unnamed', item.technology].filter((one) => one !== '')
  const label = `"${lines.map(escaped).join('\\n')}"`
  const shape = SHAPES[item.kind]
  return `${key} [label=${label}${shape === undefined ? '' : `, shape=${shape}, style=solid`}]`
}

function arrowOf({ relation, from, to, words }: DrawnArrow, ends: Ends): string {
  const look = ARROW_LOOKS[relation.kind]
  const says = words === '' ? '' : `label=${quoted(words)}`
  const tail = ends.isGroup(from) ? `ltail=cluster_${from}` : ''
  const head = ends.isGroup(to) ? `lhead=cluster_${to}` : ''
  const attributes = [says, LINES[look.line], HEADS[look.head], tail, head].filter((one) => one !== '')
  return `${ends.nodeOf(from)} -> ${ends.nodeOf(to)}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`}`
}

function quoted(words: string): string {
  return `"${escaped(words)}"`
}

function escaped(words: string): string {
  return oneLine(words).replace(/[\\"]/g, (one) => `\\${one}`)
}

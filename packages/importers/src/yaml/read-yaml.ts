import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  Parser,
} from 'yaml'
import { failure, type Position } from '../result.ts'
import { prescan } from './prescan.ts'
import { Entangled, type YamlEntry, type YamlValue } from './yaml-value.ts'

/** Nesting past this is refused before composing: the composer recurses, and a full stack can end the process. */
const MOST_DEPTH = 60
/** Entries looked at through references: an alias bomb unfolds into more. */
const MOST_LOOKS = 200_000
/** References within references. */
const MOST_HOPS = 20

export type ReadYaml = { readonly ok: true; readonly root: YamlValue } | ReturnType<typeof failure>

type Node = ParsedNode | Alias | null | undefined

/** Opens a YAML file of one document. Cost is linear in its size, whatever it holds: references are never copied. */
export function readYaml(text: string): ReadYaml {
  const read = readYamlDocuments(text)
  if (!read.ok) return read
  const [root, second] = read.roots
  if (!root) return failure('empty', 'There is nothing in this file.')
  if (second)
    return failure(
      'malformed',
      'There are several documents in this file.',
      read.starts[1] ?? second.position,
    )
  return { ok: true, root }
}

interface ReadDocuments {
  readonly ok: true
  readonly roots: readonly YamlValue[]
  /** where each document begins */
  readonly starts: readonly Position[]
}

/** Opens a YAML file of any number of documents, with one bound on all of them. */
export function readYamlDocuments(text: string): ReadDocuments | ReturnType<typeof failure> {
  const refused = prescan(text)
  if (refused) return refused
  const lines = new LineCounter()
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const deep = tooDeep(tokens)
  if (deep !== null)
    return failure('too-deep', `This is nested more than ${MOST_DEPTH} deep.`, placeOf(lines, deep))
  // unique keys: the composer's own check is quadratic
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' })
  const roots: YamlValue[] = []
  const starts: Position[] = []
  const budget = { looks: 0 }
  for (const document of composer.compose(tokens, true, text.length)) {
    const [error] = document.errors
    if (error)
      return failure(
        'malformed',
        `This is not YAML: ${sentence(error.message)}`,
        placeOf(lines, error.pos[0]),
      )
    starts.push(placeOf(lines, document.range[0]))
    roots.push(new Reader(lines, document.contents as Node, document.range[0], budget).root)
  }
  return { ok: true, roots, starts }
}

class Reader {
  readonly root: YamlValue
  readonly #lines: LineCounter
  readonly #targets = new Map<Alias, Node>()
  readonly #budget: { looks: number }

  constructor(lines: LineCounter, contents: Node, offset: number, budget: { looks: number }) {
    this.#lines = lines
    this.#budget = budget
    this.#bind(contents, new Map())
    const root = this.#value(contents, 0)
    this.root = root.position ? root : { ...root, position: placeOf(lines, offset) }
  }

  // an alias means the last anchor of that name before it
  #bind(node: unknown, anchors: Map<string, Node>): void {
    if (isAlias(node)) {
      this.#targets.set(node, anchors.get(node.source))
      return
    }
    if (isPair(node)) {
      this.#bind(node.key, anchors)
      this.#bind(node.value, anchors)
      return
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return
    if (node.anchor) anchors.set(node.anchor, node as Node)
    if (isMap(node) || isSeq(node)) for (const item of node.items) this.#bind(item, anchors)
  }

  #value(node: Node, hops: number): YamlValue {
    const position = node?.range ? placeOf(this.#lines, node.range[0]) : null
    if (isAlias(node)) {
      if (hops >= MOST_HOPS) throw new Entangled(position)
      return this.#value(this.#targets.get(node), hops + 1)
    }
    if (isMap(node)) {
      let entries: ReadonlyMap<string, YamlEntry> | null = null
      const open = (): ReadonlyMap<string, YamlEntry> => {
        entries ??= this.#entries(node.items as Pair<Node, Node>[], position, hops)
        return entries
      }
      return { kind: 'mapping', position, entries: open }
    }
    if (isSeq(node)) {
      const open = (): YamlValue[] => {
        this.#look(node.items.length, position)
        return node.items.map((item) => this.#value(item as Node, hops))
      }
      return { kind: 'list', position, items: open }
    }
    return { kind: 'scalar', text: scalarText(node), position }
  }

  #entries(
    pairs: readonly Pair<Node, Node>[],
    position: Position | null,
    hops: number,
  ): Map<string, YamlEntry> {
    this.#look(pairs.length, position)
    const out = new Map<string, YamlEntry>()
    const merged: YamlValue[] = []
    for (const pair of pairs) {
      const key = scalarText(pair.key)
      if (key === null) continue
      const value = this.#value(pair.value, hops)
      const keyAt = pair.key?.range ? placeOf(this.#lines, pair.key.range[0]) : null
      if (key === '<<') merged.push(...(value.kind === 'list' ? value.items() : [value]))
      else out.set(key, { value, position: keyAt })
    }
    for (const value of merged) {
      if (value.kind !== 'mapping') continue
      if (hops >= MOST_HOPS) throw new Entangled(position)
      for (const [key, entry] of this.#mergedEntries(value)) if (!out.has(key)) out.set(key, entry)
    }
    return out
  }

  #mergedEntries(value: YamlValue & { kind: 'mapping' }): ReadonlyMap<string, YamlEntry> {
    const entries = value.entries()
    this.#look(entries.size, value.position)
    return entries
  }

  #look(count: number, position: Position | null): void {
    this.#budget.looks += count + 1
    if (this.#budget.looks > MOST_LOOKS) throw new Entangled(position)
  }
}

function scalarText(node: unknown): string | null {
  if (!isScalar(node)) return null
  if (typeof node.value === 'string') return node.value
  if (node.value === null || node.value === undefined) return null
  return node.source ?? String(node.value)
}

function placeOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** Where nesting goes past the bound, or null. Walks with a stack of its own. */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const open: [CST.Token, number][] = tokens.map((token) => [token, 0])
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    if (depth > MOST_DEPTH) return 'offset' in token ? token.offset : 0
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if (!('items' in token)) continue
    for (const item of token.items) {
      if ('key' in item && item.key) open.push([item.key, depth + 1])
      if (item.value) open.push([item.value, depth + 1])
    }
  }
  return null
}

function sentence(words: string): string {
  const short = words.length > 160 ? `${words.slice(0, 159)}…` : words
  return /[.…]$/.test(short) ? short : `${short}.`
}

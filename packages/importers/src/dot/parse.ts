import { failure, type Position } from '../result.ts'
import type { Attributes, DotCluster, DotEdge, DotGraph, DotNode, Value } from './graph.ts'
import { type DotToken, lexDot } from './lex.ts'

/** Subgraphs within subgraphs. */
const MOST_DEPTH = 20
/** Edges; `{a b c} -> {d e f}` makes many of few words. */
const MOST_EDGES = 20_000

/** Reads a DOT file as Graphviz does, and as strictly; never throws. */
export function parseDot(
  text: string,
): { readonly ok: true; readonly graph: DotGraph } | ReturnType<typeof failure> {
  const lexed = lexDot(text)
  if (!lexed.ok) return lexed
  try {
    return { ok: true, graph: new DotParser(lexed.tokens, lexed.place, text.length).read() }
  } catch (error) {
    if (!(error instanceof DotFault)) throw error
    return failure(error.id, error.message, lexed.place(error.offset))
  }
}

class DotFault extends Error {
  readonly id: 'malformed' | 'too-deep' | 'too-many'
  readonly offset: number

  constructor(id: 'malformed' | 'too-deep' | 'too-many', message: string, offset: number) {
    super(message)
    this.id = id
    this.offset = offset
  }
}

interface Scope {
  readonly depth: number
  readonly cluster: string | null
  node: Attributes
  edge: Attributes
  /** nodes named within, for edges to and from a subgraph */
  readonly named: Set<string>
  label: Value | null
}

const NOTHING: Attributes = new Map()

class DotParser {
  readonly #tokens: readonly DotToken[]
  readonly #place: (offset: number) => Position
  readonly #length: number
  readonly #nodes = new Map<string, DotNode>()
  readonly #clusters = new Map<string, DotCluster>()
  readonly #edges: DotEdge[] = []
  #at = 0

  constructor(tokens: readonly DotToken[], place: (offset: number) => Position, length: number) {
    this.#tokens = tokens
    this.#place = place
    this.#length = length
  }

  read(): DotGraph {
    this.#keyword('strict')
    if (!this.#keyword('digraph') && !this.#keyword('graph'))
      throw this.#fault('A DOT file begins with “digraph” or “graph”.')
    const name = this.#sees('{') ? '' : this.#id().text
    const scope: Scope = {
      depth: 0,
      cluster: null,
      node: NOTHING,
      edge: NOTHING,
      named: new Set(),
      label: null,
    }
    this.#body(scope)
    return {
      name,
      label: scope.label,
      nodes: [...this.#nodes.values()],
      clusters: [...this.#clusters.values()],
      edges: this.#edges,
    }
  }

  #body(scope: Scope): void {
    this.#expect('{')
    while (!this.#sees('}')) {
      if (this.#at >= this.#tokens.length) throw this.#fault('The file ends before its last “}”.')
      this.#statement(scope)
      while (this.#sees(';') || this.#sees(',')) this.#at++
    }
    this.#at++
  }

  #statement(scope: Scope): void {
    const next = this.#tokens[this.#at + 1]
    for (const kind of ['graph', 'node', 'edge'] as const) {
      if (!this.#isKeyword(kind) || next?.text !== '[' || next.kind !== 'sign') continue
      this.#at++
      const given = this.#attributes()
      if (kind === 'graph') scope.label = given.get('label') ?? scope.label
      else scope[kind] = new Map([...scope[kind], ...given])
      return
    }
    const here = this.#tokens[this.#at]
    if (here?.kind === 'id' && next?.kind === 'sign' && next.text === '=') {
      const name = this.#id().text
      this.#at++
      const value = this.#value()
      if (name.toLowerCase() === 'label') scope.label = value
      return
    }
    const ends = [this.#end(scope)]
    const signs: boolean[] = []
    while (this.#sees('->') || this.#sees('--')) {
      signs.push(this.#tokens[this.#at]?.text === '->')
      this.#at++
      ends.push(this.#end(scope))
    }
    const given = this.#sees('[') ? this.#attributes() : NOTHING
    if (signs.length > 0) this.#connect(ends, signs, new Map([...scope.edge, ...given]))
    else this.#describe(ends[0] ?? [], given)
  }

  /** A node, or a subgraph: the nodes that an edge from here would begin at. */
  #end(scope: Scope): readonly string[] {
    if (this.#isKeyword('subgraph') || this.#sees('{')) return this.#subgraph(scope)
    const offset = this.#tokens[this.#at]?.offset ?? this.#length
    const id = this.#id().text
    for (let ports = 0; ports < 2 && this.#sees(':'); ports++) {
      this.#at++
      this.#id()
    }
    scope.named.add(id)
    if (!this.#nodes.has(id)) {
      const position = this.#place(offset)
      this.#nodes.set(id, { id, attributes: scope.node, cluster: scope.cluster, position })
    } else if (scope.cluster !== null) this.#adopt(id, scope.cluster)
    return [id]
  }

  // an edge above may have named it before the cluster that it belongs to
  #adopt(id: string, cluster: string): void {
    const node = this.#nodes.get(id)
    if (node && node.cluster === null) this.#nodes.set(id, { ...node, cluster })
  }

  #subgraph(outer: Scope): readonly string[] {
    if (outer.depth >= MOST_DEPTH)
      throw new DotFault('too-deep', `Subgraphs lie more than ${MOST_DEPTH} deep.`, this.#offset())
    let name = ''
    if (this.#keyword('subgraph') && !this.#sees('{')) name = this.#id().text
    if (!this.#sees('{')) throw this.#fault('The “{” of a subgraph should stand here.')
    const isCluster = name.toLowerCase().startsWith('cluster')
    if (isCluster && !this.#clusters.has(name))
      this.#clusters.set(name, { id: name, label: null, cluster: outer.cluster })
    const scope: Scope = {
      depth: outer.depth + 1,
      cluster: isCluster ? name : outer.cluster,
      node: outer.node,
      edge: outer.edge,
      named: new Set(),
      label: null,
    }
    this.#body(scope)
    const known = this.#clusters.get(name)
    if (isCluster && known && scope.label) this.#clusters.set(name, { ...known, label: scope.label })
    for (const id of scope.named) outer.named.add(id)
    return [...scope.named]
  }

  #describe(ids: readonly string[], given: Attributes): void {
    if (given.size === 0) return
    for (const id of ids) {
      const node = this.#nodes.get(id)
      if (node) this.#nodes.set(id, { ...node, attributes: new Map([...node.attributes, ...given]) })
    }
  }

  #connect(ends: readonly (readonly string[])[], signs: readonly boolean[], attributes: Attributes): void {
    for (const [i, directed] of signs.entries()) {
      const [from, to] = [ends[i] ?? [], ends[i + 1] ?? []]
      if (this.#edges.length + from.length * to.length > MOST_EDGES)
        throw new DotFault(
          'too-many',
          `There are more than ${MOST_EDGES} arrows in this file.`,
          this.#offset(),
        )
      for (const a of from) for (const b of to) this.#edges.push({ from: a, to: b, directed, attributes })
    }
  }

  #attributes(): Attributes {
    const out = new Map<string, Value>()
    while (this.#sees('[')) {
      this.#at++
      while (!this.#sees(']')) {
        const name = this.#id().text.toLowerCase()
        if (this.#sees('=')) {
          this.#at++
          out.set(name, this.#value())
        } else out.set(name, { text: 'true', html: false })
        while (this.#sees(',') || this.#sees(';')) this.#at++
      }
      this.#at++
    }
    return out
  }

  #value(): Value {
    const { text, kind } = this.#id()
    return { text, html: kind === 'html' }
  }

  /** An id, also one of several quoted pieces with `+` between them. */
  #id(): { readonly text: string; readonly kind: DotToken['kind'] } {
    const token = this.#tokens[this.#at]
    if (!token) throw this.#fault('The file ends in the middle.')
    if (token.kind === 'sign') throw this.#fault(`A name should stand here, not “${token.text}”.`)
    this.#at++
    const pieces = [token.text]
    while (this.#sees('+') && this.#tokens[this.#at + 1]?.kind === 'id') {
      pieces.push(this.#tokens[this.#at + 1]?.text ?? '')
      this.#at += 2
    }
    return { text: pieces.join(''), kind: token.kind }
  }

  #sees(sign: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'sign' && token.text === sign
  }

  #isKeyword(word: string): boolean {
    const token = this.#tokens[this.#at]
    return token?.kind === 'id' && !token.quoted && token.text.toLowerCase() === word
  }

  #keyword(word: string): boolean {
    const is = this.#isKeyword(word)
    if (is) this.#at++
    return is
  }

  #expect(sign: string): void {
    if (!this.#sees(sign)) throw this.#fault(`A “${sign}” should stand here.`)
    this.#at++
  }

  #offset(): number {
    return this.#tokens[this.#at]?.offset ?? this.#length
  }

  #fault(words: string): DotFault {
    return new DotFault('malformed', words, this.#offset())
  }
}

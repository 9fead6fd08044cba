import { failure } from '../result.ts'
import { Places } from '../text/places.ts'
import { Cursor } from './cursor.ts'
import { MermaidFault } from './fault.ts'
import type { Flowchart, FlowEdge, FlowGroup, FlowNode } from './flowchart.ts'
import { type Link, readLink } from './links.ts'
import { readShape } from './shapes.ts'

/** Subgraphs within subgraphs. */
const MOST_DEPTH = 20
/** Edges; `a & b & c --> d & e` makes many of few words. */
const MOST_EDGES = 20_000

/** Reads a Mermaid flowchart; never throws. */
export function parseFlowchart(
  text: string,
): { readonly ok: true; readonly chart: Flowchart } | ReturnType<typeof failure> {
  const places = new Places(text)
  try {
    return { ok: true, chart: new FlowchartParser(text, places).read() }
  } catch (error) {
    if (!(error instanceof MermaidFault)) throw error
    return failure(error.id, error.message, places.at(error.offset))
  }
}

const BLANK = /(?:[\s;]+|%%[^\n]*)/y
const ID = /(?:[\p{L}\p{N}_*/\\#$!?'+]|-(?![-.>=])|\.(?!-)|:(?!::)|=(?!=))+/uy
const LOOKS = /(?:classDef|class|style|linkStyle|direction|accTitle|accDescr)\b/y
const CLICK = /click[ \t]+([^\s"]+)[ \t]+(?:href[ \t]+)?(?:"([^"\n]*)")?/y
const SUBGRAPH = /subgraph(?=[\s;"[]|$)[ \t]*/y
const END = /end(?=[\s;]|$)/y

class FlowchartParser {
  readonly #cursor: Cursor
  readonly #places: Places
  readonly #nodes = new Map<string, FlowNode>()
  readonly #groups = new Map<string, FlowGroup>()
  readonly #edges: FlowEdge[] = []
  readonly #open: { readonly id: string; readonly offset: number }[] = []
  readonly #unread: Flowchart['unread'][number][] = []
  #looks: Flowchart['looks'] = null
  #title = ''

  constructor(text: string, places: Places) {
    this.#cursor = new Cursor(text)
    this.#places = places
  }

  read(): Flowchart {
    this.#header()
    const cursor = this.#cursor
    for (;;) {
      while (cursor.take(BLANK));
      if (cursor.isDone) break
      this.#statement()
    }
    const left = this.#open.at(-1)
    if (left) throw new MermaidFault('malformed', 'This subgraph has no “end”.', left.offset)
    const groups = [...this.#groups.values()]
    return {
      title: this.#title,
      // an arrow may name a subgraph before it is drawn
      nodes: [...this.#nodes.values()].filter((node) => !this.#groups.has(node.id)),
      groups,
      edges: this.#edges,
      looks: this.#looks,
      unread: this.#unread,
    }
  }

  #header(): void {
    const cursor = this.#cursor
    cursor.take(/\s*/y)
    const front = cursor.take(/---[ \t]*\n([\s\S]*?)\n---[ \t]*\n/y)
    this.#title = /^[ \t]*title[ \t]*:[ \t]*(.{1,200})/m.exec(front?.[1] ?? '')?.[1]?.trim() ?? ''
    while (cursor.take(BLANK));
    if (!cursor.take(/(?:graph|flowchart(?:-elk)?)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?/y))
      throw new MermaidFault('malformed', 'Only flowcharts can be read: “flowchart” or “graph”.', cursor.at)
  }

  #statement(): void {
    const cursor = this.#cursor
    const offset = cursor.at
    if (cursor.take(LOOKS)) {
      cursor.line()
      this.#looks = {
        count: (this.#looks?.count ?? 0) + 1,
        first: this.#looks?.first ?? this.#places.at(offset),
      }
      return
    }
    if (cursor.take(SUBGRAPH)) {
      this.#subgraph(offset)
      return
    }
    if (cursor.take(END)) {
      if (this.#open.pop() === undefined)
        throw new MermaidFault('malformed', 'This “end” ends no subgraph.', offset)
      return
    }
    const click = cursor.take(CLICK)
    if (click) {
      this.#click(click[1] ?? '', click[2] ?? '')
      cursor.line()
      return
    }
    if (this.#chain()) return
    cursor.at = offset
    const text = cursor.line().trim().slice(0, 60)
    this.#unread.push({ text, position: this.#places.at(offset) })
  }

  #subgraph(offset: number): void {
    if (this.#open.length >= MOST_DEPTH)
      throw new MermaidFault('too-deep', `Subgraphs lie more than ${MOST_DEPTH} deep.`, offset)
    const cursor = this.#cursor
    const quoted = cursor.take(/"([^"\n]*)"[ \t]*(?=[\n;]|$)/y)
    const plain = quoted ?? cursor.take(/([^\n;"[]*)/y)
    let title = (plain?.[1] ?? '').trim()
    let id = title === '' ? `subgraph ${this.#groups.size + 1}` : title
    if (!quoted && cursor.sees('[')) title = readShape(cursor)?.label ?? title
    cursor.take(/[^\n;]*/y)
    // the same title twice: two places
    while (this.#groups.has(id)) id = `${id} `
    this.#groups.set(id, { id, title: title === '' ? id : title, group: this.#open.at(-1)?.id ?? null })
    this.#open.push({ id, offset })
  }

  /** `a & b --> c -->|words| d`; false where none stands. */
  #chain(): boolean {
    const cursor = this.#cursor
    let from = this.#several()
    if (from.length === 0) return false
    for (;;) {
      const before = cursor.at
      cursor.take(/[ \t]*/y)
      const link = readLink(cursor)
      if (!link) {
        cursor.at = before
        break
      }
      cursor.take(/[ \t\n]*/y)
      const to = this.#several()
      if (to.length === 0) throw new MermaidFault('malformed', 'This arrow leads nowhere.', before)
      this.#connect(from, to, link, before)
      from = to
    }
    cursor.take(/[ \t]*/y)
    if (cursor.isDone || cursor.sees('\n') || cursor.sees(';') || cursor.sees('%%')) return true
    throw new MermaidFault('malformed', 'This was not understood.', cursor.at)
  }

  #several(): string[] {
    const cursor = this.#cursor
    const out: string[] = []
    for (;;) {
      const id = this.#node()
      if (id === null) break
      out.push(id)
      if (!cursor.take(/[ \t]*&[ \t\n]*/y)) break
    }
    return out
  }

  #node(): string | null {
    const cursor = this.#cursor
    const id = cursor.take(ID)?.[0]
    if (id === undefined) return null
    const shaped = readShape(cursor)
    cursor.take(/:::[\w-]+/y)
    const known = this.#nodes.get(id)
    const group = this.#open.at(-1)?.id ?? null
    this.#nodes.set(id, {
      id,
      label: shaped?.label ?? known?.label ?? id,
      shape: shaped?.kind ?? known?.shape ?? null,
      group: known?.group ?? group,
      link: known?.link ?? '',
    })
    return id
  }

  #click(id: string, link: string): void {
    const node = this.#nodes.get(id)
    if (node && link !== '') this.#nodes.set(id, { ...node, link })
  }

  #connect(from: readonly string[], to: readonly string[], link: Link, offset: number): void {
    if (link.hidden) return
    if (this.#edges.length + from.length * to.length > MOST_EDGES)
      throw new MermaidFault('too-many', `There are more than ${MOST_EDGES} arrows in this file.`, offset)
    const { label, heads } = link
    for (const a of from) for (const b of to) this.#edges.push({ from: a, to: b, label, heads })
  }
}

import { apply, type BoardSnapshot, type LayerName, parseCommands, read } from '@second-story/board'
import { countedIds } from '@second-story/std'
import * as Y from 'yjs'
import { importText } from './import-text.ts'
import type { ImportInput, ImportResult } from './result.ts'

type Given = Partial<ImportInput> & { readonly text: string }

/** A board that imports are applied to, for tests. */
export class TestBoard {
  readonly #docs = new Map<LayerName, Y.Doc>([['common', new Y.Doc()]])
  #times = 0

  get board(): BoardSnapshot {
    return read(this.#docs)
  }

  /** Imports and applies what comes of it; the commands must be taken as they are. */
  import(given: Given): ImportResult & { ok: true } {
    const result = importText({ board: this.board, makeId: countedIds(`t${this.#times++}x`), ...given })
    if (!result.ok) throw new Error(result.error.message)
    const parsed = parseCommands(JSON.parse(JSON.stringify(result.commands)))
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const applied = apply(this.#docs, parsed.commands, { now: 1, origin: 'test' })
    if (!applied.ok) throw new Error(applied.refusal.message)
    return result
  }

  apply(commands: unknown): void {
    const parsed = parseCommands(commands)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const applied = apply(this.#docs, parsed.commands, { now: 1, origin: 'test' })
    if (!applied.ok) throw new Error(applied.refusal.message)
  }

  /** The same where somebody also has a layer of their own. */
  applyPrivately(commands: unknown): void {
    if (!this.#docs.has('own')) this.#docs.set('own', new Y.Doc())
    this.apply(commands)
  }

  /** "orders calls payment http", sorted */
  get arrows(): string[] {
    const { items, relations } = this.board
    const name = (id: string): string => {
      const item = items.get(id as never)
      return item && 'name' in item ? item.name : '?'
    }
    return [...relations.values()]
      .map(({ from, to, kind, label }) => `${name(from)} ${kind} ${name(to)} ${label}`.trim())
      .sort()
  }

  /** name of a boundary or frame -> the names of what lies in it, sorted */
  get insides(): Record<string, string[]> {
    const out = new Map<string, string[]>()
    const name = (item: object): string =>
      'name' in item ? String(item.name) : 'text' in item ? String(item.text) : '?'
    for (const item of this.board.items.values()) {
      const parent = item.place?.parent ? this.board.items.get(item.place.parent) : undefined
      if (parent) out.set(name(parent), [...(out.get(name(parent)) ?? []), name(item)].sort())
    }
    return Object.fromEntries(out)
  }

  /** name -> "kind, technology" */
  get components(): Record<string, string> {
    const out: Record<string, string> = {}
    for (const item of this.board.items.values())
      if (item.type === 'component') out[item.name] = [item.kind, item.technology].filter(Boolean).join(', ')
    return out
  }
}

/** What a text gives on an empty board; nothing is applied. */
export function tryImport(given: Given): ImportResult {
  return importText({ board: read(new Map()), makeId: countedIds('t'), ...given })
}

import { countedIds } from '@second-story/std'
import * as Y from 'yjs'
import { type Applied, apply } from '../commands/apply.ts'
import { parseCommands } from '../commands/parse.ts'
import type { LayerName } from '../layers.ts'
import { read } from '../read/read.ts'
import type { BoardSnapshot, Item } from '../snapshot.ts'

/** The id that stands for a short name in tests: `id('a')`. */
export function id(name: string): string {
  return `${name}${'-'.repeat(21)}`.slice(0, 21)
}

/** Documents of some layers and a short way to change them. */
export class TestBoard {
  readonly docs: Map<LayerName, Y.Doc>
  readonly makeId = countedIds('made')
  now = 1_000

  constructor(layers: readonly LayerName[] = ['common'], clientID?: number) {
    this.docs = new Map(layers.map((layer) => [layer, new Y.Doc()]))
    if (clientID !== undefined) for (const doc of this.docs.values()) doc.clientID = clientID
  }

  get common(): Y.Doc {
    return this.docs.get('common') as Y.Doc
  }

  get board(): BoardSnapshot {
    return read(this.docs)
  }

  /** Parses and applies; gives what came of it, refusals included. */
  try(...raw: readonly unknown[]): Applied {
    const parsed = parseCommands(raw)
    if (!parsed.ok) return parsed
    return apply(this.docs, parsed.commands, { now: this.now, origin: 'test' })
  }

  /** Parses and applies; a refusal is a failing test. */
  run(...raw: readonly unknown[]): void {
    const applied = this.try(...raw)
    if (!applied.ok) throw new Error(applied.refusal.message)
  }

  item(name: string): Item | undefined {
    return this.board.items.get(id(name) as never)
  }

  /** Everything the other has, in every layer both hold. */
  hear(other: TestBoard): void {
    for (const [layer, doc] of this.docs) {
      const theirs = other.docs.get(layer)
      if (theirs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)), 'remote')
    }
  }
}

/** A component of that name, as a command. */
export function component(name: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const place = { x: 0, y: 0, w: 144, h: 56 }
  return { do: 'add', id: id(name), type: 'component', fields: { name }, place, ...more }
}

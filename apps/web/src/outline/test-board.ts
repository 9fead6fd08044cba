import {
  type BoardSnapshot,
  History,
  type Item,
  itemId,
  type LayerName,
  LiveBoard,
  parseCommands,
  read,
} from '@second-story/board'
import { countedIds } from '@second-story/std'
import * as Y from 'yjs'

/** A board made by commands, for tests: `add` gives back the id, `shot` the snapshot. */
export class TestBoard {
  readonly docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['own', new Y.Doc()],
  ])
  readonly makeId = countedIds('t')
  readonly #live = new LiveBoard(this.docs, (work) => work())
  readonly #history = new History(this.#live, () => 1_000)

  do(commands: readonly unknown[]): void {
    const parsed = parseCommands(commands)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const applied = this.#history.run(parsed.commands)
    if (!applied.ok) throw new Error(applied.refusal.message)
  }

  add(
    type: Item['type'],
    fields: Record<string, unknown>,
    at?: readonly [number, number],
    layer = 'common',
  ): string {
    const id = this.makeId()
    const place = at ? { x: at[0], y: at[1], w: 144, h: 56 } : null
    this.do([{ do: 'add', id, type, fields, place, layer }])
    return id
  }

  connect(from: string, kind: string, to: string, label = ''): void {
    this.do([{ do: 'connect', id: this.makeId(), from, to, kind, label }])
  }

  /** the snapshot as a browser holds it: what did not change keeps its identity */
  get live(): BoardSnapshot {
    return this.#live.snapshot
  }

  get shot(): BoardSnapshot {
    return read(this.docs)
  }

  item(id: string): Item {
    const found = this.shot.items.get(itemId(id))
    if (!found) throw new Error(`nothing with the id ${id}`)
    return found
  }
}

/** An event's time for tests: minutes past 14:00. */
export function at(minutes: number, order = ''): Record<string, unknown> {
  const iso = new Date(Date.UTC(2026, 2, 3, 14, minutes)).toISOString().replace('.000Z', 'Z')
  return { precision: 'exact', at: iso, end: null, words: '', zone: 'UTC', order }
}

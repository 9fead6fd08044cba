import * as Y from 'yjs'
import { applyMessage, Disk, Stage } from './stage.ts'

/** Two nodes of one layer on one log. What they tell each other waits in `heard` until it is passed on. */
export class TwoNodes {
  readonly disk = new Disk()
  readonly a = new Stage({ nodes: true }, this.disk)
  readonly b = new Stage({ nodes: true }, this.disk)

  constructor() {
    for (const node of [this.a, this.b]) node.handle({ type: 'loaded', stored: this.disk.stored })
  }

  /** The hints that `from` gave so far reach `to`. */
  pass(from: Stage, to: Stage): void {
    for (const effect of from.others.splice(0)) {
      if (effect.type === 'landed' && effect.ours)
        to.handle({ type: 'heard-row', row: effect.row, owners: effect.owners })
      if (effect.type === 'publish-presence')
        to.handle({ type: 'heard-presence', node: 'other', bytes: effect.bytes, whole: effect.whole })
    }
    this.read(to)
  }

  /** Answers a `read`, if there is one. */
  read(node: Stage): boolean {
    const read = node.reads.shift()
    if (read === undefined) return false
    const stored = { ...this.disk.stored, snapshot: null }
    const rows = this.disk.rows.filter((row) => row.n > read.after)
    node.handle({ type: 'caught-up', stored: { ...stored, rows } })
    return true
  }
}

export function author(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

export function write(doc: Y.Doc, key: string, value: unknown): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getMap('items').set(key, value)
  return Y.encodeStateAsUpdate(doc, before)
}

export function seen(node: Stage, id: number): Record<string, unknown> {
  const doc = new Y.Doc()
  for (const bytes of node.raw.get(id) ?? []) applyMessage(doc, bytes)
  return doc.getMap('items').toJSON()
}

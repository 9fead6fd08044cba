import { encodeStep2 } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyMessage, Disk, Stage, session } from '../testing/stage.ts'
import type { Effect } from './effects.ts'

/** Two nodes of one layer on one log. What they tell each other waits in `heard` until it is passed on. */
class TwoNodes {
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

function author(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

function write(doc: Y.Doc, key: string, value: unknown): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getMap('items').set(key, value)
  return Y.encodeStateAsUpdate(doc, before)
}

function seen(node: Stage, id: number): Record<string, unknown> {
  const doc = new Y.Doc()
  for (const bytes of node.raw.get(id) ?? []) applyMessage(doc, bytes)
  return doc.getMap('items').toJSON()
}

describe('rule 11: many nodes', () => {
  it('what one node has stored reaches the people on another as a hint', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    nodes.a.update(1, write(author(7), 'x', 1))
    nodes.a.flush()
    nodes.pass(nodes.a, nodes.b)
    expect(seen(nodes.b, 2)).toEqual({ x: 1 })
    expect(nodes.b.room.head).toBe(1)
  })

  it('a hint that never came is made up for by reading the log, in its order', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    const doc = author(7)
    for (const value of [1, 2, 3]) {
      nodes.a.update(1, write(doc, 'x', value))
      nodes.a.flush()
    }
    const last = nodes.a.others.filter((effect) => effect.type === 'landed').at(-1) as Effect & {
      type: 'landed'
    }
    nodes.b.handle({ type: 'heard-row', row: last.row, owners: last.owners })
    expect(seen(nodes.b, 2)).toEqual({})
    expect(nodes.b.reads).toEqual([{ type: 'read', after: 0 }])
    nodes.read(nodes.b)
    expect(seen(nodes.b, 2)).toEqual({ x: 3 })
  })

  it('a head that is heard of is read up to, once at a time, and again when it goes on', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.a.update(1, write(author(7), 'x', 1))
    nodes.a.flush()
    nodes.b.handle({ type: 'heard-head', head: 1 })
    nodes.b.handle({ type: 'heard-head', head: 1 })
    expect(nodes.b.reads).toHaveLength(1)
    nodes.b.reads.length = 0
    nodes.b.handle({ type: 'read-failed' })
    nodes.b.beat()
    expect(nodes.read(nodes.b)).toBe(true)
    expect(nodes.b.room.head).toBe(1)
    nodes.b.beat()
    expect(nodes.b.reads).toEqual([])
  })

  it('our own append that lands behind rows of others is told, and answered as saved, after them', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    nodes.a.update(1, write(author(7), 'x', 1))
    nodes.a.flush()
    nodes.b.update(2, write(author(8), 'y', 2))
    nodes.b.mark(2, 1)
    nodes.b.tick()
    nodes.b.settle()
    expect(nodes.b.heard.get(2)).toEqual([])
    nodes.read(nodes.b)
    expect(nodes.b.heard.get(2)).toEqual(['update', 'update', 'saved 1'])
    expect(seen(nodes.b, 2)).toEqual({ x: 1, y: 2 })
    nodes.pass(nodes.b, nodes.a)
    expect(seen(nodes.a, 1)).toEqual({ x: 1, y: 2 })
  })

  it('what a client sends again after a change of node is stored twice and taken over once', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1, session('ada'))
    nodes.b.join(2, session('bo'))
    const doc = author(7)
    nodes.a.update(1, write(doc, 'x', 1))
    nodes.a.flush()
    // node b has not heard of it when the same person comes there, with one more edit
    write(doc, 'y', 2)
    nodes.b.open(3, session('ada'))
    nodes.b.send(3, encodeStep2(Y.encodeStateAsUpdate(doc)))
    nodes.b.flush()
    nodes.read(nodes.b)
    expect(seen(nodes.b, 2)).toEqual({ x: 1, y: 2 })
    nodes.pass(nodes.b, nodes.a)
    expect(seen(nodes.a, 1)).toEqual({ x: 1, y: 2 })
    const later = Stage.loaded({}, nodes.disk)
    expect(later.reports).toEqual([])
    later.open(9)
    later.step1(9)
    expect(seen(later, 9)).toEqual({ x: 1, y: 2 })
  })

  it('who says two things under one id on two nodes has said what the log has first, everywhere', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1, session('eve'))
    nodes.b.join(2, session('eve'))
    nodes.a.join(3)
    nodes.b.join(4)
    nodes.a.update(1, write(author(7), 'x', 'first'))
    nodes.b.update(2, write(author(7), 'x', 'second'))
    nodes.a.flush()
    nodes.b.flush()
    nodes.read(nodes.b)
    nodes.pass(nodes.b, nodes.a)
    expect(seen(nodes.a, 3)).toEqual({ x: 'first' })
    expect(seen(nodes.b, 4)).toEqual({ x: 'first' })
    const later = Stage.loaded({}, nodes.disk)
    later.open(9)
    later.step1(9)
    expect(seen(later, 9)).toEqual({ x: 'first' })
  })

  it('a snapshot that another node made stands for rows that are gone before they were read', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    const doc = author(7)
    for (const value of [1, 2, 3]) {
      nodes.a.update(1, write(doc, 'x', value))
      nodes.a.flush()
    }
    nodes.a.compact()
    nodes.b.handle({ type: 'heard-head', head: 3 })
    nodes.b.reads.length = 0
    nodes.b.handle({ type: 'caught-up', stored: { ...nodes.disk.stored, through: 3 } })
    expect(seen(nodes.b, 2)).toEqual({ x: 3 })
    expect(nodes.b.room.head).toBe(3)
    const other = author(8)
    nodes.b.update(2, write(other, 'y', 1))
    nodes.b.flush()
    expect(seen(nodes.b, 2)).toEqual({ x: 3, y: 1 })
  })

  it('a client that is owned by way of one node cannot be written under on another', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1, session('ada'))
    nodes.b.join(2, session('eve'))
    nodes.a.update(1, write(author(7), 'x', 1))
    nodes.a.flush()
    nodes.pass(nodes.a, nodes.b)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.mergeUpdates(nodes.disk.updates))
    forged.clientID = 7
    // it may be what node a has stored and node b has not read: a few times she may come back
    const update = write(forged, 'x', 'forged')
    nodes.b.update(2, update)
    for (let id = 10; id < 16; id++) {
      nodes.b.open(id, session('eve'))
      nodes.b.update(id, update)
    }
    nodes.b.flush()
    expect(nodes.b.closes[0]).toBe('2: 4503 draining')
    expect(nodes.b.closes.at(-1)).toBe('15: 4422 written under the name of another')
    expect(seen(nodes.a, 1)).toEqual({ x: 1 })
  })

  it('who is on one node is seen on the other, who leaves is gone, and who changes nodes stays', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    nodes.a.present(1, 7, 1, { cursor: { x: 1, y: 2 } })
    nodes.a.flush()
    nodes.pass(nodes.a, nodes.b)
    nodes.b.flush()
    expect(nodes.b.take(2).join()).toContain('7@2=')
    nodes.b.open(3)
    expect(nodes.b.take(3).join()).toContain('7@2=')
    nodes.b.present(3, 7, 2, { cursor: { x: 5, y: 6 } })
    nodes.b.flush()
    nodes.b.take(2)
    nodes.a.handle({ type: 'closed', connection: 1 })
    nodes.a.flush()
    nodes.pass(nodes.a, nodes.b)
    nodes.b.flush()
    expect(nodes.b.take(2).join()).not.toContain('null')
    nodes.b.handle({ type: 'closed', connection: 3 })
    nodes.b.flush()
    expect(nodes.b.take(2).join()).toContain('=null')
  })

  it('the people of a node that is heard of no more are gone', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    nodes.a.present(1, 7, 1, {})
    nodes.a.flush()
    nodes.pass(nodes.a, nodes.b)
    nodes.b.flush()
    nodes.b.take(2)
    for (let second = 0; second < 12; second++) nodes.b.beat()
    nodes.b.flush()
    expect(nodes.b.take(2).join()).not.toContain('7@')
    nodes.b.beat(2000)
    nodes.b.flush()
    expect(nodes.b.take(2).join()).toContain('7@2=null')
  })

  it('a node tells everybody there every few seconds, so that a lost word does not last', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1)
    nodes.b.join(2)
    nodes.a.present(1, 7, 1, {})
    nodes.a.flush()
    nodes.a.others.length = 0
    for (let second = 0; second < 5; second++) nodes.a.beat()
    nodes.pass(nodes.a, nodes.b)
    nodes.b.flush()
    expect(nodes.b.take(2).join()).toContain('7@2=')
    nodes.a.handle({ type: 'closed', connection: 1 })
    nodes.a.flush()
    nodes.a.others.length = 0
    nodes.a.handle({ type: 'asked-presence' })
    nodes.pass(nodes.a, nodes.b)
    nodes.b.flush()
    expect(nodes.b.take(2).join()).toContain('7@2=null')
  })
})

describe('rule 3: after a restore', () => {
  it('people bring back what the backup lacks, whosever it is, and then it is as before', () => {
    const disk = new Disk()
    const stage = new Stage({}, disk)
    stage.handle({ type: 'loaded', stored: { ...disk.stored, healing: true } })
    const bo = author(8)
    const ada = author(7)
    Y.applyUpdate(ada, write(bo, 'theirs', 1))
    write(ada, 'mine', 2)
    stage.open(1, session('ada'))
    stage.send(1, encodeStep2(Y.encodeStateAsUpdate(ada)))
    stage.open(2, session('bo'))
    write(bo, 'more', 3)
    stage.send(2, encodeStep2(Y.encodeStateAsUpdate(bo)))
    stage.flush()
    expect(stage.closes).toEqual([])
    const later = Stage.loaded({}, disk)
    later.open(9)
    later.step1(9)
    expect(seen(later, 9)).toEqual({ theirs: 1, mine: 2, more: 3 })
  })
})

describe('rule 3 on many nodes: whose a client is, the log says', () => {
  it('who is taken for another because of a claim that is not stored yet comes back, and is not refused', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1, session('bo'))
    nodes.b.join(2, session('eve'))
    const doc = author(7)
    nodes.a.update(1, write(doc, 'x', 1))
    nodes.a.flush()
    // node b has not heard of it, and takes the client for eve's
    nodes.b.update(2, write(author(7), 'x', 'forged'))
    nodes.b.open(3, session('bo'))
    nodes.b.send(3, encodeStep2(Y.encodeStateAsUpdate(write(doc, 'y', 2) && doc)))
    expect(nodes.b.closes).toEqual(['3: 4503 draining'])
  })
})

describe('rule 11: somebody goes to another node and comes back', () => {
  it('what waits here is stored without what the log holds already, and without a gap', () => {
    const nodes = new TwoNodes()
    nodes.a.join(1, session('ada'))
    const doc = author(7)
    nodes.a.update(1, write(doc, 'x', 1))
    nodes.a.tick()
    // the disk of node a does not answer; she goes on at node b
    nodes.b.join(2, session('ada'))
    write(doc, 'y', 2)
    nodes.b.send(2, encodeStep2(Y.encodeStateAsUpdate(doc)))
    nodes.b.flush()
    nodes.pass(nodes.b, nodes.a)
    // and comes back
    nodes.a.failAppend()
    nodes.a.update(1, write(doc, 'z', 3))
    nodes.a.flush()
    nodes.read(nodes.a)
    const later = Stage.loaded({}, nodes.disk)
    later.open(9)
    later.step1(9)
    expect(later.reports).toEqual([])
    expect(seen(later, 9)).toEqual({ x: 1, y: 2, z: 3 })
  })
})

describe('rule 10 on many nodes', () => {
  it('an older snapshot that comes late takes nothing away', () => {
    const nodes = new TwoNodes()
    const doc = author(7)
    nodes.a.join(1)
    for (const key of ['x', 'y']) {
      nodes.a.update(1, write(doc, key, 1))
      nodes.a.flush()
    }
    const old = { ...nodes.disk.stored, snapshot: Y.encodeStateAsUpdate(doc), rows: [], through: 2 }
    nodes.a.update(1, write(doc, 'z', 1))
    nodes.a.flush()
    nodes.a.compact()
    nodes.a.handle({ type: 'caught-up', stored: old })
    nodes.a.open(2)
    nodes.a.step1(2)
    expect(seen(nodes.a, 2)).toEqual({ x: 1, y: 1, z: 1 })
  })
})

describe('rule 3 on many nodes: what others wrote comes with whoever changes nodes', () => {
  it('before this node has read it: they come back, and are not refused', () => {
    const nodes = new TwoNodes()
    const ada = author(7)
    nodes.b.join(1, session('ada'))
    nodes.b.update(1, write(ada, 'x', 1))
    nodes.b.flush()
    nodes.pass(nodes.b, nodes.a)
    nodes.a.join(2, session('ada'))
    nodes.a.update(2, write(ada, 'y', 1))
    nodes.a.flush()
    // bo has heard of it there, and comes here, where it was not read yet
    nodes.b.open(3, session('bo'))
    nodes.b.send(3, encodeStep2(Y.encodeStateAsUpdate(ada)))
    expect(nodes.b.closes).toEqual(['3: 4503 draining'])
    nodes.pass(nodes.a, nodes.b)
    nodes.b.open(4, session('bo'))
    nodes.b.send(4, encodeStep2(Y.encodeStateAsUpdate(ada)))
    expect(nodes.b.closes).toHaveLength(1)
  })
})

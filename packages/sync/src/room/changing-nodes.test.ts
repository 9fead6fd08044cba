import { encodeStep2 } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Disk, Stage, session } from '../testing/stage.ts'
import { author, seen, TwoNodes, write } from '../testing/two-nodes.ts'

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

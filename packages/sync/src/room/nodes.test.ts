import { encodeStep2 } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Stage, session } from '../testing/stage.ts'
import { author, seen, TwoNodes, write } from '../testing/two-nodes.ts'
import type { Effect } from './effects.ts'

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

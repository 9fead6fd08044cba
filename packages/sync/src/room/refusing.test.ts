import { encodeUpdate } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import { after, forge, garbage, inRoot } from '../testing/forge.ts'
import { Stage, session } from '../testing/stage.ts'
import { someDisk, writer } from '../testing/writer.ts'
import { writeAwareness } from './awareness.ts'

describe('rule 2: hostile content closes the connection that sent it, and no other', () => {
  it.each([
    [
      'itself as its origin',
      encodeUpdate(forge([{ client: 7, clock: 0, structs: [after(7, 0)] }])),
      'circular reference',
    ],
    [
      'an unknown root',
      encodeUpdate(forge([{ client: 7, clock: 0, structs: [inRoot('evil')] }])),
      'unknown root',
    ],
    ['bytes that are no update', encodeUpdate(new Uint8Array([9, 9, 9])), 'ends too early'],
    ['an unknown message', new Uint8Array([55]), 'unknown message'],
    ['nothing at all', new Uint8Array(0), 'ends too early'],
    ['a state vector that is none', new Uint8Array([0, 0, 2, 9, 9]), 'malformed state vector'],
    ['presence that is none', new Uint8Array([1, 3, 1, 7, 1]), 'malformed presence'],
    ['presence that is no JSON', writeAwareness([{ client: 7, clock: 1, json: '{' }]), 'malformed presence'],
  ])('%s', (_name, bytes, reason) => {
    const stage = Stage.loaded()
    const bob = writer(8)
    stage.join(1)
    stage.join(2)
    stage.send(1, bytes)
    expect(stage.closes).toEqual([`1: 4422 ${reason}`])
    expect(stage.reports).toEqual([`refused: ${reason}`])
    bob.items.set('b', 1)
    stage.update(2, bob.take())
    stage.mark(2, 1)
    stage.flush()
    expect(stage.take(2)).toEqual(['update', 'saved 1'])
    stage.update(1, bob.take())
    expect(stage.take(1)).toEqual([])
  })

  it('a row on disk that does not fit is left alone, said, and not folded away', () => {
    const { disk } = someDisk(3)
    disk.rows.push({ n: ++disk.head, bytes: new Uint8Array([255, 255]) })
    disk.rows.push({ n: ++disk.head, bytes: forge([{ client: 99, clock: 4, structs: [garbage(1)] }]) })
    const stage = Stage.loaded({ compactRows: 1 }, disk)
    expect(stage.reports).toEqual(['quarantined: ends too early', 'quarantined: gap'])
    stage.join(1)
    const ann = writer(7)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.flush()
    expect(stage.wantsCompaction).toBe(false)
    expect(disk.rows).toHaveLength(6)
  })
})

describe('rule 3: a Yjs client belongs to the member on whose connection it was first seen', () => {
  it('in an update, and for ever', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    ann.items.set('a', 1)
    stage.join(1, session('ann'))
    stage.update(1, ann.take())
    stage.flush()
    expect([...stage.disk.owners]).toEqual([[7, 'ann']])
    const later = Stage.loaded({}, stage.disk)
    later.join(2, session('eve'))
    later.update(2, forge([{ client: 7, clock: 1, structs: [garbage(3)] }]))
    expect(later.closes).toEqual(['2: 4422 written under the name of another'])
    later.join(3, session('ann'))
    ann.items.set('a', 2)
    later.update(3, ann.take())
    expect(later.closes).toHaveLength(1)
  })

  it('in presence, before a first update', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.join(2, session('eve'))
    stage.present(1, 7, 1, {})
    stage.flush()
    stage.update(2, forge([{ client: 7, clock: 0, structs: [garbage(3)] }]))
    expect(stage.closes).toEqual(['2: 4422 written under the name of another'])
    expect([...stage.disk.owners]).toEqual([[7, 'ann']])
  })
})

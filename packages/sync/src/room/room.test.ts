import { decodeUp, encodeStep2, encodeUpdate } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentOf } from '../document/fold.ts'
import { after, forge, garbage, inRoot } from '../testing/forge.ts'
import { applyMessage, Disk, Stage, session } from '../testing/stage.ts'
import { writeAwareness } from './awareness.ts'

/** A document whose updates are kept, oldest first. */
function writer(client: number): { doc: Y.Doc; items: Y.Map<unknown>; take: () => Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'net') updates.push(update)
  })
  return { doc, items: doc.getMap('items'), take: () => Y.mergeUpdates(updates.splice(0)) }
}

function documentAfter(messages: readonly Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const message of messages) applyMessage(doc, message)
  return doc
}

/** A disk that holds `count` rows and maybe a snapshot below them, and the document that they make. */
function someDisk(count: number): { disk: Disk; doc: Y.Doc } {
  const stage = Stage.loaded()
  const { items, doc, take } = writer(5)
  stage.join(1)
  for (let i = 0; i < count; i++) {
    items.set(`k${i % 4}`, `value ${i}`)
    if (i % 3 === 2) items.delete(`k${(i + 1) % 4}`)
    if (i % 3 === 0) items.set(`d${i}`, 'deleted later')
    if (i % 3 === 2) items.delete(`d${i - 2}`)
    stage.update(1, take())
    stage.flush()
  }
  return { disk: stage.disk, doc }
}

describe('rule 1: load, then sync', () => {
  it('nobody hears anything before the layer is loaded', () => {
    const { disk } = someDisk(3)
    const stage = new Stage({}, disk)
    stage.open(1)
    stage.step1(1)
    stage.beat()
    expect(stage.take(1)).toEqual([])
    stage.handle({ type: 'loaded', stored: disk.stored })
    expect(stage.take(1)).toEqual(['step1', 'presence', 'update', 'update', 'update', 'step2'])
  })

  it('who asks for the layer over and over is cut off; the room and the others go on', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.join(2)
    for (let i = 0; i < 100; i++) stage.step1(1)
    stage.step1(2)
    expect(stage.closes).toEqual(['1: 4529 too-fast'])
    expect(stage.take(1).filter((what) => what === 'step2')).toHaveLength(20)
    expect(stage.take(2)).toContain('step2')
    for (let i = 0; i < 100; i++) {
      stage.beat()
      stage.step1(2)
    }
    expect(stage.closes).toHaveLength(1)
  })

  it('what waits for a layer is bounded, for each connection alone', () => {
    const stage = new Stage()
    stage.open(1)
    stage.open(2)
    for (let i = 0; i < 1100; i++) stage.step1(1)
    stage.step1(2)
    expect(stage.closes).toEqual(['1: 4422 too much at once'])
    stage.handle({ type: 'loaded', stored: new Disk().stored })
    expect(stage.take(2)).toContain('step2')
  })

  it.each([0, 2, 6])(
    'someone empty-handed gets all, with the step 2 last (%i of 6 rows folded)',
    (folded) => {
      const { disk, doc } = someDisk(6)
      const stage = Stage.loaded({}, disk)
      if (folded > 0) {
        stage.compact()
        expect(disk.rows).toEqual([])
      }
      stage.open(2)
      stage.take(2)
      stage.step1(2)
      const heard = [...(stage.heard.get(2) ?? [])]
      expect(heard.at(-1)).toBe('step2')
      const seen = documentAfter(stage.takeRaw(2))
      expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
      expect(seen.store.pendingStructs).toBeNull()
    },
  )

  it('someone up to date gets the step 2 alone, and it carries every deletion', () => {
    const { disk, doc } = someDisk(6)
    const behind = new Y.Doc()
    // the same structs, but none of the deletions
    Y.applyUpdate(behind, Y.encodeStateAsUpdate(doc))
    const stage = Stage.loaded({}, disk)
    stage.join(2)
    stage.step1(2, behind)
    expect(stage.heard.get(2)).toEqual(['step2'])
    const all = Y.createDeleteSetFromStructStore(doc.store)
    const step2 = Y.decodeUpdate(
      (decodeUp(stage.raw.get(2)?.at(-1) as Uint8Array) as { update: Uint8Array }).update,
    )
    expect([...step2.ds.clients.keys()]).toEqual([...all.clients.keys()])
  })

  it('someone who knows the snapshot gets the rows that follow, without a gap where some are known', () => {
    const { disk, doc } = someDisk(4)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    const [one, two] = [writer(11), writer(12)]
    stage.join(1)
    stage.join(2)
    const known = new Y.Doc()
    Y.applyUpdate(known, Y.encodeStateAsUpdate(doc))
    for (const [i, who] of [one, two, one, two, one].entries()) {
      who.items.set(`later${i}`, i)
      const update = who.take()
      if (i < 3) Y.applyUpdate(known, update)
      stage.update(i % 2 === 0 ? 1 : 2, update)
      stage.flush()
    }
    stage.join(3)
    stage.step1(3, known)
    expect(stage.heard.get(3)).toEqual(['update', 'update', 'step2'])
    const seen = documentAfter(stage.takeRaw(3), known)
    expect(seen.getMap('items').get('later4')).toBe(4)
    expect(seen.getMap('items').get('later3')).toBe(3)
    expect(seen.store.pendingStructs).toBeNull()
  })

  it('a row that is known in part leaves no gap before those that follow', () => {
    const stage = Stage.loaded()
    const [one, two] = [writer(11), writer(12)]
    stage.join(1)
    stage.join(2)
    const known = new Y.Doc()
    for (let i = 0; i < 3; i++) {
      one.items.set(`one${i}`, i)
      const update = one.take()
      stage.update(1, update)
      if (i < 2) Y.applyUpdate(known, update)
      if (i === 0) {
        two.items.set('two', 2)
        stage.update(2, two.take())
      }
      stage.flush()
    }
    stage.join(3)
    stage.step1(3, known)
    const seen = documentAfter(stage.takeRaw(3), known)
    expect(seen.store.pendingStructs).toBeNull()
    expect(seen.getMap('items').toJSON()).toEqual({ one0: 0, one1: 1, one2: 2, two: 2 })
  })

  it('someone who knows part of the snapshot gets the difference', () => {
    const { disk, doc } = someDisk(6)
    const part = new Y.Doc()
    const first = disk.rows[0]
    if (first === undefined) throw new Error('no row')
    Y.applyUpdate(part, first.bytes)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    stage.join(2)
    stage.step1(2, part)
    const seen = documentAfter(stage.takeRaw(2), part)
    expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
  })

  it('letters typed before the step 2 are no gap: they are left out, and the mark waits for the step 2', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    ann.items.set('offline', 1)
    const offline = ann.take()
    stage.open(1)
    ann.items.set('typed at once', 2)
    stage.update(1, ann.take())
    stage.mark(1, 1)
    stage.flush()
    expect(stage.closes).toEqual([])
    expect(stage.take(1)).not.toContain('saved 1')
    stage.send(1, encodeStep2(Y.encodeStateAsUpdate(ann.doc)))
    stage.flush()
    expect(stage.take(1)).toContain('saved 1')
    expect(Y.decodeUpdate(stage.disk.rows[0]?.bytes ?? offline).structs.length).toBe(2)
  })

  it('who sends what does not fit after the step 2 is asked again, and refused when that does not help', () => {
    const stage = Stage.loaded()
    stage.join(1)
    const gap = forge([{ client: 7, clock: 5, structs: [garbage(1)] }])
    stage.update(1, gap)
    expect(stage.take(1)).toEqual(['step1'])
    stage.send(1, encodeStep2(gap))
    expect(stage.closes).toEqual(['1: 4422 gap'])
  })
})

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

describe('rule 4: log, then tell', () => {
  it('nobody sees an edit, and nobody is told saved, before it is on disk', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.join(2)
    const ann = writer(7)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.mark(1, 1)
    stage.tick()
    stage.join(3)
    stage.step1(3)
    expect([stage.take(1), stage.take(2)]).toEqual([[], []])
    expect(documentAfter(stage.takeRaw(3)).getMap('items').size).toBe(0)
    stage.settle()
    expect(stage.take(1)).toEqual(['update', 'saved 1'])
    expect(stage.take(2)).toEqual(['update'])
  })

  it('nor a deletion', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.flush()
    ann.items.delete('a')
    stage.update(1, ann.take())
    stage.tick()
    stage.join(2)
    stage.step1(2)
    expect(documentAfter(stage.takeRaw(2)).getMap('items').get('a')).toBe(1)
    stage.settle()
    expect(documentAfter(stage.takeRaw(2)).getMap('items').get('a')).toBeUndefined()
  })

  it('a mark covers what the connection sent before it, whoever else had sent it already', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    ann.items.set('a', 1)
    const update = ann.take()
    stage.join(1, session('ann'))
    stage.update(1, update)
    stage.tick()
    // the connection breaks; on a new one the room has it all, but not yet on disk
    stage.handle({ type: 'closed', connection: 1 })
    stage.join(2, session('ann'))
    stage.update(2, update)
    stage.mark(2, 1)
    expect(stage.take(2)).toEqual([])
    stage.settle()
    expect(stage.take(2)).toEqual(['update', 'saved 1'])
  })

  it('what comes while an append is under way waits for the next', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.mark(1, 1)
    stage.tick()
    ann.items.set('b', 2)
    stage.update(1, ann.take())
    stage.mark(1, 2)
    stage.tick()
    stage.settle()
    expect(stage.take(1)).toEqual(['update', 'saved 1'])
    stage.flush()
    expect(stage.take(1)).toEqual(['update', 'saved 2'])
  })

  it('messages of our own go only to a connection that has sent a mark', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    stage.join(2, session('obs', 'observer'))
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.update(2, forge([{ client: 9, clock: 0, structs: [inRoot('items')] }]))
    stage.flush()
    expect([...stage.take(1), ...stage.take(2)].filter((word) => /saved|refused/.test(word))).toEqual([])
  })

  it('a mark with nothing before it is answered at once', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.mark(1, 9)
    expect(stage.take(1)).toEqual(['saved 9'])
  })
})

describe('rule 5: one tick', () => {
  it('what arrives within a tick leaves as one update and one presence message, in the same bytes for all', () => {
    const stage = Stage.loaded()
    const [ann, bob] = [writer(7), writer(8)]
    for (const id of [1, 2, 3]) stage.join(id)
    for (let i = 0; i < 5; i++) {
      ann.items.set(`a${i}`, i)
      stage.update(1, ann.take())
      bob.items.set(`b${i}`, i)
      stage.update(2, bob.take())
      stage.present(1, 7, i + 1, { cursor: { x: i, y: 0 } })
    }
    stage.present(2, 8, 1, {})
    stage.flush()
    expect(stage.take(3).map((word) => word.split(' ')[0])).toEqual(['presence', 'update'])
    expect(stage.disk.rows).toHaveLength(1)
    const [one, two] = [stage.raw.get(1)?.slice(-2), stage.raw.get(2)?.slice(-2)]
    expect(one?.[0]).toBe(two?.[0])
    expect(one?.[1]).toBe(two?.[1])
    expect(documentAfter(stage.takeRaw(3)).getMap('items').size).toBe(10)
  })

  it('an update that adds nothing wakes nobody', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 1)
    const update = ann.take()
    stage.update(1, update)
    stage.flush()
    stage.update(1, update)
    expect(stage.isAwake).toBe(false)
  })
})

describe('rule 6: presence is the server’s word', () => {
  const user = (account: string, role: string): object => ({
    account,
    name: account.toUpperCase(),
    colour: 1,
    role,
    kind: 'member',
  })

  it('identity comes from the session, and a client may say only what presence holds', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.join(2)
    stage.present(1, 7, 1, {
      cursor: { x: 1, y: 2 },
      user: { name: 'Boss', role: 'owner' },
      mood: 'x',
      walking: 'event',
    })
    stage.flush()
    const told = { cursor: { x: 1, y: 2 }, user: user('ann', 'participant') }
    expect(stage.take(2)).toEqual([`presence 7@2=${JSON.stringify(told)}`])
  })

  it.each([
    ['owner', true],
    ['facilitator', true],
    ['deputy', true],
    ['agent', false],
    ['participant', false],
    ['observer', false],
  ] as const)('who walks the events: %s', (role, may) => {
    const stage = Stage.loaded()
    stage.join(1, session('ann', role))
    stage.present(1, 7, 1, { walking: 'event' })
    stage.flush()
    expect(stage.take(1).join().includes('walking')).toBe(may)
  })

  it("others' states, which stock clients echo, are passed over", () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.join(2, session('bob'))
    stage.present(1, 7, 1, {})
    stage.present(2, 8, 1, {})
    stage.flush()
    stage.take(1)
    stage.present(2, 7, 99, { cursor: { x: 6, y: 6 } })
    stage.present(2, 7, 99, null)
    stage.present(2, 55, 1, {})
    stage.flush()
    expect(stage.take(1)).toEqual([])
    expect([...stage.disk.owners].sort()).toEqual([
      [7, 'ann'],
      [8, 'bob'],
    ])
  })

  it('a client that hears its own state and sends it back makes no news', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 3, {})
    stage.flush()
    stage.present(1, 7, 4, { user: user('ann', 'participant') })
    expect(stage.isAwake).toBe(false)
    stage.present(1, 7, 5, {})
    stage.flush()
    expect(stage.take(1).at(-1)).toMatch(/^presence 7@5=/)
  })

  it('who leaves is taken away; who comes sees everybody, a newcomer at clock 0 included', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 0, {})
    stage.flush()
    stage.open(2)
    expect(stage.take(2)).toEqual([
      'step1',
      `presence 7@1=${JSON.stringify({ user: user('ann', 'participant') })}`,
    ])
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    expect(stage.take(2)).toEqual(['presence 7@1=null'])
  })

  it('a state that is not renewed expires', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.join(2)
    stage.present(1, 7, 1, {})
    stage.flush()
    stage.take(2)
    stage.beat(44_000)
    stage.flush()
    expect(stage.take(2)).toEqual(['presence'])
    stage.beat(2000)
    stage.flush()
    expect(stage.take(2)).toEqual(['presence 7@2=null'])
  })

  it('a change of role is told', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 1, {})
    stage.flush()
    stage.take(1)
    stage.handle({ type: 'access', connection: 1, session: session('ann', 'observer') })
    stage.flush()
    expect(stage.take(1)).toEqual([`presence 7@3=${JSON.stringify({ user: user('ann', 'observer') })}`])
  })

  it('it lives on common alone', () => {
    const stage = Stage.loaded({ presence: false })
    stage.open(1)
    stage.join(2)
    stage.present(1, 7, 1, {})
    stage.send(1, new Uint8Array([3]))
    stage.flush()
    expect([...stage.take(1), ...stage.take(2)].filter((word) => word.startsWith('presence'))).toEqual([])
  })

  it('every client hears something at least every 25 s', () => {
    const stage = Stage.loaded({ presence: false })
    stage.join(1)
    let silence = 0
    for (let second = 0; second < 100; second++) {
      stage.beat(1000)
      silence = stage.take(1).length > 0 ? 0 : silence + 1
      expect(silence).toBeLessThan(25)
    }
  })

  it('more than presence may hold is dropped', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.present(1, 7, 1, { typing: 'x'.repeat(70_000) })
    stage.tick()
    expect(stage.take(1)).toEqual([])
    expect(stage.closes).toEqual([])
  })
})

describe('rule 7: readers cannot write', () => {
  const observer = session('obs', 'observer')

  it('what a reader adds is dropped, denied once, and answered 103 at the next mark; the connection stays', () => {
    const stage = Stage.loaded()
    const obs = writer(9)
    stage.join(1, observer)
    obs.items.set('a', 1)
    stage.update(1, obs.take())
    obs.items.set('a', 2)
    stage.update(1, obs.take())
    stage.mark(1, 1)
    stage.mark(1, 2)
    stage.flush()
    expect(stage.take(1)).toEqual(['denied', 'refused 1 reader', 'saved 2'])
    expect(stage.closes).toEqual([])
    expect(stage.disk.rows).toEqual([])
  })

  it('a step 2 that adds nothing is fine, though deletions of keys follow that nobody sent', () => {
    const stage = Stage.loaded()
    const [ann, bob] = [writer(7), writer(8)]
    for (const id of [1, 2]) stage.join(id)
    // both set one key at the same time: everybody's copy deletes the loser, and no update says so
    ann.items.set('k', 'ann')
    bob.items.set('k', 'bob')
    stage.update(1, ann.take())
    stage.update(2, bob.take())
    stage.flush()
    stage.open(3, observer)
    stage.step1(3)
    const seen = documentAfter(stage.takeRaw(3))
    stage.send(3, encodeStep2(Y.encodeStateAsUpdate(seen)))
    stage.mark(3, 1)
    expect(stage.take(3)).toEqual(['saved 1', 'reached 0.1'])
  })

  it('a deletion of what is on its way to disk is not', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('k', 'ann')
    stage.update(1, ann.take())
    stage.join(3, observer)
    stage.update(3, forge([], [[7, 0, 1]]))
    expect(stage.take(3)).toEqual(['denied'])
    stage.flush()
    stage.join(2)
    stage.step1(2)
    expect(documentAfter(stage.takeRaw(2)).getMap('items').get('k')).toBe('ann')
  })

  it('but a deletion of their own is not', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('k', 'ann')
    stage.update(1, ann.take())
    stage.flush()
    stage.join(3, observer)
    stage.update(3, forge([], [[7, 0, 1]]))
    stage.mark(3, 1)
    expect(stage.take(3)).toEqual(['denied', 'refused 1 reader'])
  })

  it('a reader who asks over and over for a document to be built gets a few, then one a minute', () => {
    const stage = Stage.loaded()
    const [ann, bob] = [writer(7), writer(8)]
    for (const id of [1, 2]) stage.join(id)
    ann.items.set('k', 'ann')
    bob.items.set('k', 'bob')
    stage.update(1, ann.take())
    stage.update(2, bob.take())
    stage.flush()
    // deletes what is there, again and again; each mark would begin it anew
    stage.join(3, observer)
    for (let n = 1; n <= 20; n++) {
      stage.update(3, forge([], [[8, 0, 1]]))
      stage.mark(3, n)
    }
    // now what adds nothing is no longer looked at either, from this account
    const follows = forge([], [[7, 0, 1]])
    stage.update(3, follows)
    stage.mark(3, 21)
    expect(stage.take(3).slice(-2)).toEqual(['denied', 'refused 21 reader'])
    stage.now += 60_000
    stage.update(3, follows)
    stage.mark(3, 22)
    expect(stage.take(3)).toEqual(['saved 22'])
  })

  it('a change of role takes effect on an open connection', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1, session('ann'))
    stage.handle({ type: 'access', connection: 1, session: session('ann', 'observer') })
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.flush()
    expect(stage.disk.rows).toEqual([])
    stage.handle({ type: 'access', connection: 1, session: session('ann') })
    ann.items.set('b', 2)
    stage.take(1)
    stage.update(1, ann.take())
    // what was dropped before is missing now: the room asks for it
    expect(stage.take(1)).toEqual(['step1'])
    stage.send(1, encodeStep2(Y.encodeStateAsUpdate(ann.doc)))
    stage.flush()
    expect(stage.disk.rows).toHaveLength(1)
  })

  it.each([true, false])(
    'a mark is refused for what came before it, not for what came after (stored first: %s)',
    (first) => {
      const stage = Stage.loaded()
      const ann = writer(7)
      stage.join(1, session('ann'))
      ann.items.set('taken', 1)
      stage.update(1, ann.take())
      stage.mark(1, 1)
      stage.handle({ type: 'access', connection: 1, session: session('ann', 'observer') })
      ann.items.set('dropped', 2)
      stage.update(1, ann.take())
      if (first) stage.flush()
      stage.mark(1, 2)
      stage.mark(1, 3)
      stage.flush()
      expect(stage.take(1)).toEqual(['denied', 'update', 'saved 1', 'refused 2 reader', 'saved 3'])
    },
  )

  it('who becomes a reader while something is left out is answered all the same', () => {
    const stage = Stage.loaded()
    stage.open(1, session('ann'))
    stage.update(1, forge([{ client: 7, clock: 5, structs: [garbage(1)] }]))
    stage.mark(1, 1)
    stage.handle({ type: 'access', connection: 1, session: session('ann', 'observer') })
    stage.take(1)
    stage.send(1, encodeStep2(forge([{ client: 7, clock: 0, structs: [garbage(6)] }])))
    stage.mark(1, 2)
    expect(stage.take(1)).toEqual(['denied', 'refused 1 reader', 'refused 2 reader'])
  })

  it('presence of a reader works', () => {
    const stage = Stage.loaded()
    stage.join(1, observer)
    stage.present(1, 9, 1, {})
    stage.flush()
    expect(stage.take(1).join()).toContain('"role":"observer"')
  })
})

describe('rule 9: nothing is forgotten that is not on disk', () => {
  it('a failed append keeps everything, tells nobody, and goes out with what came after', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.mark(1, 1)
    stage.tick()
    stage.failAppend()
    ann.items.set('b', 2)
    stage.update(1, ann.take())
    stage.mark(1, 2)
    expect(stage.take(1)).toEqual([])
    expect(stage.room.hasWork).toBe(true)
    stage.flush()
    expect(stage.take(1)).toEqual(['update', 'saved 2'])
    expect(stage.disk.rows).toHaveLength(1)
    expect([...stage.disk.owners]).toEqual([[7, 'm1']])
  })

  it('while the disk is left alone, presence goes on and nothing is appended', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.present(1, 7, 1, {})
    stage.handle({ type: 'tick', mayStore: false })
    expect(stage.append).toBeNull()
    expect(stage.take(1)).toHaveLength(1)
  })

  it('a room rests only when nobody is here and everything is on disk', () => {
    const stage = Stage.loaded({ lingerMs: 5000 })
    const ann = writer(7)
    stage.join(1)
    stage.beat(10_000)
    expect(stage.wantsUnload).toBe(false)
    ann.items.set('a', 1)
    stage.update(1, ann.take())
    stage.handle({ type: 'closed', connection: 1 })
    stage.beat(10_000)
    expect(stage.wantsUnload).toBe(false)
    stage.tick()
    stage.beat(10_000)
    expect(stage.wantsUnload).toBe(false)
    stage.settle()
    stage.beat(10_000)
    expect(stage.wantsUnload).toBe(true)
  })

  it('and not while somebody has just come back', () => {
    const stage = Stage.loaded({ lingerMs: 5000 })
    stage.join(1)
    stage.handle({ type: 'closed', connection: 1 })
    stage.open(2)
    stage.beat(10_000)
    expect(stage.wantsUnload).toBe(false)
  })
})

describe('rule 10: compaction', () => {
  it('how deep things are nested is known after loading a snapshot, and after the server wrote', () => {
    const deep = (doc: Y.Doc, levels: number): void => {
      let map = doc.getMap('items')
      for (let next = map.get('k'); next instanceof Y.Map; next = map.get('k')) map = next
      doc.transact(() => {
        for (let i = 0; i < levels; i++) {
          const inner = new Y.Map<unknown>()
          map.set('k', inner)
          map = inner
        }
      })
    }
    const before = Stage.loaded()
    before.join(1)
    const ann = writer(7)
    deep(ann.doc, 200)
    before.update(1, ann.take())
    before.flush()
    before.compact()
    const stage = Stage.loaded({}, before.disk)
    stage.join(1)
    const server = writer(3)
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(ann.doc), 'net')
    deep(server.doc, 50)
    const written = server.take()
    stage.handle({ type: 'write', update: written })
    Y.applyUpdate(ann.doc, written, 'net')
    deep(ann.doc, 7)
    stage.update(1, ann.take())
    expect(stage.closes).toEqual(['1: 4422 nested too deeply'])
  })

  it('folds a long log, and never loses what is appended meanwhile', () => {
    const stage = Stage.loaded({ compactRows: 3 })
    const ann = writer(7)
    stage.join(1)
    for (let i = 0; i < 4; i++) {
      ann.items.set('a', `value ${i}`)
      stage.update(1, ann.take())
      stage.flush()
    }
    expect(stage.wantsCompaction).toBe(true)
    const snapshotOf = stage.room.storedUpdates
    const through = stage.room.head
    ann.items.set('b', 'meanwhile')
    stage.update(1, ann.take())
    stage.flush()
    const folded = Y.mergeUpdates(snapshotOf)
    stage.disk.snapshot = folded
    stage.disk.rows = stage.disk.rows.filter((row) => row.n > through)
    stage.handle({ type: 'compacted', snapshot: folded, through })
    stage.join(2)
    stage.step1(2)
    const expected = { a: 'value 3', b: 'meanwhile' }
    expect(documentAfter(stage.takeRaw(2)).getMap('items').toJSON()).toEqual(expected)
    const later = Stage.loaded({}, stage.disk)
    later.join(3)
    later.step1(3)
    expect(documentAfter(later.takeRaw(3)).getMap('items').toJSON()).toEqual(expected)
  })

  it('rule 4: does not let out a deletion that is on its way to disk meanwhile', () => {
    const stage = Stage.loaded()
    const ann = writer(7)
    stage.join(1)
    ann.items.set('a', 'still here')
    stage.update(1, ann.take())
    stage.flush()
    ann.items.delete('a')
    stage.update(1, ann.take())
    stage.compact()
    stage.join(2)
    stage.step1(2)
    expect(documentAfter(stage.takeRaw(2)).getMap('items').get('a')).toBe('still here')
  })

  it('holds a long log in few pieces that say the same', () => {
    const { disk, doc } = someDisk(200)
    const stage = Stage.loaded({}, disk)
    expect(stage.room.storedUpdates.length).toBeLessThan(24)
    stage.join(2)
    stage.step1(2)
    const seen = documentAfter(stage.takeRaw(2))
    expect(seen.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
    expect(Y.encodeStateVector(seen)).toEqual(Y.encodeStateVector(doc))
    expect(documentOf(stage.room.storedUpdates).getMap('items').toJSON()).toEqual(
      doc.getMap('items').toJSON(),
    )
  })

  it('is asked for when nobody has written for a moment, of many rows or of large ones', () => {
    const asked = (rows: number, letters: number): boolean => {
      const stage = Stage.loaded({ restRows: 5 })
      const ann = writer(7)
      stage.join(1)
      for (let i = 0; i < rows; i++) {
        ann.items.set('a', `${i}`.repeat(letters))
        stage.update(1, ann.take())
        stage.flush()
      }
      stage.beat(1500)
      expect(stage.wantsCompaction).toBe(false)
      stage.beat(1500)
      return stage.wantsCompaction
    }
    expect([asked(5, 10), asked(6, 10), asked(2, 20_000)]).toEqual([false, true, true])
  })

  it('that fails is left alone for a while', () => {
    const stage = Stage.loaded({ compactRows: 3, restRows: 5 })
    const ann = writer(7)
    stage.join(1)
    const asked: number[] = []
    for (let i = 0; i < 12; i++) {
      ann.items.set('a', i)
      stage.update(1, ann.take())
      stage.flush()
      if (!stage.wantsCompaction) continue
      asked.push(i)
      stage.wantsCompaction = false
      stage.handle({ type: 'compact-failed' })
    }
    expect(asked).toEqual([3, 8])
  })

  it('lets go of what was overwritten', () => {
    const { disk } = someDisk(40)
    const stage = Stage.loaded({}, disk)
    stage.compact()
    const text = new TextDecoder().decode(disk.snapshot ?? new Uint8Array())
    expect(text).toContain('value 39')
    expect(text).not.toContain('value 5')
  })
})

describe('rule 14: the server’s own hand', () => {
  it('is logged, then told, like any other', () => {
    const stage = Stage.loaded()
    const hand = writer(1000)
    stage.join(1)
    hand.items.set('log', 'entry')
    stage.handle({ type: 'write', update: hand.take() })
    expect(stage.room.accepted).toBe(1)
    stage.tick()
    expect(stage.take(1)).toEqual([])
    stage.settle()
    expect(stage.take(1)).toEqual(['update'])
    expect(stage.room.stored).toBe(1)
  })

  it('and nobody writes under its client', () => {
    const stage = Stage.loaded()
    const hand = writer(1000)
    hand.items.set('log', 'entry')
    stage.handle({ type: 'write', update: hand.take() })
    stage.join(1)
    stage.update(1, forge([{ client: 1000, clock: 1, structs: [garbage(1)] }]))
    expect(stage.closes).toEqual(['1: 4422 written under the name of another'])
  })
})

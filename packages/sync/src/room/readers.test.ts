import { encodeStep2 } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forge, garbage } from '../testing/forge.ts'
import { Stage, session } from '../testing/stage.ts'
import { documentAfter, writer } from '../testing/writer.ts'

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

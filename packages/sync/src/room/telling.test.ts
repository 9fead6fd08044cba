import { describe, expect, it } from 'vitest'
import { forge, inRoot } from '../testing/forge.ts'
import { Stage, session } from '../testing/stage.ts'
import { documentAfter, writer } from '../testing/writer.ts'

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

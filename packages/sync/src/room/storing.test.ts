import { describe, expect, it } from 'vitest'
import { forge, garbage } from '../testing/forge.ts'
import { Stage } from '../testing/stage.ts'
import { writer } from '../testing/writer.ts'

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

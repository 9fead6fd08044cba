import { type ItemId, itemId } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { litBy } from './neighbours.ts'
import { Scene } from './scene.ts'

const at = (x: number, y: number, parent: string | null = null) => ({
  x,
  y,
  w: 100,
  h: 50,
  parent,
  order: '',
})
const id = (name: string): ItemId => itemId(idOf(name))

function scene() {
  const live = boardWith(
    [
      { id: 'zone', type: 'boundary', place: { ...at(0, 0), w: 400, h: 300 } },
      { id: 'a', place: at(20, 20, 'zone') },
      { id: 'b', place: at(200, 20, 'zone') },
      { id: 'c', place: at(600, 20) },
      { id: 'nowhere' },
      { id: 'f', type: 'factor', place: at(900, 0) },
    ],
    [
      ['a', 'calls', 'b'],
      ['b', 'calls', 'c'],
      ['f', 'about', 'a'],
      ['a', 'depends-on', 'c'],
    ],
  )
  const made = new Scene()
  made.take(live.snapshot, null)
  return { live, made }
}

describe('the scene', () => {
  it('holds what lies on the map, containers painted first', () => {
    const { made } = scene()
    expect(made.items.has(id('nowhere'))).toBe(false)
    expect(made.painted()[0]?.id).toBe(id('zone'))
  })

  it('draws arrows, but neither chips nor start-up order', () => {
    const { made } = scene()
    expect([...made.arrows.keys()]).toEqual([idOf('a-b'), idOf('b-c')])
    expect(made.arrowsOf(id('b')).length).toBe(2)
  })

  it('carries what lies inside along with a held boundary, and puts it back', () => {
    const { made } = scene()
    const moved = made.hold(new Map([[id('zone'), { x: 50, y: 10 }]]))
    expect([...moved].map((one) => [one.id, one.x, one.y])).toEqual([
      [id('zone'), 50, 10],
      [id('a'), 70, 30],
      [id('b'), 250, 30],
    ])
    made.release([id('zone')])
    expect(made.items.get(id('a'))?.x).toBe(20)
  })

  it('keeps a held thing under the hand while others change the board', () => {
    const { live, made } = scene()
    made.hold(new Map([[id('c'), { x: 1, y: 2 }]]))
    made.take(live.snapshot, null)
    expect(made.items.get(id('c'))?.x).toBe(1)
  })

  it('resizes a boundary without moving what is in it', () => {
    const { made } = scene()
    made.hold(new Map([[id('zone'), { x: -50, y: 0, w: 450, h: 300 }]]))
    expect(made.items.get(id('a'))?.x).toBe(20)
  })
})

describe('what a selection lights', () => {
  it('lights neighbours, chips included, and the arrows between them', () => {
    const { live } = scene()
    const lit = litBy(live.snapshot, new Set([id('a')]), new Set())
    expect([...(lit?.items ?? [])].sort()).toEqual([id('a'), id('b'), id('c'), id('f')].sort())
    expect(lit?.relations.has(idOf('a-b') as never)).toBe(true)
  })

  it('lights what lies in a selected boundary', () => {
    const { live } = scene()
    expect(litBy(live.snapshot, new Set([id('zone')]), new Set())?.items.has(id('b'))).toBe(true)
  })

  it('dims nothing when nothing is selected, or only what is gone', () => {
    const { live } = scene()
    expect(litBy(live.snapshot, new Set(), new Set())).toBeNull()
    expect(litBy(live.snapshot, new Set([id('gone')]), new Set())).toBeNull()
  })
})

import { type ItemId, itemId } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { Scene } from '../scene/scene.ts'
import { Light } from './light.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const place = { x: 0, y: 0, w: 144, h: 56, parent: null, order: '' }

function start(): Light {
  const live = boardWith([
    { id: 'a', place },
    { id: 'b', place },
    { id: 'f', type: 'factor', fields: { text: 'late' }, place },
  ])
  const scene = new Scene()
  scene.take(live.snapshot, null)
  return new Light(scene)
}

const lit = (...names: string[]) => ({ items: new Set(names.map(id)), relations: new Set<never>() })

describe('what is bright on the map', () => {
  it('is everything, until something is lit', () => {
    const light = start()
    expect([light.of(id('a')), light.of(id('f'))]).toEqual([1, 1])
    light.set(lit('a'), 0)
    expect([light.of(id('a')), light.of(id('b')), light.ofTheRest]).toEqual([1, 0.3, 0.3])
  })

  it('is one of the two areas when the switch says so', () => {
    const light = start()
    light.show('factors')
    expect([light.of(id('a')), light.of(id('f'))]).toEqual([0.3, 1])
  })

  it('fades in and out, and comes to an end', () => {
    const light = start()
    light.set(lit('a'), 1_000)
    expect(light.fading(id('b'), 1_000)).toBe(1)
    expect(light.fading(id('b'), 1_110)).toBeCloseTo(0.65)
    expect(light.fading(id('a'), 1_110)).toBe(1)
    expect(light.goesOn(1_110)).toBe(true)
    light.goesOn(1_300)
    expect(light.goesOn(1_301)).toBe(false)
    expect(light.fading(id('b'), 1_301)).toBe(0.3)
    light.set(null, 2_000)
    expect(light.fading(id('b'), 2_110)).toBeCloseTo(0.65)
  })
})

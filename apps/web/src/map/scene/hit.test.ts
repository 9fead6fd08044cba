import { type ItemId, itemId } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { Gallery } from '../drawing/gallery.ts'
import { hitAt } from './hit.ts'
import { Scene } from './scene.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const at = (x: number, y: number, w = 144, h = 56) => ({ x, y, w, h, parent: null, order: '' })

function start() {
  const scene = new Scene()
  scene.take(
    boardWith(
      [
        { id: 'zone', type: 'boundary', fields: { name: 'Production' }, place: at(0, 0, 700, 300) },
        { id: 'a', fields: { name: 'orders' }, place: at(50, 100) },
        { id: 'b', fields: { name: 'payment' }, place: at(400, 100) },
      ],
      [['a', 'calls', 'b']],
    ).snapshot,
    null,
  )
  const gallery = new Gallery(scene)
  const look = { zoom: 1, selected: null, arrow: null, touch: false }
  const hit = (x: number, y: number, more = {}) => hitAt(scene, gallery, { x, y }, { ...look, ...more })
  return { scene, hit }
}

describe('what is under the pointer', () => {
  it('is a thing before an arrow, an arrow before the boundary they lie in', () => {
    const { hit } = start()
    expect(hit(60, 110)).toEqual({ on: 'item', id: id('a') })
    expect(hit(300, 128)).toEqual({ on: 'arrow', id: idOf('a-b') })
    expect(hit(300, 220)).toEqual({ on: 'inside', id: id('zone') })
    expect(hit(900, 220)).toEqual({ on: 'ground' })
  })

  it('is the boundary itself on its edge and on its label', () => {
    const { hit } = start()
    expect(hit(698, 200)).toEqual({ on: 'item', id: id('zone') })
    expect(hit(40, -4)).toEqual({ on: 'item', id: id('zone') })
  })

  it('is a knob or a corner of what is selected alone', () => {
    const { scene, hit } = start()
    const selected = scene.items.get(id('a')) ?? null
    expect(hit(194, 128, { selected })).toEqual({ on: 'knob', id: id('a'), side: 'right' })
    expect(hit(50, 100, { selected })).toEqual({ on: 'handle', id: id('a'), corner: 'nw' })
    expect(hit(194, 128)).toEqual({ on: 'item', id: id('a') })
  })

  it('is the end of a selected arrow, wider for a finger', () => {
    const { hit } = start()
    expect(hit(385, 128, { arrow: idOf('a-b') })).toEqual({ on: 'arrow', id: idOf('a-b') })
    expect(hit(385, 128, { arrow: idOf('a-b'), touch: true })).toEqual({
      on: 'end',
      id: idOf('a-b'),
      end: 'to',
    })
  })
})

import { apply, type ItemId, itemId, LiveBoard, parseCommands } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { Scene } from '../scene/scene.ts'
import { moveCommands, topsOf } from './move.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const at = (x: number, y: number, parent: string | null = null) => ({
  x,
  y,
  w: 144,
  h: 56,
  parent,
  order: '',
})

function start() {
  const live = boardWith([
    { id: 'zone', type: 'boundary', place: { ...at(100, 100), w: 400, h: 300 } },
    { id: 'inner', type: 'boundary', place: { ...at(20, 20, 'zone'), w: 200, h: 120 } },
    { id: 'a', place: at(900, 0) },
    { id: 'b', place: at(40, 180, 'zone') },
  ])
  const scene = new Scene()
  scene.take(live.snapshot, null)
  const run = (commands: unknown[]) => {
    const parsed = parseCommands(commands)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const applied = apply(live.docs, parsed.commands, { now: 0, origin: 'test' })
    if (!applied.ok) throw new Error(applied.refusal.message)
    const fresh = new LiveBoard(live.docs, (work) => work())
    return (name: string) => fresh.snapshot.items.get(id(name))?.place
  }
  return { scene, run }
}

describe('moving on the map', () => {
  it('adopts what is dropped into a boundary, the innermost one', () => {
    const { scene, run } = start()
    const place = run(moveCommands(scene, new Map([[id('a'), { x: 130, y: 130, w: 144, h: 56 }]])))
    expect(place('a')).toMatchObject({ x: 130, y: 130, parent: id('inner') })
  })

  it('lets go of what is dragged out', () => {
    const { scene, run } = start()
    const place = run(moveCommands(scene, new Map([[id('b'), { x: 700, y: 40, w: 144, h: 56 }]])))
    expect(place('b')).toMatchObject({ x: 700, y: 40, parent: null })
  })

  it('carries what lies in a boundary by moving the boundary alone', () => {
    const { scene, run } = start()
    const place = run(moveCommands(scene, new Map([[id('zone'), { x: 0, y: 0, w: 400, h: 300 }]])))
    expect(place('b')).toMatchObject({ x: 40, y: 180 })
    expect(place('inner')).toMatchObject({ x: 20, y: 20, parent: id('zone') })
  })

  it('never puts a boundary into what lies in it', () => {
    const { scene, run } = start()
    const place = run(moveCommands(scene, new Map([[id('zone'), { x: 130, y: 130, w: 400, h: 300 }]])))
    expect(place('zone')?.parent).toBeNull()
  })

  it('writes the size to which a hand has pulled it', () => {
    const { scene, run } = start()
    const box = { x: 900, y: 0, w: 208, h: 96 }
    scene.hold(new Map([[id('a'), box]]))
    const place = run(moveCommands(scene, new Map([[id('a'), box]]), false))
    expect(place('a')).toMatchObject(box)
  })

  it('moves only the tops of a selection', () => {
    const { scene } = start()
    expect(topsOf(scene, [id('zone'), id('inner'), id('b'), id('a')])).toEqual([id('zone'), id('a')])
  })
})

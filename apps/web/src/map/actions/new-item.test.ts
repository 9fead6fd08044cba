import { type ItemId, type ItemTypeName, itemId, parseCommands } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardWith, idOf } from '../board-for-tests.ts'
import { encloses, overlaps } from '../geometry/box.ts'
import { Scene } from '../scene/scene.ts'
import { linkCommands, usualLink } from './link.ts'
import { blankItem, draftCommands, draftOf, growingLink } from './new-item.ts'
import { nextSpot, openSpot } from './open-spot.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const at = (x: number, y: number, w = 144, h = 56) => ({ x, y, w, h, parent: null, order: '' })

function start() {
  const live = boardWith([
    { id: 'zone', type: 'boundary', place: at(0, 0, 400, 300) },
    { id: 'a', fields: { name: 'orders' }, place: at(500, 0) },
    { id: 'b', fields: { name: 'payment' }, place: at(716, 0) },
    { id: 'f', type: 'factor', fields: { text: 'Nobody looked' }, place: at(0, 500) },
    { id: 'e', type: 'event', fields: { text: 'Pager' }, place: at(300, 500) },
    { id: 'i', type: 'insight', place: at(600, 500) },
  ])
  const scene = new Scene()
  scene.take(live.snapshot, null)
  const item = (name: string) => {
    const found = live.snapshot.items.get(id(name))
    if (!found) throw new Error(name)
    return found
  }
  const session = { live, layer: () => new Y.Doc(), makeId: countedIds('n') }
  return { live, scene, item, session }
}

describe('what is meant when two things are joined', () => {
  it('is a call between components, a plain line in the story, a chip towards a component', () => {
    const { item } = start()
    expect(usualLink(item('a'), item('b')).kind).toBe('calls')
    expect(usualLink(item('f'), item('e')).kind).toBe('relates-to')
    expect(usualLink(item('f'), item('a')).kind).toBe('about')
    expect(usualLink(item('i'), item('f')).kind).toBe('from')
  })

  it('joins several at once, and nothing to itself or to a boundary', () => {
    const { item } = start()
    const made = linkCommands([item('a'), item('b')], item('b'), countedIds('r'))
    expect(made.map((one) => [one.from, one.to])).toEqual([[id('a'), id('b')]])
    expect(linkCommands([item('a')], item('zone'), countedIds('r'))).toEqual([])
  })

  it('turns a chip round so that it always starts at what is told', () => {
    const { item } = start()
    const [made] = linkCommands([item('a')], item('f'), countedIds('r'))
    expect(made).toMatchObject({ from: id('f'), to: id('a'), kind: 'about' })
  })
})

describe('making something new', () => {
  it('feeds a factor into what it grew from, and lets a component be called', () => {
    const { item } = start()
    expect(growingLink('factor', item('e'))).toEqual({
      other: id('e'),
      kind: 'contributed-to',
      inward: false,
    })
    expect(growingLink('component', item('a'))).toEqual({ other: id('a'), kind: 'calls', inward: true })
  })

  it('comes into being with its words and its arrow, in the boundary it was begun in', () => {
    const { scene, session } = start()
    const draft = draftOf(scene, 'component', { x: 40, y: 40, w: 144, h: 56 }, [
      { other: id('a'), kind: 'calls', inward: true },
    ])
    const { id: made, commands } = draftCommands(session, scene, draft, 'search', { w: 144, h: 56 })
    expect(parseCommands(commands).ok).toBe(true)
    expect(commands[0]).toMatchObject({
      fields: { name: 'search' },
      place: { x: 40, y: 40, parent: id('zone') },
    })
    expect(commands[1]).toMatchObject({ from: id('a'), to: made, kind: 'calls' })
  })

  it('parks an idea in lists, never on the map', () => {
    const { scene, session } = start()
    const draft = draftOf(scene, 'idea', { x: 0, y: 0, w: 168, h: 88 })
    expect(
      draftCommands(session, scene, draft, 'Test restores', { w: 168, h: 88 }).commands[0]?.place,
    ).toBeNull()
  })

  it('has a blank of every type', () => {
    const types: ItemTypeName[] = [
      'component',
      'boundary',
      'note',
      'factor',
      'event',
      'question',
      'insight',
      'idea',
    ]
    for (const type of types) expect(blankItem(type, {}, at(0, 0)).type).toBe(type)
  })
})

describe('finding room', () => {
  it('covers nothing and never lies across the edge of a boundary', () => {
    const { scene } = start()
    for (const near of [
      { x: 572, y: 28 },
      { x: 400, y: 150 },
      { x: 0, y: 0 },
      { x: 200, y: 300 },
    ]) {
      const box = openSpot(scene, near, { w: 144, h: 56 })
      for (const one of scene.items.values()) {
        if (one.container) expect(overlaps(one, box) && !encloses(one, box)).toBe(false)
        else expect(overlaps(one, box)).toBe(false)
      }
    }
  })

  it('puts the next one to the right, or beside that where something stands', () => {
    const { scene, item } = start()
    const next = nextSpot(scene, at(716, 0), { w: 144, h: 56 })
    expect(next).toMatchObject({ x: 936, y: 0 })
    const crowded = nextSpot(scene, item('a').place ?? at(0, 0), { w: 144, h: 56 })
    for (const one of scene.items.values()) if (!one.container) expect(overlaps(one, crowded)).toBe(false)
  })
})

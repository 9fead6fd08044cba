import { type BoardSnapshot, type Item, type ItemId, itemId, partOf } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import { at, TestBoard } from '../test-board.ts'
import { boundaryIdOf } from './boundaries.ts'
import type { Edit, EditContext } from './edit.ts'
import { makeTyped } from './make.ts'
import { moveInto, moveLine, placesFor, type Way } from './move.ts'
import { groupsOf, linesOf, type OutlineGroup, type OutlineLine, type Spot, sameSpot } from './outline.ts'
import { outlineOf } from './outline-of.ts'
import { anItem, pick, randomBoard } from './random-board.ts'
import { removeItem, renameTyped } from './rename.ts'

const COMPONENTS: Spot = { type: 'component', boundary: null, part: null }
const say = (when: { at: string | null; words: string }): string => when.at?.slice(11, 16) ?? when.words

function context(board: TestBoard): EditContext & { readonly now: number } {
  return {
    board: board.shot,
    makeId: board.makeId,
    where: () => ({ layer: 'common', fields: {} }),
    now: Date.UTC(2026, 2, 3, 15),
  }
}

function apply(board: TestBoard, edit: Edit | string | null): string {
  if (edit === null || typeof edit === 'string') return edit ?? 'nothing'
  if (edit.commands.length > 0) board.do(edit.commands)
  return edit.said
}

function type(board: TestBoard, words: string, spot = COMPONENTS, above: Item | null = null): string {
  return apply(board, makeTyped(context(board), spot, words, above))
}

function named(board: TestBoard, words: string): Item {
  const item = [...board.shot.items.values()].find((one) => ('name' in one ? one.name : one.text) === words)
  if (!item) throw new Error(`nothing is called ${words}`)
  return item
}

function under(board: TestBoard, title: string): string[] {
  const groups = groupsOf(outlineOf(board.shot, { say }))
  return groups.find((group) => group.title === title)?.lines.map((line) => line.words) ?? []
}

function links(board: TestBoard, words: string): string[] {
  const line = linesOf(outlineOf(board.shot, { say })).find((one) => one.words === words)
  return line?.links.map((link) => link.words) ?? []
}

describe('typing a line', () => {
  it('makes the next of the same kind in the same place', () => {
    const board = new TestBoard()
    const production = itemId(board.add('boundary', { name: 'Production' }, [0, 0]))
    const inside: Spot = { ...COMPONENTS, boundary: production }
    expect(type(board, 'orders', inside)).toBe('Added orders in Production.')
    type(board, 'orders-db', inside)
    type(board, 'web')
    expect(under(board, 'Production')).toEqual(['orders', 'orders-db'])
    expect(under(board, 'Our system')).toEqual(['web'])
    expect(named(board, 'orders-db')).toMatchObject({ kind: 'datastore' })
    type(board, 'Mail was refused', { type: 'factor', boundary: null, part: 'harder' })
    expect(under(board, 'Made it harder')).toEqual(['Mail was refused'])
  })

  it('lets the boundary grow round what is made in it, and covers nothing', () => {
    const board = new TestBoard()
    const region = itemId(board.add('boundary', { name: 'Region' }, [0, 0]))
    type(board, 'Zone', { type: 'boundary', boundary: region, part: null })
    const spot: Spot = { ...COMPONENTS, boundary: named(board, 'Zone').id }
    for (let n = 0; n < 9; n++) type(board, `service ${n}`, spot)
    expect(under(board, 'Zone')).toEqual(Array.from({ length: 9 }, (_, n) => `service ${n}`))
    const zone = named(board, 'Zone')
    for (let n = 0; n < 9; n++) expect(holds(zone, named(board, `service ${n}`))).toBe(true)
    expect(holds(named(board, 'Region'), zone)).toBe(true)
    const all = [...board.shot.items.values()].filter((item) => item.type === 'component')
    for (const a of all) for (const b of all) if (a !== b) expect(overlap(a, b)).toBe(false)
  })

  it('reads an event with its time', () => {
    const board = new TestBoard()
    board.add('event', { text: 'load rises', when: at(5) })
    expect(type(board, '14:02 deploy', { type: 'event', boundary: null, part: null })).toBe('Added deploy.')
    expect(under(board, 'Timeline')).toEqual(['deploy', 'load rises'])
  })

  it('draws a line of names and arrows', () => {
    const board = new TestBoard()
    expect(type(board, 'orders > payment (http)')).toBe('orders calls payment, http.')
    expect(links(board, 'orders')).toEqual(['calls payment (http)'])
    expect(links(board, 'payment')).toEqual(['called by orders (http)'])
    expect(type(board, '>')).toBe('nothing')
  })

  it('connects the line above by what follows an arrow, to what is there or to something new', () => {
    const board = new TestBoard()
    type(board, 'orders')
    type(board, 'web')
    expect(type(board, '> payment (sync)', COMPONENTS, named(board, 'orders'))).toBe(
      'orders calls payment (sync).',
    )
    expect(type(board, '< Web', COMPONENTS, named(board, 'orders'))).toBe('web calls orders.')
    type(board, '~> audit', COMPONENTS, named(board, 'orders'))
    expect(links(board, 'orders')).toEqual(['calls payment (sync)', 'publishes to audit', 'called by web'])
    type(board, '> payment (sync)', COMPONENTS, named(board, 'orders'))
    expect(links(board, 'payment')).toEqual(['called by orders (sync)'])
  })

  it('connects what is told to what has these words, or to a new factor', () => {
    const board = new TestBoard()
    board.add('event', { text: 'Primary data removed', when: at(27) })
    board.add('factor', { text: 'Two names alike' })
    const owner = named(board, 'Two names alike')
    const FACTORS: Spot = { type: 'factor', boundary: null, part: 'came-together' }
    expect(type(board, '> data removed', FACTORS, owner)).toBe(
      'Two names alike goes with Primary data removed.',
    )
    expect(type(board, '> Nobody renamed them, ever', FACTORS, owner)).toBe(
      'Two names alike goes with Nobody renamed them, ever.',
    )
    expect(under(board, 'Came together')).toContain('Nobody renamed them, ever')
  })
})

describe('writing over a name', () => {
  it('renames, and changes nothing where nothing was written', () => {
    const board = new TestBoard()
    const orders = board.item(board.add('component', { name: 'orders' }, [0, 0]))
    expect(apply(board, renameTyped(context(board), orders, ' basket '))).toBe('Renamed orders to basket.')
    expect(apply(board, renameTyped(context(board), named(board, 'basket'), 'basket'))).toBe('nothing')
    expect(apply(board, renameTyped(context(board), named(board, 'basket'), '  '))).toBe('nothing')
  })

  it('means this very thing when an arrow is typed with it, whatever else is called so', () => {
    const board = new TestBoard()
    board.add('component', { name: 'orders' }, [0, 0])
    const second = board.item(board.add('component', { name: 'orders' }, [300, 0]))
    const production = board.add('boundary', { name: 'Production' }, [0, 400])
    apply(board, moveInto(board.shot, second, itemId(production)))
    apply(board, renameTyped(context(board), board.item(second.id), 'orders > payment (http)'))
    const [arrow] = [...board.shot.relations.values()]
    expect(arrow).toMatchObject({ from: second.id, to: named(board, 'payment').id, label: 'http' })
    expect(under(board, 'Production')).toContain('payment')
  })
})

describe('moving a line', () => {
  it('goes through boundaries by level and by heading, with what lies in it', () => {
    const board = new TestBoard()
    board.add('boundary', { name: 'Production' }, [0, 0])
    board.add('boundary', { name: 'Staging' }, [0, 400])
    const orders = board.add('component', { name: 'orders' }, [900, 0])
    const move = (id: string, way: Way): string => apply(board, moveLine(board.shot, board.item(id), way))
    expect(move(orders, 'in')).toBe('Moved orders: now in Production.')
    expect(move(orders, 'down')).toBe('Moved orders: now in Staging.')
    expect(move(orders, 'down')).toBe('It cannot go further down.')
    expect(move(named(board, 'Staging').id, 'in')).toBe('Moved Staging: now in Production.')
    expect(boundaryIdOf(board.shot, named(board, 'Staging'))).toBe(named(board, 'Production').id)
    expect(under(board, 'Staging')).toEqual(['orders'])
    expect(move(named(board, 'Staging').id, 'in')).toBe('It cannot go further in.')
    expect(move(orders, 'out')).toBe('Moved orders: now in Production.')
    expect(move(orders, 'out')).toBe('Moved orders: now outside any boundary.')
    expect(move(orders, 'up')).toBe('It cannot go further up.')
  })

  it('goes through the parts that a factor played, and past events whose time allows it', () => {
    const board = new TestBoard()
    const factor = board.add('factor', { text: 'alike' })
    expect(apply(board, moveLine(board.shot, board.item(factor), 'down'))).toBe(
      '“alike” is now under Made it harder.',
    )
    const early = board.add('event', { text: 'early', when: at(1) })
    board.add('event', { text: 'late', when: at(9) })
    const worded = board.add('event', {
      text: 'some time',
      when: { ...at(0), precision: 'unknown', at: null },
    })
    expect(apply(board, moveLine(board.shot, board.item(early), 'down'))).toBe(
      'Its time says where it stands.',
    )
    expect(apply(board, moveLine(board.shot, board.item(worded), 'up'))).toBe('Moved “some time” up.')
    expect(under(board, 'Timeline')).toEqual(['early', 'some time', 'late'])
  })
})

/** The outline as a table: under which heading each thing stands, and its words. */
function table(groups: readonly OutlineGroup[]): Map<ItemId, string> {
  const rows = new Map<ItemId, string>()
  const row = (line: OutlineLine, key: string): void => void rows.set(line.item.id, `${key}: ${line.words}`)
  const walk = (group: OutlineGroup, outer: string): void => {
    if (group.holder) row(group.holder, outer)
    for (const line of group.lines) row(line, group.key)
    for (const inner of group.groups) walk(inner, group.key)
  }
  for (const group of groups) walk(group, '')
  return rows
}

function keyOf(board: BoardSnapshot, spot: Spot): string {
  return groupsOf(outlineOf(board, { say })).find((group) => sameSpot(group.spot, spot))?.key ?? ''
}

it('an edit gives the outline that was meant and changes no other line, whatever the board', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const random = seededRandom(seed)
    const board = randomBoard(seed)
    for (let step = 0; step < 4; step++) {
      const before = board.shot
      const expected = table(outlineOf(before, { say }))
      const what = pick(random, ['make', 'rename', 'move', 'part', 'remove'] as const)
      if (what === 'make') {
        const spot = pick(
          random,
          groupsOf(outlineOf(before, { say })).flatMap(({ spot: one }) => (one ? [one] : [])),
        )
        const edit = makeTyped(context(board), spot, 'something new', null)
        const holder = spot.boundary ? before.items.get(spot.boundary) : undefined
        // what everybody sees cannot lie in what is private
        if (!edit?.at || holder?.layer === 'own') continue
        expected.set(edit.at, `${keyOf(before, spot)}: something new`)
        apply(board, edit)
      } else if (what === 'remove') {
        const item = anItem(before, random, 'component', 'note', 'event', 'factor', 'question', 'frame')
        if (!item) continue
        expected.delete(item.id)
        apply(board, removeItem(item))
      } else if (what === 'rename') {
        const item = anItem(before, random, 'component', 'frame')
        const edit = item && renameTyped(context(board), item, 'another name')
        if (!item || !edit) continue
        expected.set(item.id, (expected.get(item.id) ?? '').replace(/: .*/s, ': another name'))
        apply(board, edit)
      } else if (what === 'move') {
        const item = anItem(before, random, 'component', 'boundary')
        const places = item ? placesFor(before, item) : []
        // what lies in it comes along: here only headings hold something
        const all = [...before.items.values(), ...before.deleted.values()]
        const holds = all.some(({ place }) => place?.parent === item?.id)
        if (!item || places.length === 0 || (item.type === 'component' && holds)) continue
        const to = pick(random, places)
        expected.set(item.id, (expected.get(item.id) ?? '').replace(/^[^:]*/, to ?? 'system'))
        apply(board, moveInto(before, item, to))
      } else {
        const item = anItem(before, random, 'factor')
        const edit = item && moveLine(before, item, pick(random, ['up', 'down']))
        if (!item || !edit || typeof edit === 'string') continue
        apply(board, edit)
        const now = board.item(item.id)
        const part = now.type === 'factor' ? partOf(now.kind) : ''
        expected.set(item.id, (expected.get(item.id) ?? '').replace(/^[^:]*/, `part-${part}`))
      }
      expect(table(outlineOf(board.shot, { say })), `seed ${seed}, step ${step}, ${what}`).toEqual(expected)
    }
  }
}, 30_000)

function holds(outer: Item, inner: Item): boolean {
  const [a, b] = [outer.place, inner.place]
  return !!a && !!b && b.x >= a.x && b.y >= a.y && b.x + b.w <= a.x + a.w && b.y + b.h <= a.y + a.h
}

function overlap(one: Item, other: Item): boolean {
  const [a, b] = [one.place, other.place]
  return !!a && !!b && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

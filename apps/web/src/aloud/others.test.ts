import type { ItemId, RelationId } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith } from '../map/board-for-tests.ts'
import { sayOthers } from './others.ts'

const at = { x: 0, y: 0, w: 144, h: 56, parent: null, order: '' }
const component = (id: string, name: string) => ({ id, fields: { name }, place: at })
const orders = component('orders', 'orders')
const payment = component('payment', 'payment')
const note = (text: string) => ({ id: 'n', type: 'note' as const, fields: { text }, place: at })
const none = new Set<RelationId>()

function items(board: ReturnType<typeof boardWith>) {
  return new Set([...board.snapshot.items.keys()] as ItemId[])
}

describe('what others did, said aloud', () => {
  it('tells one thing in its own words', () => {
    const before = boardWith([orders])
    const renamed = boardWith([component('orders', 'basket')])
    const both = boardWith([orders, payment])
    const say = (a: typeof before, b: typeof before) =>
      sayOthers(a.snapshot, b.snapshot, { items: new Set([...items(a), ...items(b)]), relations: none })
    expect(say(before, renamed)).toBe('orders was renamed to basket.')
    expect(say(before, both)).toBe('Added: payment, component.')
    expect(say(both, before)).toBe('Deleted: payment.')
    expect(say(boardWith([note('one')]), boardWith([note('two')]))).toBe('Now a note says: two.')
  })

  it('counts several', () => {
    const before = boardWith([orders])
    const now = boardWith(
      [component('orders', 'basket'), payment, note('new')],
      [['orders', 'calls', 'payment']],
    )
    const relations = new Set([...now.snapshot.relations.keys()])
    expect(sayOthers(before.snapshot, now.snapshot, { items: items(now), relations })).toBe(
      'Others: 2 added, 1 reworded, 1 arrow drawn.',
    )
  })

  it('tells that something lies in another boundary now', () => {
    const shop = {
      id: 'shop',
      type: 'boundary' as const,
      fields: { name: 'Shop' },
      place: { ...at, w: 600, h: 400 },
    }
    const before = boardWith([shop, orders])
    const now = boardWith([shop, { ...orders, place: { ...at, parent: 'shop' } }])
    const say = (a: typeof before, b: typeof before) =>
      sayOthers(a.snapshot, b.snapshot, { items: items(now), relations: none })
    expect(say(before, now)).toBe('orders is now in Shop.')
    expect(say(now, before)).toBe('orders is now outside any boundary.')
  })

  it('keeps silent about what was only moved', () => {
    const moved = boardWith([{ ...orders, place: { ...at, x: 400 } }])
    expect(
      sayOthers(boardWith([orders]).snapshot, moved.snapshot, { items: items(moved), relations: none }),
    ).toBe('')
  })
})

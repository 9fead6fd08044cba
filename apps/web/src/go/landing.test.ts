import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../map/board-for-tests.ts'
import { landingOf } from './landing.ts'

const place = { x: 0, y: 0, w: 100, h: 50, parent: null, order: '' }
const board = boardWith(
  [
    { id: 'orders', place },
    { id: 'payment', place: { ...place, y: 200 } },
    { id: 'pager', type: 'event', fields: { text: 'pager' }, place: null },
    { id: 'drawn', type: 'event', fields: { text: 'drawn' }, place },
    { id: 'parked', type: 'idea', fields: { text: 'later' }, place: null },
    { id: 'factor', type: 'factor', fields: { text: 'a factor' }, place },
  ],
  [
    ['orders', 'calls', 'payment'],
    ['factor', 'about', 'orders'],
  ],
).snapshot

const at = (name: string, asked: Parameters<typeof landingOf>[2] = null, isPhone = false) => {
  const landing = landingOf(board, idOf(name), asked, isPhone)
  return 'view' in landing ? `${landing.kind} on ${landing.view}` : landing.kind
}

describe('where an address leads', () => {
  it('a thing on the map to the map, one without a place to where it is listed', () => {
    expect(at('orders')).toBe('item on map')
    expect(at('parked')).toBe('item on list')
    expect(at('pager')).toBe('item on timeline')
    expect(at('drawn')).toBe('item on map')
  })

  it('the view that it names, where that shows the thing', () => {
    expect(at('drawn', 'timeline')).toBe('item on timeline')
    expect(at('orders', 'timeline')).toBe('item on map')
    expect(at('orders', 'list')).toBe('item on list')
  })

  it('an arrow to the map, a chip to what it stands on', () => {
    expect(at('orders-payment')).toBe('arrow on map')
    expect(at('orders-payment', 'list')).toBe('arrow on list')
    expect(at('factor-orders')).toBe('item on map')
  })

  it('on a phone to the list, unless the address says otherwise', () => {
    expect(at('orders', null, true)).toBe('item on list')
    expect(at('orders', 'map', true)).toBe('item on map')
    expect(at('orders-payment', null, true)).toBe('item on list')
    expect(at('drawn', 'timeline', true)).toBe('item on timeline')
  })

  it('of what is not here nobody learns whether it ever was', () => {
    expect(at('never')).toBe('absent')
    const later = boardWith([{ id: 'orders', place }])
    const gone = { ...later.snapshot, items: new Map(), deleted: later.snapshot.items }
    expect(landingOf(gone, idOf('orders'), null, false).kind).toBe('deleted')
  })
})

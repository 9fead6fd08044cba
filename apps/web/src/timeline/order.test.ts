import { type ItemId, inTimeOrder, type TimelineEvent } from '@second-story/board'
import { expect, test } from 'vitest'
import { mayMove, moveBy, moveTo, orderFor, type SetWhen } from './order.ts'

function event(id: string, time: string | null, order = ''): TimelineEvent {
  const when = {
    precision: time ? ('exact' as const) : ('unknown' as const),
    at: time ? `2017-01-31T${time}:00Z` : null,
    end: null,
    words: '',
    zone: 'UTC',
    order,
  }
  return { id: id as ItemId, type: 'event', when } as TimelineEvent
}

function after(events: readonly TimelineEvent[], changes: readonly SetWhen[]): string {
  const changed = events.map((one) => {
    const change = changes.find(({ id }) => id === one.id)
    return change ? { ...one, ...change.fields } : one
  })
  return inTimeOrder(changed)
    .map(({ id }) => id)
    .join(' ')
}

const id = (name: string): ItemId => name as ItemId
const keyed = inTimeOrder([event('a', '23:00', 'a0'), event('b', '23:27', 'a1'), event('x', null, 'a2')])
const bare = inTimeOrder([event('a', '23:00'), event('b', '23:27'), event('x', null)])

test('an event without a time steps up with one key', () => {
  const changes = moveBy(keyed, id('x'), -1)
  expect(changes).toHaveLength(1)
  expect(after(keyed, changes)).toBe('a x b')
})

test('where nobody has a key yet, a step gives everyone one', () => {
  expect(after(bare, moveBy(bare, id('x'), -1))).toBe('a x b')
})

test('an event with a time lets the one without step round it', () => {
  expect(after(keyed, moveBy(keyed, id('b'), 1))).toBe('a x b')
})

test('a time is never contradicted by hand', () => {
  expect(mayMove(keyed, id('b'), -1)).toBe(false)
  expect(moveBy(keyed, id('b'), -1)).toEqual([])
  expect(mayMove(keyed, id('a'), -1)).toBe(false)
})

test('ties are ordered by hand', () => {
  const ties = inTimeOrder([event('p', '23:27'), event('q', '23:27'), event('r', '23:40')])
  expect(after(ties, moveBy(ties, id('p'), 1))).toBe('q p r')
})

test('every place can be reached, also where times came in another order than keys', () => {
  const mixed = inTimeOrder([
    event('c', '23:40', 'a0'),
    event('a', '23:00', 'a1'),
    event('b', '23:27', 'a2'),
    event('y', null, 'a3'),
    event('x', null, 'a4'),
  ])
  for (let to = 0; to < mixed.length; to++) {
    const moved = after(mixed, moveTo(mixed, id('x'), to)).split(' ')
    expect(moved[to]).toBe('x')
    expect(moved.filter((name) => 'abc'.includes(name)).join('')).toBe('abc')
  }
})

test('a new event goes behind the others, or where its words say', () => {
  const place = (events: readonly TimelineEvent[], hint: Parameters<typeof orderFor>[1]): string => {
    const { order, also } = orderFor(events, hint)
    return after([...events, event('n', null, order)], also.concat([]))
  }
  expect(place(keyed, null)).toBe('a b x n')
  expect(place(keyed, { at: '2017-01-31T23:10:00Z', side: 'after' })).toBe('a n b x')
  expect(place(keyed, { at: '2017-01-31T23:00:00Z', side: 'before' })).toBe('n a b x')
  expect(place(bare, { at: '2017-01-31T23:10:00Z', side: 'after' })).toBe('a n b x')
})

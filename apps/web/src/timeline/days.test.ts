import type { ItemId, TimelineEvent } from '@second-story/board'
import { expect, test } from 'vitest'
import { byDay } from './days.ts'

const event = (at: string | null): TimelineEvent =>
  ({
    id: 'e' as ItemId,
    when: { precision: 'exact', at, end: null, words: '', zone: 'UTC', order: '' },
  }) as TimelineEvent

const shape = (events: readonly TimelineEvent[], zone = 'UTC'): string =>
  byDay(events, zone)
    .map(({ title, events: list }) => `${title || '-'}: ${list.length}`)
    .join(' | ')

test('events stand under their day; words alone stay with what stands before', () => {
  const night = [event(null), event('2017-01-31T23:27:00Z'), event(null), event('2017-02-01T17:00:00Z')]
  expect(shape(night)).toBe('-: 1 | Tuesday, 31 January 2017: 2 | Wednesday, 1 February 2017: 1')
})

test('the day is that of the zone of the board', () => {
  expect(shape([event('2017-01-31T23:27:00Z')], 'Europe/Berlin')).toBe('Wednesday, 1 February 2017: 1')
})

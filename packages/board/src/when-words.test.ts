import { expect, test } from 'vitest'
import { WHEN_UNKNOWN, type When } from './when.ts'
import { dayOf, sayDay, sayWhen } from './when-words.ts'

const at = (more: Partial<When>): When => ({ ...WHEN_UNKNOWN, ...more })
const words = (when: When, zone = 'UTC', day: string | null = null): string => sayWhen(when, zone, day).words

test('exact, about, from and to, and in somebody’s words', () => {
  expect(words(at({ precision: 'exact', at: '2017-01-31T14:05:00Z' }))).toBe('14:05')
  expect(words(at({ precision: 'exact', at: '2017-01-31T14:05:09Z' }))).toBe('14:05:09')
  expect(words(at({ precision: 'approx', at: '2017-01-31T14:05:00Z' }))).toBe('~14:05')
  const range = at({ precision: 'range', at: '2017-01-31T23:00:00Z', end: '2017-02-01T00:30:00Z' })
  expect(words(range)).toBe('[23:00 – 00:30, 1 Feb]')
  expect(sayWhen(at({ words: 'after 23:30' }), 'UTC')).toEqual({ words: '“after 23:30”', quoted: true })
  expect(words(at({}))).toBe('time not known')
})

test('times are said in the zone, with the day where it is another one', () => {
  const when = at({ precision: 'exact', at: '2017-01-31T23:27:00Z' })
  expect(words(when, 'Europe/Berlin')).toBe('00:27')
  expect(words(when, 'Europe/Berlin', '2017-01-31')).toBe('00:27, 1 Feb')
  expect(words(when, 'UTC', '2017-01-31')).toBe('23:27')
  expect(words(when, 'UTC', '2016-12-31')).toBe('23:27, 31 Jan 2017')
  expect(dayOf('2017-01-31T23:27:00Z', 'Europe/Berlin')).toBe('2017-02-01')
})

test('a zone that nobody knows counts as UTC', () => {
  expect(words(at({ precision: 'exact', at: '2017-01-31T14:05:00Z' }), 'Nowhere/Land')).toBe('14:05')
})

test('days in words', () => {
  expect(sayDay('2017-02-01')).toBe('1 February 2017')
  expect(sayDay('2017-02-01', 'short')).toBe('1 Feb')
  expect(sayDay('2017-02-01', 'bare')).toBe('1 February')
  expect(sayDay('2017-02-01', 'full')).toBe('Wednesday, 1 February 2017')
})

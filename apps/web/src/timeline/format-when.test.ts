import type { When } from '@second-story/board'
import { expect, test } from 'vitest'
import { formatWhen, longDay, typedWhen, zoneWords } from './format-when.ts'
import { parseWhen } from './parse-when.ts'

const when = (change: Partial<When>): When => ({
  precision: 'exact',
  at: '2017-01-31T23:27:00Z',
  end: null,
  words: '',
  zone: 'UTC',
  order: '',
  ...change,
})

test('times are said as precisely as they are known', () => {
  expect(formatWhen(when({}), 'UTC')).toEqual({ text: '23:27', quoted: false, loose: false })
  expect(formatWhen(when({ precision: 'approx' }), 'UTC').text).toBe('~23:27')
  expect(formatWhen(when({ precision: 'range', end: '2017-02-01T00:10:00Z' }), 'UTC').text).toBe(
    '[23:27 – 00:10, 1 Feb]',
  )
  const words = when({ precision: 'unknown', at: null, words: 'after 23:30' })
  expect(formatWhen(words, 'UTC')).toEqual({ text: '“after 23:30”', quoted: true, loose: true })
  expect(formatWhen(when({ precision: 'unknown', at: null }), 'UTC').text).toBe('time not known')
})

test('a time is said in the zone of the board, with its day where that is another', () => {
  expect(formatWhen(when({}), 'Europe/Berlin').text).toBe('00:27')
  expect(formatWhen(when({}), 'Europe/Berlin', '2017-01-31').text).toBe('00:27, 1 Feb')
  expect(formatWhen(when({}), 'UTC', '2017-01-31').text).toBe('23:27')
})

test('a day has its name', () => {
  expect(longDay('2017-01-31T23:27:00Z', 'UTC')).toBe('31 January')
  expect(longDay('2017-01-31T23:27:00Z', 'Europe/Berlin', true)).toBe('Wednesday, 1 February 2017')
  expect(zoneWords('America/New_York')).toBe('New York time')
})

test('what an editor starts with reads back as the same time', () => {
  const samples = [
    when({}),
    when({ precision: 'approx' }),
    when({ precision: 'range', end: '2017-01-31T23:45:00Z' }),
    when({ precision: 'range', end: '2017-02-01T00:10:00Z' }),
    when({ at: '2017-01-31T23:27:05Z' }),
    when({ precision: 'unknown', at: null, words: 'that night' }),
  ]
  for (const sample of samples) {
    const zone = 'Europe/Berlin'
    const typed = typedWhen(sample, zone)
    const back = parseWhen(typed, { zone, near: null, now: Date.parse('2024-06-12T10:00:00Z') })
    expect({ ...back?.when, zone: 'UTC' }, typed).toEqual(sample)
    expect(back?.rest).toBe('')
  }
})

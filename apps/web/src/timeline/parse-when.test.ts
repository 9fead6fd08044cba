import { expect, test } from 'vitest'
import { parseWhen, type WhenContext } from './parse-when.ts'

const NOW = Date.parse('2024-06-12T10:00:00Z')
const night: WhenContext = { zone: 'UTC', near: '2017-01-31T23:00:00Z', now: NOW }
const berlin: WhenContext = { zone: 'Europe/Berlin', near: null, now: NOW }

/** `precision at[..end] | rest`, or the words in quotes; one line a case. */
function said(text: string, context: WhenContext = night): string {
  const parsed = parseWhen(text, context)
  if (!parsed) return '-'
  const { precision, at, end, words } = parsed.when
  const time = at === null ? `"${words}"` : `${short(at)}${end ? `..${short(end)}` : ''}`
  return `${precision} ${time} | ${parsed.rest}`
}
const short = (at: string): string => at.replace(/:00Z$/, '').replace('Z', '').replace('T', ' ')

test.each([
  ['14:05 pager fires for orders', 'exact 2017-01-31 14:05 | pager fires for orders'],
  ['14:05 ~ pager fires', 'approx 2017-01-31 14:05 | pager fires'],
  ['~14:05 pager fires', 'approx 2017-01-31 14:05 | pager fires'],
  ['~ 14:05: pager fires', 'approx 2017-01-31 14:05 | pager fires'],
  ['about 14:05 pager fires', 'approx 2017-01-31 14:05 | pager fires'],
  ['14:05', 'exact 2017-01-31 14:05 | '],
  ['9:05 early', 'exact 2017-01-31 09:05 | early'],
  ['14:05 - pager fires', 'exact 2017-01-31 14:05 | pager fires'],
  ['14:05:30 pager', 'exact 2017-01-31 14:05:30 | pager'],
  ['2pm pager', 'exact 2017-01-31 14:00 | pager'],
  ['12:15 am pager', 'exact 2017-02-01 00:15 | pager'],
])('a time of day, on the day of the event before: %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['14:05-14:20 tool hangs', 'range 2017-01-31 14:05..2017-01-31 14:20 | tool hangs'],
  ['14:05 – 14:20 tool hangs', 'range 2017-01-31 14:05..2017-01-31 14:20 | tool hangs'],
  ['14:05 to 14:20, tool hangs', 'range 2017-01-31 14:05..2017-01-31 14:20 | tool hangs'],
  ['23:50-00:10 tool hangs', 'range 2017-01-31 23:50..2017-02-01 00:10 | tool hangs'],
  ['31 Jan 23:00 - 1 Feb 01:00 tool', 'range 2017-01-31 23:00..2017-02-01 01:00 | tool'],
])('a range: %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['31 Jan 23:27 data removed', 'exact 2017-01-31 23:27 | data removed'],
  ['31 January 2016, 23:27 data removed', 'exact 2016-01-31 23:27 | data removed'],
  ['Jan 31, 2016 at 23:27 data', 'exact 2016-01-31 23:27 | data'],
  ['feb 1 17:00 back', 'exact 2017-02-01 17:00 | back'],
  ['31 Dec 23:27 before', 'exact 2016-12-31 23:27 | before'],
  ['2017-01-31 23:27 data removed', 'exact 2017-01-31 23:27 | data removed'],
  ['2017-01-31T23:27:05Z data removed', 'exact 2017-01-31 23:27:05 | data removed'],
  ['2017-01-31T23:27:05.123+01:00 data', 'exact 2017-01-31 22:27:05 | data'],
  ['yesterday 14:00 deploy', 'exact 2024-06-11 14:00 | deploy'],
  ['today, 14:00 deploy', 'exact 2024-06-12 14:00 | deploy'],
  ['30 Feb 14:00 deploy', '-'],
])('a day and a time: %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['after 23:30 the bucket is found empty', 'unknown "after 23:30" | the bucket is found empty'],
  ['shortly before 23:27 a thought', 'unknown "shortly before 23:27" | a thought'],
  ['between 23:00 and 23:30 senders raised', 'unknown "between 23:00 and 23:30" | senders raised'],
  ['“that night” the copy is chosen', 'unknown "that night" | the copy is chosen'],
  ['"weeks before": job renamed', 'unknown "weeks before" | job renamed'],
])('words for the time: %s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  'pager fires',
  '',
  '3 replicas lost',
  '1405 pager',
  '25:10 pager',
  '14:75 pager',
  '12:345 x',
  'after lunch x',
  '"" x',
])('no time at the beginning: %s', (text) => {
  expect(said(text)).toBe('-')
})

test('a clock far behind the event before is the next day, far ahead the day before', () => {
  expect(said('00:10 x', { ...night, near: '2017-01-31T23:50:00Z' })).toBe('exact 2017-02-01 00:10 | x')
  expect(said('23:50 x', { ...night, near: '2017-02-01T00:10:00Z' })).toBe('exact 2017-01-31 23:50 | x')
  expect(said('17:20 x', { ...night, near: '2017-01-31T23:27:00Z' })).toBe('exact 2017-01-31 17:20 | x')
})

test('without an event before it is today, in the zone of the board', () => {
  expect(said('14:05 x', berlin)).toBe('exact 2024-06-12 12:05 | x')
  expect(parseWhen('14:05 x', berlin)?.when.zone).toBe('Europe/Berlin')
})

test('UTC said is UTC meant, whatever the zone of the board', () => {
  expect(said('14:05 UTC pager', berlin)).toBe('exact 2024-06-12 14:05 | pager')
  expect(said('14:05Z pager', berlin)).toBe('exact 2024-06-12 14:05 | pager')
})

test('an hour that never comes, or comes twice, is read the same by everybody', () => {
  expect(said('2024-03-31 02:30 x', berlin)).toBe('exact 2024-03-31 01:30 | x')
  expect(said('2024-10-27 02:30 x', berlin)).toBe('exact 2024-10-27 00:30 | x')
})

test('a time in the words says where the event goes', () => {
  expect(parseWhen('after 23:30 x', night)?.hint).toEqual({ at: '2017-01-31T23:30:00Z', side: 'after' })
  expect(parseWhen('“shortly before 23:27” x', night)?.hint).toEqual({
    at: '2017-01-31T23:27:00Z',
    side: 'before',
  })
  expect(parseWhen('“that night” x', night)?.hint).toBe(null)
})

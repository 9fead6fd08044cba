import { expect, test } from 'vitest'
import { daysOn, instantOf, isZone, wallTime } from './zone.ts'

const at = (text: string, zone: string): string => {
  const [date = '', time = ''] = text.split(' ')
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(instantOf({ year, month, day, hour, minute, second: 0 }, zone)).toISOString().slice(0, 16)
}

test('a wall clock is read in its zone, summer and winter', () => {
  expect(at('2017-01-31 23:27', 'UTC')).toBe('2017-01-31T23:27')
  expect(at('2017-01-31 23:27', 'Europe/Berlin')).toBe('2017-01-31T22:27')
  expect(at('2017-07-31 23:27', 'Europe/Berlin')).toBe('2017-07-31T21:27')
  expect(at('2017-01-31 23:27', 'Asia/Kolkata')).toBe('2017-01-31T17:57')
})

test('an hour that never comes is read as far behind the change as was said', () => {
  expect(at('2024-03-31 02:30', 'Europe/Berlin')).toBe('2024-03-31T01:30')
  expect(wallTime(Date.parse('2024-03-31T01:30Z'), 'Europe/Berlin').hour).toBe(3)
  expect(at('2024-03-10 02:30', 'America/New_York')).toBe('2024-03-10T07:30')
})

test('an hour that comes twice is the first of the two', () => {
  expect(at('2024-10-27 02:30', 'Europe/Berlin')).toBe('2024-10-27T00:30')
  expect(at('2024-11-03 01:30', 'America/New_York')).toBe('2024-11-03T05:30')
})

test('the day of a change has its usual hours before and behind it', () => {
  expect(at('2024-03-31 01:59', 'Europe/Berlin')).toBe('2024-03-31T00:59')
  expect(at('2024-03-31 03:00', 'Europe/Berlin')).toBe('2024-03-31T01:00')
  expect(at('2024-10-27 03:00', 'Europe/Berlin')).toBe('2024-10-27T02:00')
})

test('a zone nobody knows counts as UTC', () => {
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('Mars/Olympus')).toBe(false)
  expect(at('2017-01-31 23:27', 'Mars/Olympus')).toBe('2017-01-31T23:27')
})

test('days go over the ends of months', () => {
  const wall = { year: 2017, month: 1, day: 31, hour: 23, minute: 27, second: 0 }
  expect(daysOn(wall, 1)).toMatchObject({ month: 2, day: 1, hour: 23 })
  expect(daysOn({ ...wall, month: 3, day: 1 }, -1)).toMatchObject({ month: 2, day: 28 })
})

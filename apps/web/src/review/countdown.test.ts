import { expect, test } from 'vitest'
import { countdown } from './countdown.ts'

const six = { startedAt: 1_000_000, endsAt: 1_360_000 }

test('a countdown says what is left, rounded up, and how far it is', () => {
  expect(countdown(six, 1_000_000)).toEqual({ text: '6:00', passed: 0, isOver: false, of: 'of 6 minutes' })
  expect(countdown(six, 1_128_400).text).toBe('3:52')
  expect(countdown(six, 1_359_001).text).toBe('0:01')
})

test('it stops at nothing, whatever the clocks say', () => {
  expect(countdown(six, 9_999_999)).toMatchObject({ text: '0:00', passed: 1, isOver: true })
  expect(countdown(six, 0).passed).toBe(0)
  expect(countdown({ startedAt: 5, endsAt: 5 }, 5).isOver).toBe(true)
})

test('hours and single minutes are said as people say them', () => {
  expect(countdown({ startedAt: 0, endsAt: 3_725_000 }, 0).text).toBe('1:02:05')
  expect(countdown({ startedAt: 0, endsAt: 60_000 }, 0).of).toBe('of 1 minute')
  expect(countdown({ startedAt: 0, endsAt: 90_000 }, 0).of).toBe('of 1.5 minutes')
})

import { expect, it } from 'vitest'
import { openWords, usesWords } from './invite-words.ts'

const hour = 60 * 60_000
const now = new Date(2026, 10, 21, 12).getTime()

it('says how long a link is open', () => {
  expect(openWords(now + 20 * 60_000, now)).toBe('closes within the hour')
  expect(openWords(now + 5 * hour, now)).toBe('open for 5 hours')
  expect(openWords(now + 7 * 24 * hour, now)).toBe('open until 28 November')
})

it('says how often it was used', () => {
  expect([usesWords(0), usesWords(1), usesWords(4)]).toEqual(['not used yet', 'used once', 'used 4 times'])
})

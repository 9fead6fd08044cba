import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test('a title becomes a name, whatever it holds', () => {
  expect(fileName('The replica rebuild of 31 January', 'md')).toBe('The replica rebuild of 31 January.md')
  expect(fileName('Ünïcode / ../../etc', 'svg', 'our system')).toBe('Ünïcode .. .. etc - our system.svg')
  expect(fileName('火事', 'json')).toBe('火事.json')
  expect(fileName('..', 'html')).toBe('board.html')
  expect(fileName('.profile', 'md')).toBe('profile.md')
  expect(fileName('\ud83d', 'md')).toBe('board.md')
  expect(fileName('x'.repeat(10_000), 'md')).toHaveLength(83)
})

import { expect, test } from 'vitest'
import { currentSection } from './current-section.ts'

const tops = [
  { id: 'summary', top: 200 },
  { id: 'impact', top: 500 },
  { id: 'timeline', top: 1_400 },
]

test('the section whose heading has passed the line is being read', () => {
  expect(currentSection(tops, 0, 120, false)).toBe('summary')
  expect(currentSection(tops, 400, 120, false)).toBe('impact')
  expect(currentSection(tops, 1_200, 120, false)).toBe('impact')
  expect(currentSection(tops, 1_300, 120, false)).toBe('timeline')
})

test('at the end the last section is, and without sections none', () => {
  expect(currentSection(tops, 900, 120, true)).toBe('timeline')
  expect(currentSection(tops, 0, 120, true)).toBe('summary')
  expect(currentSection([], 10, 120, true)).toBeNull()
})

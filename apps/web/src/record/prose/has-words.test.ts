import { paragraph } from '@second-story/board'
import { expect, test } from 'vitest'
import { hasWords } from './has-words.ts'

test('an empty paragraph, as the editor leaves it, is nothing written', () => {
  expect(hasWords([])).toBe(false)
  expect(hasWords([paragraph(''), paragraph('  ')])).toBe(false)
  expect(hasWords([{ kind: 'list', ordered: false, entries: [[paragraph('')]] }])).toBe(false)
})

test('words count wherever they stand', () => {
  expect(hasWords([paragraph(''), paragraph('x')])).toBe(true)
  expect(
    hasWords([{ kind: 'quote', blocks: [{ kind: 'list', ordered: true, entries: [[paragraph('x')]] }] }]),
  ).toBe(true)
})

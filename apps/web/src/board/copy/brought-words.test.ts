import type { Item } from '@second-story/board'
import { expect, it } from 'vitest'
import { broughtWords, leftWords } from './brought-words.ts'

const some = (count: number): Item[] => Array.from({ length: count }, () => ({}) as Item)
const brought = (added: number, changed: number, sections: number) =>
  broughtWords({ commands: [], added: some(added), changed: some(changed), sections, left: 0 })

it('says what a copy would add', () => {
  expect(brought(3, 0, 0)).toBe('3 things not on this board.')
  expect(brought(1, 2, 0)).toBe('1 thing not on this board and 2 with more words.')
  expect(brought(1, 2, 1)).toBe('1 thing not on this board, 2 with more words and 1 part of the record.')
  expect(brought(0, 0, 0)).toBe('Everything in it is on this board already.')
})

it('says what it leaves out', () => {
  expect(leftWords(0)).toBe('')
  expect(leftWords(1)).toMatch(/^1 thing left out/)
})

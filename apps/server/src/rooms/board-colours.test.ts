import { expect, test } from 'vitest'
import { type Coloured, colourAmong } from './board-colours.ts'

const person = (account: string, colour: number): Coloured => ({ account, colour })

test('their own colour, where nobody present has it', () => {
  expect(colourAmong(person('a', 4), [])).toBe(4)
  expect(colourAmong(person('a', 4), [person('b', 5)])).toBe(4)
})

test('the next free one, where somebody has', () => {
  expect(colourAmong(person('a', 5), [person('b', 5)])).toBe(6)
  expect(colourAmong(person('a', 5), [person('b', 5), person('c', 6)])).toBe(1)
})

test('whoever is connected already keeps what they show, also once their own is free', () => {
  expect(colourAmong(person('a', 5), [person('a', 2)])).toBe(2)
  expect(colourAmong(person('a', 5), [person('a', 2), person('a', 2), person('b', 5)])).toBe(2)
})

test('six people of one colour all differ; a seventh shares with one', () => {
  const present: Coloured[] = []
  for (const account of 'abcdefg') {
    const colour = colourAmong(person(account, 3), present)
    // several tabs of one person count once
    present.push(person(account, colour), person(account, colour))
  }
  const shown = [...new Map(present.map(({ account, colour }) => [account, colour])).values()]
  expect(new Set(shown.slice(0, 6)).size).toBe(6)
  expect(shown[6]).toBe(3)
})

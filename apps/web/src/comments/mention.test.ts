import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complete, mentionAt, mentionedIn, mentionParts, peopleFor } from './mention.ts'

const people = [
  { id: 'a', name: 'Ada' },
  { id: 'b', name: 'Ada Lovelace' },
  { id: 'c', name: 'Bob' },
]

test('an @ at the beginning of a word begins a name, one inside a word does not', () => {
  expect(mentionAt('@a', 2)).toEqual({ from: 0, typed: 'a' })
  expect(mentionAt('look @', 6)).toEqual({ from: 5, typed: '' })
  expect(mentionAt('look @Ada Lo', 12)).toEqual({ from: 5, typed: 'Ada Lo' })
  expect(mentionAt('bob@example.org', 15)).toBeNull()
  expect(mentionAt('no', 2)).toBeNull()
  expect(mentionAt('@ then', 6)).toBeNull()
})

test('people are found by any part of their name', () => {
  expect(peopleFor(people, 'lo').map(({ id }) => id)).toEqual(['b'])
  expect(peopleFor(people, '').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('a chosen name stands in place of what was typed of it', () => {
  expect(complete('hi @lo there', 6, { from: 3, typed: 'lo' }, { id: 'b', name: 'Ada Lovelace' })).toEqual({
    text: 'hi @Ada Lovelace there',
    caret: 17,
  })
})

test('who is meant is the longest name that stands there', () => {
  expect(mentionedIn('@Ada Lovelace and @Bob', people)).toEqual(['b', 'c'])
  expect(mentionedIn('@Ada, @Ada', people)).toEqual(['a'])
  expect(mentionedIn('@Bobby @bob', people)).toEqual([])
})

test('the parts are the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('@', 'Ada', ' ', 'Lovelace', 'Bob', 'x', '\n') }),
      (text) => {
        expect(
          mentionParts(text, people)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      },
    ),
    { seed: 5 },
  )
})

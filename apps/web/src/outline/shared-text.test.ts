import { seededRandom } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry, spliceOf, typeInto } from './shared-text.ts'

test('what was typed is one small splice', () => {
  expect(spliceOf('abc', 'abXc')).toEqual({ at: 2, remove: 0, insert: 'X' })
  expect(spliceOf('abc', 'ac')).toEqual({ at: 1, remove: 1, insert: '' })
  expect(spliceOf('abc', 'abc')).toBeNull()
})

test('the caret settles which of several equal letters was typed', () => {
  expect(spliceOf('aaa', 'aaaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
  expect(spliceOf('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' })
})

test('a character outside the basic plane is never cut in half', () => {
  const splice = spliceOf('x😀y', 'x😁y')
  expect(splice).toEqual({ at: 1, remove: 2, insert: '😁' })
})

test('any two texts: the splice turns the one into the other, also in a shared text', () => {
  const random = seededRandom(7)
  const below = (n: number): number => Math.floor(random() * n)
  const letters = ['a', 'b', '😀', 'c'] as const
  const pick = (): string => Array.from({ length: below(12) }, () => letters[below(4)]).join('')
  for (let n = 0; n < 500; n++) {
    const before = pick()
    const after = pick()
    const doc = new Y.Doc()
    const text = doc.getText('t')
    text.insert(0, before)
    const splice = spliceOf(before, after, below(after.length + 1))
    if (splice) typeInto(text, splice, 'me')
    expect(text.toString()).toBe(after)
  }
})

test('two people who type beside each other both win', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'the tool waits')
  const mine = spliceOf('the tool waits', 'the copy tool waits', 9)
  text.insert(text.length, ' silently')
  if (mine) typeInto(text, mine, 'me')
  expect(text.toString()).toBe('the copy tool waits silently')
})

test('a caret stays beside its letters when somebody else types', () => {
  expect(carry(5, { at: 0, remove: 0, insert: 'abc' })).toBe(8)
  expect(carry(2, { at: 4, remove: 0, insert: 'abc' })).toBe(2)
  expect(carry(5, { at: 3, remove: 4, insert: 'x' })).toBe(4)
})

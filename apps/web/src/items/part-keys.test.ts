import { expect, test } from 'vitest'
import { EMPTY_DRAFT, type PartDraft, typed } from './part-keys.ts'

/** Types key by key, as a field tells it. */
function type(keys: string, from: PartDraft = EMPTY_DRAFT): string {
  let draft = from
  for (const key of keys) draft = typed(draft, draft.text + key)
  return `${draft.part} | ${draft.text}`
}

test('a digit in an empty field chooses the part, and is not written', () => {
  expect(type('2Mail was refused')).toBe('harder | Mail was refused')
  expect(type('4')).toBe('background | ')
})

test('a digit that turns out to be a word is given back', () => {
  expect(type('3 replicas lost')).toBe('came-together | 3 replicas lost')
  expect(type('30 % of disks')).toBe('came-together | 30 % of disks')
  expect(type('1:1 talk')).toBe('came-together | 1:1 talk')
})

test('digits further on are words', () => {
  expect(type('waited 2 minutes')).toBe('came-together | waited 2 minutes')
  expect(type('5 people')).toBe('came-together | 5 people')
})

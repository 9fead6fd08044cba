import { itemId } from '@second-story/board'
import { expect, it } from 'vitest'
import type { Person } from '../../presence/people.ts'
import { hereOf, sayHere } from './here.ts'

const a = itemId('a'.repeat(21))
const b = itemId('b'.repeat(21))
const person = (name: string, more: Partial<Person>): Person => ({
  key: 1,
  isMe: false,
  account: name,
  name,
  colour: 1,
  role: 'participant',
  ...more,
})

it('says who else is at a line, and who writes in it', () => {
  const people = [person('Ada', { selection: [a], typing: a }), person('Tunde', { selection: [a, b] })]
  const here = hereOf([...people, person('me', { isMe: true, selection: [a] })], new Map())
  expect(here.get(a)?.map(({ name }) => name)).toEqual(['Ada', 'Tunde'])
  expect(sayHere(here.get(a) ?? [])).toBe('Ada is writing here')
  expect(sayHere(here.get(b) ?? [])).toBe('Tunde is here')
  const moved = hereOf([person('Ada', { selection: [b], typing: null }), people[1] as Person], here)
  expect(sayHere(moved.get(b) ?? [])).toBe('Ada and Tunde are here')
  expect(hereOf(people, here).get(b)).toBe(here.get(b))
})

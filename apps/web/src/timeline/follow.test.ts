import type { ItemId } from '@second-story/board'
import type { Role } from '@second-story/protocol'
import { expect, test } from 'vitest'
import type { Person } from '../presence/people.ts'
import { leader, standing, stepTaken } from './follow.ts'

function person(key: number, role: Role, walking: string | null = null): Person {
  return {
    key,
    isMe: false,
    account: `a${key}`,
    name: `N${key}`,
    colour: 1,
    role,
    walking: walking as ItemId | null,
  }
}

test('everyone goes along with the step that somebody took', () => {
  const before = standing([person(1, 'facilitator', 'e1'), person(2, 'participant')])
  const walk = stepTaken(before, [person(1, 'facilitator', 'e2'), person(2, 'participant')])
  expect(walk).toMatchObject({ event: 'e2', by: { key: 1 } })
})

test('nothing happens while nobody steps', () => {
  const people = [person(1, 'facilitator', 'e1')]
  expect(stepTaken(standing(people), people)).toBe(null)
})

test('a participant leads nobody, whatever their presence says', () => {
  expect(stepTaken(new Map(), [person(2, 'participant', 'e9')])).toBe(null)
  expect(leader([person(2, 'participant', 'e9')])).toBe(null)
})

test('a late joiner hears where everyone is', () => {
  expect(stepTaken(new Map(), [person(1, 'owner', 'e3')])).toMatchObject({ event: 'e3' })
  expect(leader([person(1, 'owner', 'e3'), person(3, 'facilitator', 'e4')])?.key).toBe(3)
})

test('somebody who stops ends the walk only when nobody else stands anywhere', () => {
  const before = standing([person(1, 'facilitator', 'e1'), person(2, 'owner')])
  expect(stepTaken(before, [person(1, 'facilitator'), person(2, 'owner')])).toMatchObject({ event: null })
  const handed = stepTaken(before, [person(1, 'facilitator'), person(2, 'owner', 'e2')])
  expect(handed).toMatchObject({ event: 'e2', by: { key: 2 } })
})

test('a walker whose connection breaks leaves the others where they are', () => {
  const before = standing([person(1, 'facilitator', 'e1')])
  expect(stepTaken(before, [])).toBe(null)
})

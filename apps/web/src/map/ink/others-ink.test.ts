import { expect, test } from 'vitest'
import type { Person } from '../../presence/people.ts'
import { OthersInk } from './others-ink.ts'
import { TRAIL_MS } from './trail.ts'

const ada = { key: 1, isMe: false, account: 'a', name: 'Ada', colour: 2, role: 'participant' } as const
const line = { kind: 'pen', colour: 'blue', width: 'fine', points: [0, 0, 5, 5], count: 2 } as const
const drawing: Person = { ...ada, ink: line }
const laser: Person = { ...ada, ink: { ...line, kind: 'laser' } }

test('a line that somebody draws is shown until it lies on the board, and not for ever where it never does', () => {
  const others = new OthersInk()
  others.hear([drawing], 0)
  expect(others.shown(5_000).map(({ shape }) => shape?.colour)).toEqual(['blue'])
  others.landed()
  expect(others.shown(5_000)[0]?.shape).not.toBeNull()
  others.hear([ada], 5_000)
  expect(others.shown(5_100)[0]?.shape).not.toBeNull()
  others.landed()
  expect(others.shown(5_100)).toEqual([])
  others.hear([drawing], 6_000)
  others.hear([], 6_100)
  expect(others.shown(7_000)).toEqual([])
})

test('a laser leaves a trail and no line', () => {
  const others = new OthersInk()
  others.hear([laser], 0)
  others.hear([ada], 100)
  const [seen] = others.shown(200)
  expect(seen?.shape).toBeNull()
  expect(seen?.trail.seen(200)).toHaveLength(2)
  expect(others.shown(TRAIL_MS + 1)).toEqual([])
})

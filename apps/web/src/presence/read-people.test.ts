import { describe, expect, it } from 'vitest'
import { onePerPerson, readPeople, slowPart } from './read-people.ts'

const ID = 'a'.repeat(21)
const user = { account: 'tunde', name: 'Tunde', colour: 4, role: 'participant', kind: 'member' }

describe('people from presence', () => {
  it('are everybody but this connection, by the server’s word', () => {
    const states = new Map<number, unknown>([
      [1, { user: { ...user, name: 'Me' } }],
      [2, { user, cursor: { x: 1, y: 2 }, selection: [ID] }],
    ])
    expect(readPeople(states, 1, 'me')).toEqual([
      {
        key: 2,
        isMe: false,
        account: 'tunde',
        name: 'Tunde',
        colour: 4,
        role: 'participant',
        cursor: { x: 1, y: 2 },
        selection: [ID],
      },
    ])
  })

  it('leave out who has no name, and drop what does not fit', () => {
    const states = new Map<number, unknown>([
      [2, { cursor: { x: 1, y: 2 } }],
      [3, { user: { ...user, role: 'king' } }],
      [4, null],
      [5, { user, selection: ['short', ID], walking: 'nothing', drag: [{ id: 'short', x: 1, y: 1 }] }],
    ])
    const people = readPeople(states, 1, 'me')
    expect(people).toHaveLength(1)
    expect(people[0]?.selection).toEqual([ID])
    expect(people[0]?.walking).toBeNull()
    expect(people[0]?.drag).toEqual([])
  })

  it('take a text caret for no cursor on the map', () => {
    const states = new Map<number, unknown>([[2, { user, cursor: { anchor: {}, head: {} } }]])
    expect(readPeople(states, 1, 'me')[0]).not.toHaveProperty('cursor')
  })

  it('seem the same to React while only cursors and drags move', () => {
    const at = (x: number) => readPeople(new Map([[2, { user, cursor: { x, y: 0 } }]]), 1, 'me')
    expect(slowPart(at(1))).toBe(slowPart(at(2)))
    const selecting = readPeople(new Map([[2, { user, selection: [ID] }]]), 1, 'me')
    expect(slowPart(selecting)).not.toBe(slowPart(at(1)))
  })

  it('are there once with two tabs open, as the tab shows them that they used last', () => {
    const states = new Map<number, unknown>([
      [2, { user, cursor: { x: 1, y: 1 } }],
      [3, { user: { ...user, account: 'me', name: 'Me' } }],
      [4, { user, selection: [ID] }],
    ])
    const people = readPeople(states, 1, 'me')
    expect(people.map(({ isMe }) => isMe)).toEqual([false, true, false])
    const shown = (usedAt: [number, number][]) => onePerPerson(people, new Map(usedAt)).map(({ key }) => key)
    expect(
      shown([
        [2, 5],
        [4, 9],
      ]),
    ).toEqual([3, 4])
    expect(
      shown([
        [2, 9],
        [4, 5],
      ]),
    ).toEqual([2, 3])
    expect(shown([])).toEqual([2, 3])
  })
})

import { describe, expect, it } from 'vitest'
import { readPeople, slowPart } from './read-people.ts'

const ID = 'a'.repeat(21)
const user = { account: 'tunde', name: 'Tunde', colour: 4, role: 'participant', kind: 'member' }

describe('people from presence', () => {
  it('are everybody but this connection, by the server’s word', () => {
    const states = new Map<number, unknown>([
      [1, { user: { ...user, name: 'Me' } }],
      [2, { user, cursor: { x: 1, y: 2 }, selection: [ID] }],
    ])
    expect(readPeople(states, 1)).toEqual([
      {
        key: 2,
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
    const people = readPeople(states, 1)
    expect(people).toHaveLength(1)
    expect(people[0]?.selection).toEqual([ID])
    expect(people[0]?.walking).toBeNull()
    expect(people[0]?.drag).toEqual([])
  })

  it('take a text caret for no cursor on the map', () => {
    const states = new Map<number, unknown>([[2, { user, cursor: { anchor: {}, head: {} } }]])
    expect(readPeople(states, 1)[0]).not.toHaveProperty('cursor')
  })

  it('seem the same to React while only cursors and drags move', () => {
    const at = (x: number) => readPeople(new Map([[2, { user, cursor: { x, y: 0 } }]]), 1)
    expect(slowPart(at(1))).toBe(slowPart(at(2)))
    const selecting = readPeople(new Map([[2, { user, selection: [ID] }]]), 1)
    expect(slowPart(selecting)).not.toBe(slowPart(at(1)))
  })
})

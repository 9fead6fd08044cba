import { describe, expect, it } from 'vitest'
import { CursorTrack } from './cursor-track.ts'
import { People, type Person } from './people.ts'

const person = (key: number, more: Partial<Person> = {}): Person => ({
  key,
  isMe: false,
  account: `account ${key}`,
  name: 'Tunde',
  colour: 1,
  role: 'participant',
  cursor: { x: 0, y: 0 },
  ...more,
})
const cursorsOf = (people: readonly Person[]) => people.map(({ cursor }) => cursor)

describe('a cursor that comes in short', () => {
  it('moves one person, in the frame after, without a new list for React', () => {
    const people = new People(() => undefined)
    const track = new CursorTrack()
    people.receive(track.placed([person(1), person(2)]), true)
    const list = people.list.get()
    let renders = 0
    let moves = 0
    people.list.subscribe(() => renders++)
    people.onMove(() => moves++)
    track.moved([{ client: 2, x: 7, y: -3 }])
    people.move(track.cursors)
    expect(cursorsOf(people.all)).toEqual([
      { x: 0, y: 0 },
      { x: 7, y: -3 },
    ])
    expect([renders, moves]).toEqual([0, 1])
    expect(people.list.get()).toBe(list)
  })

  it('stands against an older cursor that awareness repeats with something else', () => {
    const track = new CursorTrack()
    track.placed([person(1)])
    track.moved([{ client: 1, x: 50, y: 60 }])
    expect(cursorsOf(track.placed([person(1, { selection: [] })]))).toEqual([{ x: 50, y: 60 }])
    // a newer one from awareness wins again
    expect(cursorsOf(track.placed([person(1, { cursor: { x: 1, y: 1 } })]))).toEqual([{ x: 1, y: 1 }])
    expect(cursorsOf(track.placed([person(1, { cursor: { x: 1, y: 1 } })]))).toEqual([{ x: 1, y: 1 }])
  })

  it('does not come back once it has left the map', () => {
    const people = new People(() => undefined)
    const track = new CursorTrack()
    track.placed([person(1)])
    track.moved([{ client: 1, x: 50, y: 60 }])
    const left = track.placed([person(1, { cursor: null })])
    expect(cursorsOf(left)).toEqual([null])
    people.receive(left, true)
    track.moved([{ client: 1, x: 51, y: 61 }])
    people.move(track.cursors)
    expect(cursorsOf(people.all)).toEqual([null])
  })

  it('keeps nothing of connections that are gone', () => {
    const track = new CursorTrack()
    for (let key = 0; key < 1_000; key++) {
      track.placed([person(key)])
      track.moved([{ client: key, x: 1, y: 1 }])
      track.gone([key])
    }
    expect([track.cursors.size, track.usedAt.size]).toEqual([0, 0])
  })
})

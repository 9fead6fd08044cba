import { describe, expect, it } from 'vitest'
import type { Person } from '../presence/people.ts'
import { newAsk, standingAsks } from './ask.ts'

const person = (more: Partial<Person>): Person => ({
  key: 1,
  isMe: false,
  account: 'ada',
  name: 'Ada',
  colour: 1,
  role: 'facilitator',
  ...more,
})
const ask = (id: string) => ({ id, view: 'map' })

describe('everybody is asked to come', () => {
  it('by a new ask of somebody who was here already', () => {
    const before = standingAsks([person({})])
    expect(newAsk(before, [person({ asks: ask('once') })])?.ask.id).toBe('once')
  })

  it('once: the same ask told again is no news, the next one is', () => {
    const before = standingAsks([person({ asks: ask('once') })])
    expect(newAsk(before, [person({ asks: ask('once'), key: 9 })])).toBeNull()
    expect(newAsk(before, [person({ asks: ask('again') })])?.ask.id).toBe('again')
    expect(newAsk(before, [person({ asks: null })])).toBeNull()
  })

  it('never one who comes late: what stood before they came is not for them', () => {
    expect(newAsk(standingAsks([]), [person({ asks: ask('once') })])).toBeNull()
  })

  it('by nobody who may not lead, whatever their client says', () => {
    for (const role of ['participant', 'observer', 'agent'] as const) {
      const before = standingAsks([person({ role })])
      expect(newAsk(before, [person({ role, asks: ask('once') })])).toBeNull()
    }
  })

  it('not by my own other tab', () => {
    const before = standingAsks([person({ isMe: true })])
    expect(newAsk(before, [person({ isMe: true, asks: ask('once') })])).toBeNull()
  })
})

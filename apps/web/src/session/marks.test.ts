import { describe, expect, it } from 'vitest'
import { Marks } from './marks.ts'

/** On a connection that has sent its step 2 and been told that it is saved. */
function connected(): Marks {
  const marks = new Marks()
  marks.saved(marks.resent())
  return marks
}

const sent = (n: number | null): number => n ?? Number.NaN

describe('marks', () => {
  it('are saved up to the number that the server names, and no further', () => {
    const marks = connected()
    const first = sent(marks.changed(0))
    const second = sent(marks.changed(5_000))
    expect(marks.unsaved).toBe(2)
    expect(marks.saved(first)).toBe(true)
    expect(marks.unsaved).toBe(1)
    expect(marks.oldest).toBe(5_000)
    expect(marks.saved(second)).toBe(true)
    expect(marks.unsaved).toBe(0)
    expect(marks.oldest).toBeNull()
  })

  it('count letters typed together as one change, saved only with the last of them', () => {
    const marks = connected()
    const first = sent(marks.changed(0))
    const last = sent(marks.changed(300))
    expect(marks.unsaved).toBe(1)
    marks.saved(first)
    expect(marks.unsaved).toBe(1)
    marks.saved(last)
    expect(marks.unsaved).toBe(0)
  })

  it('cover what a broken connection had taken along', () => {
    const marks = connected()
    const lost = sent(marks.changed(0))
    marks.disconnected()
    marks.changed(10_000)
    const again = marks.resent()
    expect(again).toBeGreaterThan(lost)
    expect(marks.unsaved).toBe(2)
    marks.saved(again)
    expect(marks.unsaved).toBe(0)
  })

  it('do not leave before the step 2 that carries what was made offline', () => {
    const marks = new Marks()
    expect(marks.changed(0)).toBeNull()
    // the socket is open, the step 2 has not gone: a mark now would claim the change before it
    expect(marks.changed(5_000)).toBeNull()
    expect(marks.asked()).toBeNull()
    expect(marks.unsaved).toBe(2)
    const all = marks.resent()
    expect(sent(marks.changed(9_000))).toBeGreaterThan(all)
    marks.saved(all)
    expect(marks.unsaved).toBe(1)
  })

  it('are settled only when the last of them is saved, a step 2 without changes included', () => {
    const marks = new Marks()
    const first = marks.resent()
    expect(marks.settled).toBe(false)
    marks.saved(first)
    expect(marks.settled).toBe(true)
    // a question whether anybody is there is no change
    const probe = sent(marks.asked())
    expect(marks.settled).toBe(true)
    const change = sent(marks.changed(0))
    marks.saved(probe)
    expect(marks.settled).toBe(false)
    marks.saved(change)
    expect(marks.settled).toBe(true)
    marks.disconnected()
    expect(marks.settled).toBe(false)
  })

  it('carry what an earlier page left unsaved until the first saved', () => {
    const marks = new Marks(3)
    expect(marks.unsaved).toBe(3)
    marks.saved(marks.resent())
    expect(marks.unsaved).toBe(0)
  })

  it('do not believe a number that was never sent, an old one, or one from a connection that is gone', () => {
    const marks = connected()
    const n = sent(marks.changed(0))
    expect(marks.saved(n + 7)).toBe(false)
    expect(marks.unsaved).toBe(1)
    expect(marks.saved(n)).toBe(true)
    expect(marks.saved(n)).toBe(false)
    const late = sent(marks.changed(5_000))
    marks.disconnected()
    expect(marks.saved(late)).toBe(false)
    expect(marks.unsaved).toBe(1)
  })
})

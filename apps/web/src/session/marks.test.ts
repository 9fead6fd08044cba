import { describe, expect, it } from 'vitest'
import { Marks } from './marks.ts'

describe('marks', () => {
  it('are saved up to the number that the server names, and no further', () => {
    const marks = new Marks()
    const first = marks.changed(0)
    const second = marks.changed(5_000)
    expect(marks.unsaved).toBe(2)
    expect(marks.saved(first)).toBe(true)
    expect(marks.unsaved).toBe(1)
    expect(marks.oldest).toBe(5_000)
    expect(marks.saved(second)).toBe(true)
    expect(marks.unsaved).toBe(0)
    expect(marks.oldest).toBeNull()
  })

  it('count letters typed together as one change, saved only with the last of them', () => {
    const marks = new Marks()
    const first = marks.changed(0)
    const last = marks.changed(300)
    expect(marks.unsaved).toBe(1)
    marks.saved(first)
    expect(marks.unsaved).toBe(1)
    marks.saved(last)
    expect(marks.unsaved).toBe(0)
  })

  it('cover what a broken connection had taken along', () => {
    const marks = new Marks()
    const lost = marks.changed(0)
    marks.disconnected()
    marks.changed(10_000)
    const again = marks.resent()
    expect(again).toBeGreaterThan(lost)
    expect(marks.unsaved).toBe(2)
    marks.saved(again)
    expect(marks.unsaved).toBe(0)
  })

  it('carry what an earlier page left unsaved until the first saved', () => {
    const marks = new Marks(3)
    expect(marks.unsaved).toBe(3)
    marks.saved(marks.resent())
    expect(marks.unsaved).toBe(0)
  })

  it('do not believe a number that was never sent, or an old one', () => {
    const marks = new Marks()
    const n = marks.changed(0)
    expect(marks.saved(n + 7)).toBe(false)
    expect(marks.unsaved).toBe(1)
    expect(marks.saved(n)).toBe(true)
    expect(marks.saved(n)).toBe(false)
  })
})

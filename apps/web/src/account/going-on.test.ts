import { describe, expect, it } from 'vitest'
import { mayOpenAnew, type OpenPage } from './going-on.ts'

const page = (said: Partial<OpenPage>): OpenPage => ({
  mine: 'ada',
  now: 'ada',
  isSignedOut: true,
  unsaved: 0,
  isKept: true,
  ...said,
})

describe('a board that is open while somebody signs in on another tab', () => {
  it('goes on by itself when it is the same person, with words that this browser keeps', () => {
    expect(mayOpenAnew(page({}))).toBe(true)
    expect(mayOpenAnew(page({ unsaved: 3 }))).toBe(true)
  })

  it('stays where words would be lost', () => {
    expect(mayOpenAnew(page({ unsaved: 3, isKept: false }))).toBe(false)
  })

  it('is left alone while its connection still stands', () => {
    expect(mayOpenAnew(page({ isSignedOut: false }))).toBe(false)
  })

  it('stays while nobody is signed in', () => {
    expect(mayOpenAnew(page({ now: null }))).toBe(false)
  })

  it('opens for somebody else only when nothing of the one before waits', () => {
    expect(mayOpenAnew(page({ now: 'bob' }))).toBe(true)
    expect(mayOpenAnew(page({ now: 'bob', isSignedOut: false }))).toBe(true)
    expect(mayOpenAnew(page({ now: 'bob', unsaved: 1 }))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { EarlyKeys } from './early-keys.ts'

const page = { typing: false, control: false, overlay: false }
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const atOnce = () => Promise.resolve()

describe('keys that come before their view', () => {
  it('are pressed in order once it is there', async () => {
    const early = new EarlyKeys()
    early.hold()
    for (const key of ['c', 'o', 'k', 'Enter', 'Tab']) expect(early.keep({ ...plain, key }, page)).toBe(true)
    const pressed: string[] = []
    await early.release(({ key }) => pressed.push(key), atOnce)
    expect(pressed).toEqual(['c', 'o', 'k', 'Enter', 'Tab'])
    expect(early.keep({ ...plain, key: 'n' }, page)).toBe(false)
  })

  it('do not overtake each other: what is typed meanwhile waits behind them, fields included', async () => {
    const early = new EarlyKeys()
    early.hold()
    early.keep({ ...plain, key: 'c' }, page)
    const pressed: string[] = []
    await early.release(({ key }) => {
      pressed.push(key)
      if (key === 'c') early.keep({ ...plain, key: 'x' }, { ...page, typing: true })
    }, atOnce)
    expect(pressed).toEqual(['c', 'x'])
  })

  it('wait in a field too for the palette that was asked for there, and no longer than that', async () => {
    const early = new EarlyKeys()
    early.hold()
    early.hold(true)
    expect(early.keep({ ...plain, key: 'm' }, { ...page, typing: true })).toBe(true)
    const pressed: string[] = []
    await early.release(({ key }) => pressed.push(key), atOnce)
    expect(pressed).toEqual(['m'])
    early.hold()
    expect(early.keep({ ...plain, key: 'm' }, { ...page, typing: true })).toBe(false)
  })

  it('leave fields, dialogs, chords and moving about alone', () => {
    const early = new EarlyKeys()
    early.hold()
    expect(early.keep({ ...plain, key: 'c' }, { ...page, typing: true })).toBe(false)
    expect(early.keep({ ...plain, key: 'c' }, { ...page, overlay: true })).toBe(false)
    expect(early.keep({ ...plain, key: 'k', ctrlKey: true }, page)).toBe(false)
    expect(early.keep({ ...plain, key: 'Tab' }, page)).toBe(false)
    expect(early.keep({ ...plain, key: 'Enter' }, { ...page, control: true })).toBe(false)
  })

  it('are forgotten when the view does not come', async () => {
    const early = new EarlyKeys()
    early.hold()
    early.keep({ ...plain, key: 'c' }, page)
    early.drop()
    const pressed: string[] = []
    await early.release(({ key }) => pressed.push(key), atOnce)
    expect(pressed).toEqual([])
  })
})

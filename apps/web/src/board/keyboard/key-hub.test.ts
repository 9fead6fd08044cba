import { describe, expect, it } from 'vitest'
import { KeyHub } from './key-hub.ts'

const canvas = { typing: false, control: false, overlay: false }

describe('the key hub', () => {
  it('asks the one bound last first, and goes on when it declines', () => {
    const hub = new KeyHub()
    const heard: string[] = []
    hub.bind(() => ({ c: () => heard.push('board') }))
    const stop = hub.bind(() => ({
      c: () => {
        heard.push('map')
        return false
      },
    }))
    expect(hub.press('c', canvas)).toBe(true)
    stop()
    expect(hub.press('c', canvas)).toBe(true)
    expect(heard).toEqual(['map', 'board', 'board'])
  })

  it('asks the frame after everybody else, whenever it came', () => {
    const hub = new KeyHub()
    const heard: string[] = []
    hub.bind(() => ({ f: () => heard.push('timeline') }))
    hub.bind(() => ({ f: () => heard.push('frame'), c: () => heard.push('frame') }), { last: true })
    hub.press('f', canvas)
    hub.press('c', canvas)
    expect(heard).toEqual(['timeline', 'frame'])
  })

  it('lets typing win', () => {
    const hub = new KeyHub()
    hub.bind(() => ({ c: () => true, enter: () => true }))
    hub.bind(() => ({ 'mod+k': () => true }), { typing: true })
    const field = { ...canvas, typing: true }
    expect(hub.press('c', field)).toBe(false)
    expect(hub.press('enter', field)).toBe(false)
    expect(hub.press('mod+k', field)).toBe(true)
  })

  it('leaves Enter and Space to the control under the focus', () => {
    const hub = new KeyHub()
    hub.bind(() => ({ enter: () => true, c: () => true }))
    const button = { ...canvas, control: true }
    expect(hub.press('enter', button)).toBe(false)
    expect(hub.press('c', button)).toBe(true)
  })

  it('is silent behind a dialog', () => {
    const hub = new KeyHub()
    hub.bind(() => ({ c: () => true }))
    hub.bind(() => ({ 'mod+k': () => true }), { overlays: true })
    const dialog = { ...canvas, overlay: true }
    expect(hub.press('c', dialog)).toBe(false)
    expect(hub.press('mod+k', dialog)).toBe(true)
  })

  it('keeps chords when single keys are off', () => {
    const hub = new KeyHub()
    hub.bind(() => ({ c: () => true, 'mod+z': () => true, enter: () => true }))
    hub.singleKeys = false
    expect(hub.press('c', canvas)).toBe(false)
    expect(hub.press('mod+z', canvas)).toBe(true)
    expect(hub.press('enter', canvas)).toBe(true)
  })
})

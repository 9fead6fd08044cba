import { describe, expect, it } from 'vitest'
import { chordOf, isSingleKey } from './chord.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('a chord', () => {
  it('is the key in small letters', () => {
    expect(press('c')).toBe('c')
    expect(press('C', { shiftKey: true })).toBe('shift+c')
    expect(press('Enter')).toBe('enter')
    expect(press(' ')).toBe('space')
  })

  it('does not name shift where the sign shows it', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('>', { shiftKey: true })).toBe('>')
    expect(press('ArrowRight', { shiftKey: true })).toBe('shift+arrowright')
  })

  it('calls Ctrl and Command the same', () => {
    expect(press('z', { ctrlKey: true })).toBe('mod+z')
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z')
    expect(press('k', { metaKey: true })).toBe('mod+k')
  })

  it('knows which keys can be switched off', () => {
    expect(isSingleKey('c')).toBe(true)
    expect(isSingleKey('/')).toBe(true)
    expect(isSingleKey('shift+c')).toBe(true)
    expect(isSingleKey('mod+z')).toBe(false)
    expect(isSingleKey('enter')).toBe(false)
    expect(isSingleKey('arrowright')).toBe(false)
  })
})

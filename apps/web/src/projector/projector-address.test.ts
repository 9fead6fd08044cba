import { expect, test } from 'vitest'
import { readProjector, withProjector } from './projector-address.ts'

test('an address says whether it is the room’s screen, and whom it goes along with', () => {
  expect(readProjector('')).toEqual({ isOn: false, follow: null })
  expect(readProjector('?projector')).toEqual({ isOn: true, follow: null })
  const address = withProjector('/b/1/record', true, 'a&b')
  expect(readProjector(address.slice(address.indexOf('?')))).toEqual({ isOn: true, follow: 'a&b' })
  expect(withProjector('/b/1', false)).toBe('/b/1')
})

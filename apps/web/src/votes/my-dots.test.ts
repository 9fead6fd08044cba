import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed } from './my-dots.ts'

test('a dot is given while there is one, and taken back where one lies', () => {
  const none = { left: 1, dots: {} }
  const one = changed(none, 'a', 1)
  expect(one).toEqual({ left: 0, dots: { a: 1 } })
  expect(one && changed(one, 'b', 1)).toBeNull()
  expect(changed(none, 'a', -1)).toBeNull()
  expect(one && changed(one, 'a', -1)).toEqual(none)
})

test('whatever is pressed, dots given and dots left are those that one has', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ id: fc.constantFrom('a', 'b', 'c'), by: fc.constantFrom(1 as const, -1 as const) }),
      ),
      (presses) => {
        let now: { left: number; dots: Record<string, number> } = { left: 4, dots: {} }
        for (const { id, by } of presses) now = changed(now, id, by) ?? now
        const given = Object.values(now.dots).reduce((sum, n) => sum + n, 0)
        expect(given + now.left).toBe(4)
        expect(now.left).toBeGreaterThanOrEqual(0)
        expect(Object.values(now.dots).every((n) => n > 0)).toBe(true)
      },
    ),
    { seed: 6 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepIn, withStep } from './spot.ts'

test('a step comes back as it went, and what else lies with the entry stays', () => {
  const spot = { view: 'record', look: null, items: [], scrolled: 40 } as const
  const state = withStep({ theirs: 1 }, { depth: 3, spot })
  expect(state).toMatchObject({ theirs: 1 })
  expect(stepIn(JSON.parse(JSON.stringify(state)))).toEqual({ depth: 3, spot })
})

test('whatever lies in the history, it is a step or the beginning', () => {
  fc.assert(
    fc.property(fc.anything(), (state) => {
      const { depth } = stepIn(state)
      expect(Number.isInteger(depth) && depth >= 0).toBe(true)
      expect(stepIn({ jump: state }).depth).toBeGreaterThanOrEqual(0)
    }),
  )
})

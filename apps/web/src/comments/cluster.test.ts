import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clustersOf, NEAR } from './cluster.ts'

test('pins apart stay apart, pins on each other are one', () => {
  const pins = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 10, y: 0 },
    { id: 'c', x: 100, y: 0 },
  ]
  expect(clustersOf(pins).map(({ ids }) => ids.join(''))).toEqual(['ab', 'c'])
})

test('nothing is lost, and no two marks cover each other', () => {
  const pin = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) })
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 60 }), (spots) => {
      const clusters = clustersOf(spots.map((spot, n) => ({ ...spot, id: String(n) })))
      expect(clusters.flatMap(({ ids }) => ids).sort()).toEqual(spots.map((_, n) => String(n)).sort())
      for (const [n, a] of clusters.entries())
        for (const b of clusters.slice(n + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(NEAR)
    }),
    { seed: 6 },
  )
})

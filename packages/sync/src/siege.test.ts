import { expect, it } from 'vitest'
import { FRAMES_PER_SIEGE, noFigures, Siege } from './testing/siege.ts'

/** `npm run fuzz` sends a million. */
const FRAMES = 20_000

it(`rules 2, 3, 9: ${FRAMES} frames from people who want to break it leave a room that loads, whole, for everybody`, {
  timeout: 120_000,
}, () => {
  const figures = noFigures()
  for (let seed = 1; seed * FRAMES_PER_SIEGE <= FRAMES; seed++) {
    try {
      new Siege(seed, figures, () => 0).run(FRAMES_PER_SIEGE)
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  // the sieges must be worth standing
  expect(figures.taken).toBeGreaterThan(FRAMES / 10)
  expect(figures.refused).toBeGreaterThan(FRAMES / 20)
  expect(figures.reasons.size).toBeGreaterThan(15)
})

import { seededRandom } from '@second-story/std'
import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { visible } from './testing/author.ts'
import { World } from './testing/world.ts'

/** How many worlds are played. */
const SEEDS = 250
const STEPS = 120

it(`rules 1, 4, 7, 9, 10: in ${SEEDS} worlds with crashes, failing disks and people who come and go, all converge and nothing told or saved is lost`, {
  timeout: 600_000,
}, () => {
  const total = { edits: 0, crashes: 0, saved: 0, compactions: 0 }
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = new World(seededRandom(seed))
    try {
      for (let step = 0; step < STEPS; step++) world.step()
      const [disk, ...people] = world.finish() as [Y.Doc, ...Y.Doc[]]
      for (const doc of people) expect(visible(doc)).toEqual(visible(disk))
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += world.counts[key]
  }
  // the worlds must be worth playing
  expect(total.edits).toBeGreaterThan(SEEDS * 20)
  expect(total.crashes).toBeGreaterThan(SEEDS)
  expect(total.saved).toBeGreaterThan(SEEDS * 2)
})

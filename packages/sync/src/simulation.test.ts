import { describe, expect, it } from 'vitest'
import { Counts } from './simulation/counts.ts'
import { PINNED } from './simulation/pinned.ts'
import { play } from './simulation/play.ts'
import { formatProgram, makeProgram, parseProgram } from './simulation/program.ts'

/** How many worlds are played here; `npm run sim -w packages/sync` plays ten thousand. */
const SEEDS = 200
const STEPS = 220

describe('the simulator', () => {
  it(`rules 1 to 11, 14: in ${SEEDS} worlds in which all may fail, nothing told or saved is lost and all heal`, {
    timeout: 600_000,
  }, () => {
    const total = new Counts()
    for (let seed = 1; seed <= SEEDS; seed++) {
      const program = makeProgram(seed, { steps: STEPS })
      const { broken, counts } = play(program)
      expect(broken, `seed ${seed}: npm run sim -w packages/sync -- --from ${seed} --seeds 1`).toBeNull()
      total.merge(counts)
    }
    // the worlds must be worth playing
    for (const what of ['crash', 'power', 'pause', 'half', 'cut', 'reload', 'folds', 'unloads', 'commands'])
      expect(total.of(what), what).toBeGreaterThan(SEEDS / 20)
    expect(total.of('edits')).toBeGreaterThan(SEEDS * 10)
    expect(total.of('saved')).toBeGreaterThan(SEEDS * 5)
  })

  it('plays the same when it plays again, also from what it printed', () => {
    for (const seed of [1, 7, 23, 42]) {
      const program = makeProgram(seed, { steps: STEPS })
      const { hash } = play(program)
      expect(play(program).hash).toBe(hash)
      expect(play(parseProgram(formatProgram(program))).hash).toBe(hash)
    }
  })

  for (const { name, program } of PINNED) {
    it(`no more: ${name}`, () => {
      expect(play(parseProgram(program)).broken).toBeNull()
    })
  }
})

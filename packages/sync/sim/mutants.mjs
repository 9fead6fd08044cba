// Breaks a copy of the engine, or of the world around it, in each way that the simulator must see: playing seeds must show it.
import { join } from 'node:path'
import { withBroken } from '../mutants/break.mjs'
import { SIM_MUTANTS } from '../mutants/mutants.mjs'
import { playSeeds } from './crew.mjs'

/** True when every mutant is caught. */
export async function runMutants({ seeds, from, threads, options, wanted }) {
  const left = SIM_MUTANTS.filter(({ name }) => name.includes(wanted))
  const count = left.length
  let alive = 0
  const work = async () => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const failure = await withBroken(mutant, { hasTests: false }, (folder) =>
        firstFailure(join(folder, 'src'), { seeds, from, options }),
      )
      if (failure === null) alive++
      console.log(
        `rule ${mutant.rule}: ${mutant.name}: ${failure === null ? 'NOT CAUGHT' : caughtBy(failure)}`,
      )
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  console.log(
    alive === 0 ? `each of ${count} mutants was caught` : `${alive} of ${count} mutants were not caught`,
  )
  return alive === 0
}

function caughtBy({ seed, pinned, broken }) {
  return `caught by ${seed === undefined ? `what once failed ("${pinned}")` : `seed ${seed}`}: "${broken}"`
}

async function firstFailure(source, { seeds, from, options }) {
  let first = null
  const data = { source, options, isEnough: true }
  await playSeeds({ threads: 1, from, seeds, chunk: 25, data, thenPinned: true }, ({ failures }) => {
    first ??= failures[0] ?? null
    return first === null
  })
  return first
}

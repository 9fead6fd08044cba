// Breaks a copy of the engine, or of the world around it, in each way of sim-mutants.mjs: playing seeds must show it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIM_MUTANTS } from '../mutants/sim-mutants.mjs'
import { playSeeds } from './crew.mjs'

/** True when every mutant is caught. */
export async function runMutants({ source, seeds, from, threads, options, wanted }) {
  const left = SIM_MUTANTS.filter(({ name }) => name.includes(wanted))
  let alive = 0
  const work = async () => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const failure = await firstFailure(mutant, { source, seeds, from, options })
      if (failure === null) alive++
      console.log(
        `rule ${mutant.rule}: ${mutant.name}: ${failure === null ? 'NOT CAUGHT' : caughtBy(failure)}`,
      )
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  console.log(alive === 0 ? 'every mutant was caught' : `${alive} mutants were not caught`)
  return alive === 0
}

function caughtBy({ seed, pinned, broken }) {
  return `caught by ${seed === undefined ? `what once failed ("${pinned}")` : `seed ${seed}`}: "${broken}"`
}

async function firstFailure({ name, edits }, { source, seeds, from, options }) {
  const folder = mkdtempSync(join(import.meta.dirname, '..', 'mutants', '.sim-copy-'))
  try {
    cpSync(source, join(folder, 'src'), { recursive: true, filter: (file) => !file.endsWith('.test.ts') })
    for (const { file, find, replace } of edits) {
      const path = join(folder, 'src', file)
      const parts = readFileSync(path, 'utf8').split(find)
      if (parts.length !== 2) throw new Error(`"${name}": ${file} holds ${parts.length - 1} times: ${find}`)
      writeFileSync(path, parts.join(replace))
    }
    let first = null
    const data = { source: join(folder, 'src'), options, isEnough: true }
    await playSeeds({ threads: 1, from, seeds, chunk: 25, data, thenPinned: true }, ({ failures }) => {
      first ??= failures[0] ?? null
      return first === null
    })
    return first
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

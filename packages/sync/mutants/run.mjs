// Breaks a copy of the engine in each way of mutants.mjs and runs its tests on the copy: they must fail.
//   npm run mutants -w packages/sync -- [part of a name]
//   npm run mutants -w packages/sync -- --check   only looks whether every mutant, the simulator's too, still fits the source
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unfitEdits, withBroken } from './break.mjs'
import { MUTANTS, SIM_MUTANTS } from './mutants.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
})

/** Runs the tests of the copy, or those whose path holds `only`; the names of those that failed, or null when all passed. */
function failuresOf(folder, only) {
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    "export default { test: { include: ['src/**/*.test.ts'] } }\n",
  )
  const run = spawnSync('npx', ['vitest', 'run', ...only, '--root', folder, '--reporter=json'], {
    encoding: 'utf8',
  })
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')))
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const failed = tests.filter((test) => test.status === 'failed').map((test) => test.fullName)
  return report.success ? null : failed
}

function check() {
  const unfit = unfitEdits([...MUTANTS, ...SIM_MUTANTS])
  for (const line of unfit) console.error(line)
  console.log(`mutants: ${MUTANTS.length + SIM_MUTANTS.length}, ${unfit.length} edits no longer fit`)
  return unfit.length === 0
}

async function runAll(wanted) {
  let alive = 0
  for (const mutant of MUTANTS.filter(({ name }) => name.includes(wanted))) {
    const { name, rule, tests } = mutant
    const failures = await withBroken(mutant, { hasTests: true }, (folder) =>
      failuresOf(folder, tests === undefined ? [] : [tests]),
    )
    if (failures === null) alive++
    console.log(
      `rule ${rule}: ${name}: ${failures === null ? 'NOT CAUGHT' : `caught by ${failures.length}, e.g. "${failures[0]}"`}`,
    )
  }
  console.log(alive === 0 ? 'every mutant was caught' : `${alive} mutants were not caught`)
  return alive === 0
}

const isGood = values.check ? check() : await runAll(positionals[0] ?? '')
process.exitCode = isGood ? 0 : 1

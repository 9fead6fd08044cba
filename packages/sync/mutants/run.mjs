// Breaks a copy of the engine in each way of mutants.mjs and gate-mutants.mjs and runs its tests on the copy: they must fail.
// `node packages/sync/mutants/run.mjs [part of a name]`
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GATE_MUTANTS } from './gate-mutants.mjs'
import { MUTANTS } from './mutants.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const source = join(here, '..', 'src')
const wanted = process.argv[2] ?? ''

/** Runs the tests of the copy, or those whose path holds `only`; the names of those that failed, or null when all passed. */
function failuresOf(folder, only) {
  const run = spawnSync('npx', ['vitest', 'run', ...only, '--root', folder, '--reporter=json'], {
    encoding: 'utf8',
  })
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')))
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const failed = tests.filter((test) => test.status === 'failed').map((test) => test.fullName)
  return report.success ? null : failed
}

let alive = 0
for (const { name, rule, edits, tests } of [...MUTANTS, ...GATE_MUTANTS].filter((mutant) =>
  mutant.name.includes(wanted),
)) {
  const folder = mkdtempSync(join(here, '.copy-'))
  try {
    cpSync(source, join(folder, 'src'), { recursive: true })
    writeFileSync(
      join(folder, 'vitest.config.mjs'),
      "export default { test: { include: ['src/**/*.test.ts'] } }\n",
    )
    for (const { file, find, replace } of edits) {
      const path = join(folder, 'src', file)
      const parts = readFileSync(path, 'utf8').split(find)
      if (parts.length !== 2) throw new Error(`"${name}": ${file} holds ${parts.length - 1} times: ${find}`)
      writeFileSync(path, parts.join(replace))
    }
    const failures = failuresOf(folder, tests === undefined ? [] : [tests])
    if (failures === null) alive++
    console.log(
      `rule ${rule}: ${name}: ${failures === null ? 'NOT CAUGHT' : `caught by ${failures.length}, e.g. "${failures[0]}"`}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(alive === 0 ? 'every mutant was caught' : `${alive} mutants were not caught`)
process.exitCode = alive === 0 ? 0 : 1

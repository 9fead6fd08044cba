// npm test: installs what is missing, then types, lint, arrows, lock, unit tests, simulation, build, browser tests. The last line counts.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../start/build.mjs'
import { install } from '../start/install.mjs'
import { assertNode } from '../start/node-version.mjs'
import { run } from '../start/run.mjs'
import { findBrowser } from '../testing/find-browser.mjs'
import { playwrightCounts, sum, vitestCounts } from './counts.mjs'

const root = resolve(import.meta.dirname, '../..')
const reports = mkdtempSync(join(tmpdir(), 'second-story-test-'))
// which suites could not run, a line each
const skippedSuites = join(reports, 'skipped.txt')
const env = {
  ...process.env,
  SKIPPED_SUITES: skippedSuites,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
}
const results = []
const skipped = []

/** Runs one step; what it counts goes into the last line, and a step without counts is one test. */
async function step(title, work, counts = null) {
  console.log(`\n== ${title}`)
  const isGood = (await work()) === 0
  const counted = counts?.() ?? null
  if (!counted)
    results.push(isGood ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
  else results.push(isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 })
  if (!isGood) console.log(`== ${title}: FAILED`)
  return isGood
}

const node = (file, ...args) => run(process.execPath, [join(root, file), ...args], { cwd: root, env })
const bin = (name, ...args) => {
  const onWindows = process.platform === 'win32'
  return run(join(root, 'node_modules/.bin', onWindows ? `${name}.cmd` : name), args, {
    cwd: root,
    env,
    shell: onWindows,
  })
}

async function browserTests(isBuilt) {
  const hasTests =
    existsSync(join(root, 'apps/e2e/tests')) && readdirSync(join(root, 'apps/e2e/tests')).length > 0
  if (!hasTests) return void skipped.push('browser tests: there are none')
  if (!isBuilt) return void skipped.push('browser tests: the build failed')
  const browser = await findBrowser(root)
  if (!browser)
    return void skipped.push(
      'browser tests: no Chromium found; install one, or name it in CHROMIUM_PATH (Debian: apt-get install chromium)',
    )
  const report = join(reports, 'playwright.json')
  const browserEnv = { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  await step(
    `browser tests, with ${browser}`,
    () =>
      run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'test'], {
        cwd: join(root, 'apps/e2e'),
        env: browserEnv,
      }),
    () => playwrightCounts(report),
  )
}

assertNode()
process.chdir(root)
if (!(await install(root))) {
  console.log('tests: 0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
await step('types', () =>
  node('node_modules/turbo/bin/turbo', 'run', 'typecheck', '--output-logs=errors-only'),
)
await step('lint', () => bin('biome', 'check', '.'))
await step('arrows: who imports whom', () => node('infra/test/arrows.mjs'))
await step('lock: every platform', () => node('infra/test/lock.mjs'))
const unit = join(reports, 'vitest.json')
await step(
  'unit, property, simulation and contract tests',
  () =>
    node(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unit}`,
    ),
  () => vitestCounts(unit),
)
if (existsSync(skippedSuites))
  skipped.push(...new Set(readFileSync(skippedSuites, 'utf8').trim().split('\n')))
await step('simulation: ten thousand worlds', () =>
  node('node_modules/tsx/dist/cli.mjs', 'packages/sync/sim/main.mjs', '--seeds', '10000'),
)
const isBuilt = await step('build', async () => ((await build(root)) ? 0 : 1))
await browserTests(isBuilt)
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const line of skipped) console.log(`skipped: ${line}`)
const total = sum(results)
console.log(
  `tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped + skipped.length} skipped`,
)
process.exit(total.failed === 0 ? 0 : 1)

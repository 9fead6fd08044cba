import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { playwrightCounts, sum, vitestCounts } from './counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'second-story-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const report = (name, value) => {
  writeFileSync(join(folder, name), JSON.stringify(value))
  return join(folder, name)
}

test('a test file that does not load counts as a failure', () => {
  const file = report('v.json', {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  })
  expect(vitestCounts(file)).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

test('errors outside of tests count', () => {
  const file = report('p.json', { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 4 }, errors: [{}] })
  expect(playwrightCounts(file)).toEqual({ passed: 3, failed: 1, skipped: 4 })
})

test('no report is told apart from a report of nothing', () => {
  expect(vitestCounts(join(folder, 'none.json'))).toBeNull()
  expect(
    sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 3 },
    ]),
  ).toEqual({
    passed: 3,
    failed: 1,
    skipped: 3,
  })
})

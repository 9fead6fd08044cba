import { existsSync, readFileSync } from 'node:fs'

/** How many tests passed, failed and were skipped; `null` where no report was written. */
export function vitestCounts(file) {
  const report = readReport(file)
  if (!report) return null
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    // a file that could not even be loaded counts as one
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The same for Playwright; what passed at the second try passed. */
export function playwrightCounts(file) {
  const report = readReport(file)
  if (!report) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped }
}

export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const one of counts) for (const key of Object.keys(total)) total[key] += one[key]
  return total
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

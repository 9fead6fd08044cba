import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../../infra/testing/find-browser.mjs'
import { CHROMIUM_FLAGS } from '../../infra/testing/find-chromium.ts'

const executablePath = await findBrowser(resolve(import.meta.dirname, '../..'))
if (executablePath === null) throw new Error('no Chromium found; name one in CHROMIUM_PATH')

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // a loaded machine may miss a beat once; what needed a second try is printed as flaky
  retries: process.env.CI ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME }]]
    : [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // it films every page, which costs as much as the stories themselves: only where one failed before
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      // letters lie alike on a canvas and in a picture
      args: [...CHROMIUM_FLAGS, '--font-render-hinting=none'],
    },
  },
})

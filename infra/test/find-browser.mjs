import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium: the one that CHROMIUM_PATH names, one of the system's, or the one inside our packages; else null. */
export async function findBrowser(root) {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return PLACES.find((place) => existsSync(place)) ?? (await packaged(root))
}

async function packaged(root) {
  try {
    const path = createRequire(join(root, 'apps/e2e/package.json')).resolve('@sparticuz/chromium')
    const { default: chromium } = await import(pathToFileURL(path).href)
    return await chromium.executablePath()
  } catch {
    return null
  }
}

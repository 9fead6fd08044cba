import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Chromium without a window, menus and what else a person needs: the same pages for a third less of the machine. */
const SHELLS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chrome-headless-shell']
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const firstOf = (places) => places.find((place) => existsSync(place)) ?? null

/** A Chromium to test in: the one that CHROMIUM_PATH names, a headless shell of the system or of our packages, a browser. */
export async function findBrowser(root) {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return firstOf(SHELLS) ?? (await packagedShell(root)) ?? firstOf(BROWSERS)
}

/** Where it starts: it is made for Linux, and wants libraries that a bare machine may lack. */
async function packagedShell(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const path = createRequire(join(root, 'apps/e2e/package.json')).resolve('@sparticuz/chromium')
    const { default: chromium } = await import(pathToFileURL(path).href)
    const shell = await chromium.executablePath()
    execFileSync(shell, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return shell
  } catch {
    return null
  }
}

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { CHROMIUM_FLAGS, findChromium } from '../../../infra/testing/find-chromium.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { benchBoard } from './canvas/board.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const SETTLED_MS = 2_500
type Theme = 'light' | 'dark'

const HELP = `npm run pictures -w apps/bench -- FOLDER: pictures of the main screens, and of maps with 15, 200 and 2,000 items

Build first (npm run build).
`

interface Shot {
  readonly name: string
  readonly path: string
  readonly theme?: Theme
  readonly size?: { readonly width: number; readonly height: number }
  /** keys pressed before the picture is taken */
  readonly keys?: readonly string[]
}

/** The pictures that the README shows. */
const README: readonly Shot[] = [
  { name: 'map', path: '/sample/gitlab' },
  { name: 'dark', path: '/sample/gitlab', theme: 'dark' },
  { name: 'timeline', path: '/sample/gitlab/timeline' },
  { name: 'record', path: '/sample/gitlab/record' },
  { name: 'sketch', path: '/sample/sock-shop' },
  { name: 'phone', path: '/sample/gitlab', size: PHONE },
]
const MAPS = [15, 200, 2_000] as const

const [folder] = process.argv.slice(2)
if (folder === undefined || folder === '--help') {
  process.stdout.write(HELP)
  process.exit(folder === undefined ? 1 : 0)
}
await take(resolve(process.env.INIT_CWD ?? '.', folder))
process.exit(0)

async function take(into: string): Promise<void> {
  mkdirSync(into, { recursive: true })
  const server = await TestServer.start()
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
  try {
    const owner = await new Api(server.url).signUp('Ada')
    for (const shot of README) await shoot(browser, server.url, owner, into, shot)
    for (const n of MAPS) {
      const path = `/b/${await boardOf(owner, n)}`
      for (const theme of ['light', 'dark'] as const)
        await shoot(browser, server.url, owner, into, {
          name: `map-${n}-${theme}`,
          path,
          theme,
          keys: ['Shift+1'],
        })
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function boardOf(owner: Api, n: number): Promise<string> {
  const board = await owner.createBoard(`A map of ${n}`, 'blank')
  await owner.post(`/api/boards/${board}/commands`, benchBoard(n).commands)
  return board
}

async function shoot(browser: Browser, url: string, who: Api, into: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.size ?? WIDE,
    colorScheme: shot.theme ?? 'light',
  })
  await signIn(context, url, who)
  const page = await context.newPage()
  await page.goto(`${url}${shot.path}`)
  await page.waitForTimeout(SETTLED_MS)
  for (const key of shot.keys ?? []) await page.keyboard.press(key)
  if (shot.keys) await page.waitForTimeout(SETTLED_MS)
  await page.screenshot({ path: join(into, `${shot.name}.png`) })
  process.stdout.write(`${shot.name}.png\n`)
  await context.close()
}

async function signIn(context: BrowserContext, url: string, who: Api): Promise<void> {
  const [name, value] = who.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url }])
}

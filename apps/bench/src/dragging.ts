import { type Browser, chromium, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { CHROMIUM_FLAGS, findChromium } from '../../../infra/testing/find-chromium.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { type Frames, measureFrames, NAMES } from './canvas/frames.ts'
import { LoadClient } from './load-client.ts'
import { benchId, makeBoard } from './make-board.ts'
import { ms, printTable } from './table.ts'

const ITEMS = 1_000
const OTHERS = 10
const SECONDS = 5

/** Frames per second in a real browser with 1,000 items on the board, at rest, panning, and while others drag. */
export async function benchDragging(): Promise<void> {
  const server = await TestServer.start()
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
  try {
    const empty = await framesOfEmptyPage(browser)
    const owner = await new Api(server.url).signUp('Bench')
    const board = await owner.createBoard('Canvas', 'blank')
    await owner.post(`/api/boards/${board}/commands`, makeBoard(ITEMS))
    const token = await owner.invite(board)
    const page = await openBoard(browser, server, owner, board)
    const rest = await measureFrames(page, SECONDS)
    const panning = await whilePanning(page)
    const stop = await othersDrag(server, board, token)
    const dragging = await measureFrames(page, SECONDS)
    const both = await whilePanning(page)
    stop()
    const row = (name: string, f: Frames): string[] => [name, f.perSecond.toFixed(0), ms(f.p95), ms(f.busy)]
    printTable(
      `Frames in a real browser, ${ITEMS} items, ${OTHERS} others dragging five things each at 20/s`,
      ['', 'frames/s', 'p95 frame', 'main thread a frame'],
      [
        row('at rest', rest),
        row('panning', panning),
        row('while others drag', dragging),
        row('panning while others drag', both),
        row('baseline: an empty page', empty),
      ],
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function openBoard(browser: Browser, server: TestServer, owner: Api, board: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name, value] = owner.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.addInitScript(NAMES)
  await page.goto(`${server.url}/b/${board}`)
  await page
    .locator('[data-item]')
    .nth(ITEMS - 1)
    .waitFor({ state: 'attached', timeout: 60_000 })
  await page.keyboard.press('Shift+1')
  await page.waitForTimeout(2_000)
  return page
}

async function framesOfEmptyPage(browser: Browser): Promise<Frames> {
  const page = await browser.newPage()
  await page.addInitScript(NAMES)
  await page.goto('about:blank')
  const found = await measureFrames(page, 2)
  await page.close()
  return found
}

async function whilePanning(page: Page): Promise<Frames> {
  const measured = measureFrames(page, SECONDS)
  await page.mouse.move(700, 450)
  const until = Date.now() + SECONDS * 1000
  for (let i = 0; Date.now() < until; i++) {
    await page.mouse.wheel(Math.sin(i / 20) * 40, Math.cos(i / 20) * 40)
    await page.waitForTimeout(16)
  }
  return measured
}

async function othersDrag(server: TestServer, board: string, token: string): Promise<() => void> {
  const clients: LoadClient[] = []
  for (let i = 0; i < OTHERS; i++) {
    const guest = await new Api(server.url).accept(token, `Person ${i}`)
    const client = await LoadClient.open(
      `${server.url.replace('http', 'ws')}/sync/common.${board}`,
      guest.cookie,
    )
    client.sync()
    clients.push(client)
  }
  const timer = setInterval(() => {
    const t = Date.now() / 300
    clients.forEach((client, i) => {
      const drag = [0, 1, 2, 3, 4].map((k) => {
        const n = i * 90 + k * 7
        return {
          id: benchId('n', n),
          x: (n % 40) * 208 + Math.sin(t + k) * 60,
          y: Math.floor(n / 40) * 112 + Math.cos(t + k) * 60,
        }
      })
      client.present({ cursor: { x: i * 200 + Math.sin(t) * 100, y: 300 + Math.cos(t) * 100 }, drag })
    })
  }, 50)
  return () => {
    clearInterval(timer)
    for (const client of clients) client.close()
  }
}

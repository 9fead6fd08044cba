import type { Browser, Page } from '@playwright/test'
import { benchBoard } from './board.ts'
import { type CanvasContender, CURSORS, MOVED, type OpenCanvas, type Point } from './contender.ts'
import { countBytes, NAMES } from './frames.ts'
import type { PeerPages } from './peer-pages.ts'

/** What every page of `apps/bench/peers/canvas` puts on its window. */
interface PageBench {
  drawn(): boolean
  count(): number
  look(at: Point & { readonly zoom: number }): void
  zoom(): number
  center(id: string): Point
  select(ids: readonly string[]): void
  startMoves(ids: readonly string[], hertz: number): void
  startCursors(count: number, hertz: number): void
  stop(): void
}
type BenchWindow = Window & { bench?: PageBench }

const SLOW = 180_000

export function peerCanvas(id: string, name: string, browser: Browser, pages: PeerPages): CanvasContender {
  return {
    id,
    name,
    async open(n) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.addInitScript(NAMES)
      await page.route(/^https?:\/\/(?!localhost)/, (route) => route.abort())
      const bytes = await countBytes(page)
      await page.goto(pages.url(id, n), { timeout: SLOW })
      const readyMs = await drawnAfter(page, n)
      return new PeerCanvas(page, n, readyMs, bytes())
    },
  }
}

/** Milliseconds from the start of loading until all is there and two frames have been painted since. */
function drawnAfter(page: Page, n: number): Promise<number> {
  return page.evaluate(
    ({ items, span }) =>
      new Promise<number>((done, failed) => {
        const look = (): void => {
          const bench = (window as BenchWindow).bench
          if (bench?.drawn() && bench.count() >= items)
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
          else if (performance.now() > span) failed(new Error('the page did not draw its board'))
          else requestAnimationFrame(look)
        }
        look()
      }),
    { items: n, span: SLOW },
  )
}

class PeerCanvas implements OpenCanvas {
  readonly page: Page
  readonly readyMs: number
  readonly bytes: number
  readonly #board: ReturnType<typeof benchBoard>

  constructor(page: Page, n: number, readyMs: number, bytes: number) {
    this.page = page
    this.readyMs = readyMs
    this.bytes = bytes
    this.#board = benchBoard(n)
  }

  async atHalfSize(): Promise<void> {
    const at = { ...this.#board.middle, zoom: 0.5 }
    await this.page.evaluate((view) => (window as BenchWindow).bench?.look(view), at)
  }

  zoom(): Promise<number> {
    return this.page.evaluate(() => (window as BenchWindow).bench?.zoom() ?? Number.NaN)
  }

  center(id: string): Promise<Point> {
    return this.page.evaluate((item) => (window as BenchWindow).bench?.center(item) ?? { x: 0, y: 0 }, id)
  }

  async selectFifty(): Promise<string> {
    const ids = this.#board.central.slice(0, MOVED)
    await this.page.evaluate((list) => (window as BenchWindow).bench?.select(list), ids)
    return ids[0] ?? ''
  }

  async clearSelection(): Promise<void> {
    await this.page.evaluate(() => (window as BenchWindow).bench?.select([]))
  }

  async startMoves(hertz: number): Promise<void> {
    const ids = this.#board.central.slice(0, MOVED)
    await this.page.evaluate((told) => (window as BenchWindow).bench?.startMoves(told.ids, told.hertz), {
      ids,
      hertz,
    })
  }

  async startCursors(hertz: number): Promise<void> {
    await this.page.evaluate((told) => (window as BenchWindow).bench?.startCursors(told.count, told.hertz), {
      count: CURSORS,
      hertz,
    })
  }

  async stop(): Promise<void> {
    await this.page.evaluate(() => (window as BenchWindow).bench?.stop())
  }

  async close(): Promise<void> {
    await this.page.close()
  }
}

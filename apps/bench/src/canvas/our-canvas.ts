import type { Browser, Page } from '@playwright/test'
import { Api } from '../../../../infra/testing/api.ts'
import { TestServer } from '../../../../infra/testing/server.ts'
import { LoadClient } from '../load-client.ts'
import { type BenchBoard, benchBoard } from './board.ts'
import { type CanvasContender, CURSORS, MOVED, type OpenCanvas, type Point } from './contender.ts'
import { countBytes, NAMES } from './frames.ts'

const SLOW = 180_000
const OTHERS = 50
const NEAR = 0.03

/** Our map on our server; the others are people on the board, so that what they do comes over the network. */
export function ourCanvas(browser: Browser): CanvasContender & { down(): Promise<void> } {
  let server: TestServer | null = null
  return {
    id: 'ours',
    name: 'ours',
    async open(n) {
      server ??= await TestServer.start({ ARRIVALS: '1000000' })
      const board = benchBoard(n)
      const owner = await new Api(server.url).signUp('Bench')
      const id = await owner.createBoard('Canvas', 'blank')
      for (let i = 0; i < board.commands.length; i += 2_000)
        await owner.post(`/api/boards/${id}/commands`, board.commands.slice(i, i + 2_000))
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const [name, value] = owner.cookie.split('=') as [string, string]
      await context.addCookies([{ name, value, url: server.url }])
      const page = await context.newPage()
      await page.addInitScript(NAMES)
      const bytes = await countBytes(page)
      await page.goto(`${server.url}/b/${id}`)
      const readyMs = await drawnAfter(page, n)
      return new OurCanvas({
        page,
        readyMs,
        bytes: bytes(),
        board,
        server,
        id,
        token: await owner.invite(id),
      })
    },
    async down() {
      await server?.stop()
    },
  }
}

/** Milliseconds from the start of loading until every item is there and two frames have been painted since. */
function drawnAfter(page: Page, n: number): Promise<number> {
  return page.evaluate(
    ({ items, span }) =>
      new Promise<number>((done, failed) => {
        const look = (): void => {
          if (document.querySelectorAll('[data-item]').length >= items)
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
          else if (performance.now() > span) failed(new Error('the board was not drawn'))
          else requestAnimationFrame(look)
        }
        look()
      }),
    { items: n, span: SLOW },
  )
}

interface OurParts {
  readonly page: Page
  readonly readyMs: number
  readonly bytes: number
  readonly board: BenchBoard
  readonly server: TestServer
  readonly id: string
  readonly token: string
}

class OurCanvas implements OpenCanvas {
  readonly page: Page
  readonly readyMs: number
  readonly bytes: number
  readonly #parts: OurParts
  #people: LoadClient[] = []
  #timers: NodeJS.Timeout[] = []

  constructor(parts: OurParts) {
    this.page = parts.page
    this.readyMs = parts.readyMs
    this.bytes = parts.bytes
    this.#parts = parts
  }

  /** By what a person has: fit the board, then the wheel about the middle of the page. */
  async atHalfSize(): Promise<void> {
    const { page } = this
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+1')
    await page.waitForTimeout(800)
    await page.mouse.move(720, 450)
    for (let i = 0; i < 200; i++) {
      const now = await this.zoom()
      const off = Math.log(0.5 / now)
      if (Math.abs(off) < NEAR) break
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -Math.sign(off) * Math.min(60, Math.abs(off) * 100))
      await page.keyboard.up('Control')
      await page.waitForTimeout(30)
    }
    await page.waitForTimeout(800)
  }

  async zoom(): Promise<number> {
    const label = await this.page.evaluate(
      () => document.querySelector('[aria-label$="back to 100"]')?.textContent ?? '',
    )
    return Number.parseFloat(label) / 100
  }

  async center(id: string): Promise<Point> {
    const box = await this.page.evaluate((item) => {
      const found = document.querySelector(`.react-flow__node[data-id="${item}"]`)?.getBoundingClientRect()
      return found ? { x: found.x + found.width / 2, y: found.y + found.height / 2 } : null
    }, id)
    if (box === null) throw new Error(`${id} is not in view`)
    return box
  }

  /** Round fifty in the middle with the mouse, from empty space. */
  async selectFifty(): Promise<string> {
    const ids = this.#parts.board.central.slice(0, MOVED)
    const points = await Promise.all(ids.map((id) => this.center(id)))
    const left = Math.min(...points.map((p) => p.x)) - 46
    const right = Math.max(...points.map((p) => p.x)) + 46
    const top = Math.min(...points.map((p) => p.y)) - 22
    const bottom = Math.max(...points.map((p) => p.y)) + 22
    const { mouse } = this.page
    await mouse.move(left, top)
    await mouse.down()
    await mouse.move((left + right) / 2, (top + bottom) / 2)
    await mouse.move(right, bottom)
    await mouse.up()
    await this.page.waitForTimeout(500)
    return ids[0] ?? ''
  }

  async clearSelection(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.waitForTimeout(500)
  }

  async startMoves(hertz: number): Promise<void> {
    const { central, items } = this.#parts.board
    const boxes = new Map(items.map((box) => [box.id, box]))
    const ids = central.slice(0, MOVED)
    const hands = await this.#arrive(10)
    let k = 0
    this.#every(hertz, () => {
      k++
      hands.forEach((hand, h) => {
        const drag = ids.slice(h * 5, h * 5 + 5).map((id, i) => {
          const { x = 0, y = 0 } = boxes.get(id) ?? {}
          return { id, x: x + Math.sin(k / 6 + i) * 60, y: y + Math.cos(k / 6 + i) * 60 }
        })
        hand.present({ drag })
      })
    })
  }

  async startCursors(hertz: number): Promise<void> {
    const { middle } = this.#parts.board
    const hands = await this.#arrive(CURSORS)
    let k = 0
    this.#every(hertz, () => {
      k++
      hands.forEach((hand, i) => {
        const x = middle.x + ((i % 10) - 4.5) * 230 + Math.cos(k / 8 + i) * 120
        const y = middle.y + (Math.floor(i / 10) - 2) * 230 + Math.sin(k / 8 + i) * 120
        hand.present({ cursor: { x, y } })
      })
    })
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const hand of this.#people) hand.close()
    this.#timers = []
    this.#people = []
    await this.page.waitForTimeout(1_000)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  #every(hertz: number, act: () => void): void {
    this.#timers.push(setInterval(act, 1_000 / hertz))
  }

  async #arrive(count: number): Promise<LoadClient[]> {
    const { server, id, token } = this.#parts
    const arrived: LoadClient[] = []
    for (let i = 0; i < Math.min(count, OTHERS); i++) {
      const guest = await new Api(server.url).accept(token, `Person ${i}`)
      const url = `${server.url.replace('http', 'ws')}/sync/common.${id}`
      arrived.push(await LoadClient.open(url, guest.cookie))
    }
    this.#people.push(...arrived)
    return arrived
  }
}

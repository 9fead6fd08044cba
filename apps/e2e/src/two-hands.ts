import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard } from './browsers.ts'
import { lookAtCorner, type Point, Stored } from './map-hands.ts'
import { test } from './test.ts'

/** One board that two people have open for a whole file of stories. */
export interface TwoHands {
  readonly server: TestServer
  readonly ada: Api
  readonly board: string
  readonly stored: Stored
  /** Ada's screen and Tunde's */
  readonly a: Page
  readonly b: Page
  /** errors and warnings of the two pages */
  readonly complaints: readonly string[]
  /** Lays things out anew and shows them on both screens. */
  readonly begin: (...commands: readonly Record<string, unknown>[]) => Promise<void>
}

/** To be called at the top of a file; what it returns is there once a story has begun. */
export function twoHands(): TwoHands {
  const hands = {} as { -readonly [key in keyof TwoHands]: TwoHands[key] }
  test.beforeAll(async ({ browser }) => {
    const server = await TestServer.start()
    const ada = await new Api(server.url).signUp('Ada')
    const tunde = await new Api(server.url).signUp('Tunde')
    const board = await ada.createBoard('Two hands', 'incident-review')
    await tunde.accept(await ada.invite(board), 'Tunde')
    const stored = new Stored(ada, board)
    const a = await openBoard(browser, server, ada, board)
    const b = await openBoard(browser, server, tunde, board)
    const begin = (...commands: readonly Record<string, unknown>[]) => beginAnew([a, b], stored, commands)
    Object.assign(hands, { server, ada, board, stored, a, b, begin, complaints: complaintsOf([a, b]) })
  })
  test.afterAll(async () => {
    await hands.a?.context().close()
    await hands.b?.context().close()
    await hands.server?.stop()
  })
  return hands
}

function complaintsOf(pages: readonly Page[]): readonly string[] {
  const complaints: string[] = []
  for (const page of pages) {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => {
      // the browser's advice about reading pixels, which only this test does
      if (line.type() === 'warning' && !line.text().startsWith('Canvas2D: Multiple readback'))
        complaints.push(line.text())
    })
  }
  return complaints
}

async function beginAnew(
  pages: readonly Page[],
  stored: Stored,
  commands: readonly Record<string, unknown>[],
): Promise<void> {
  for (const page of pages) await page.keyboard.press('Escape')
  await stored.lay(...commands)
  const adds = commands.filter((one) => one.do === 'add')
  for (const page of pages) {
    // these very things: as many others may still stand there
    for (const { id } of adds) await expect(page.locator(`[data-item="${id}"]`)).toBeAttached()
    await expect(page.locator('[data-item]')).toHaveCount(adds.length)
    await lookAtCorner(page)
  }
}

/** Asked again in short steps: what is waited for mostly comes within a frame or two. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { intervals: [30, 60, 120, 250] })

export function middle(at: Point, w = 144, h = 56): Point {
  return { x: at.x + w / 2, y: at.y + h / 2 }
}

/** Where a component is taken hold of: beside its words. */
export function grip(x: number, y: number): Point {
  return { x: x + 72, y: y + 48 }
}

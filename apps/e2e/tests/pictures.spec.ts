import { writeFileSync } from 'node:fs'
import { type Browser, expect, type Page, type TestInfo } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard } from '../src/browsers.ts'
import { oneOfEach } from '../src/everything.ts'
import { restOf } from '../src/map-hands.ts'
import { compare } from '../src/pixels.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let board: string
/** of everything that is laid out, those that are cards: boundaries, frames and arrows are painted */
const CARDS = 28
type Theme = 'light' | 'dark'

test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  board = await ada.createBoard('One of each')
  await ada.post(`/api/boards/${board}/commands`, oneOfEach())
})
test.afterAll(() => server?.stop())

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The exported picture, as an <img> of its own size shows it, and the part of the board that it covers. */
async function asPicture(page: Page, theme: Theme): Promise<{ png: Buffer; covers: Box }> {
  const answer = await ada.raw('GET', `/api/boards/${board}/picture.svg?theme=${theme}`)
  expect(answer.status).toBe(200)
  const svg = await answer.text()
  const [x = 0, y = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
    .split(' ')
    .map(Number)
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(`<body style="margin:0"><img alt="" style="display:block" src="${source}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } })
  return { png, covers: { x, y, width, height } }
}

/** Takes away what belongs to the tool rather than to the board: dots, seam, controls, hands. */
async function leaveOnlyTheBoard(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const child of document.querySelectorAll<HTMLElement>('[data-map] > *'))
      if (!child.querySelector('canvas[data-bitmap], .react-flow, h2')) child.style.visibility = 'hidden'
    for (const seam of document.querySelectorAll<HTMLElement>('[data-map] h2 ~ *, [data-map] :has(~ h2)'))
      if (seam.tagName === 'SPAN') seam.style.visibility = 'hidden'
  })
}

/** The same part of the board on the map, which must show it whole and at 100 percent. */
async function onMap(page: Page, covers: Box): Promise<Buffer> {
  await restOf(page)
  const clip = await page.evaluate((box) => {
    const view = document.querySelector('.react-flow__viewport')
    const map = document.querySelector('[data-map]')?.getBoundingClientRect()
    if (!view || !map) throw new Error('no map')
    const { a, e, f } = new DOMMatrix(getComputedStyle(view).transform)
    if (a !== 1) throw new Error(`the map stands at ${a}`)
    return { ...box, x: map.x + e + box.x, y: map.y + f + box.y, map: map.toJSON() as DOMRect }
  }, covers)
  expect(clip.x).toBeGreaterThanOrEqual(clip.map.x)
  expect(clip.y).toBeGreaterThanOrEqual(clip.map.y)
  expect(clip.x + clip.width).toBeLessThanOrEqual(clip.map.right)
  expect(clip.y + clip.height).toBeLessThanOrEqual(clip.map.bottom)
  return page.screenshot({ clip, animations: 'disabled' })
}

/** Opens the board and a sheet for pictures beside it, both large enough to show everything at 100 percent. */
async function open(browser: Browser, theme: Theme): Promise<{ page: Page; sheet: Page }> {
  const page = await openBoard(browser, server, ada, board)
  const sheet = await page.context().newPage()
  for (const one of [page, sheet]) await one.setViewportSize({ width: 1640, height: 1160 })
  await page.emulateMedia({ colorScheme: theme })
  await page.reload()
  await expect(page.locator('.react-flow__node')).toHaveCount(CARDS)
  return { page, sheet }
}

/** Measured: nothing differs but a few pixels where curves are smoothed; a missing stamp is a tenth of its tile. */
async function expectAlike(sheet: Page, map: Buffer, picture: Buffer, info: TestInfo): Promise<void> {
  const apart = await compare(sheet, map, picture)
  const shown = { map, picture, apart: Buffer.from(apart.picture, 'base64') }
  for (const [name, body] of Object.entries(shown)) writeFileSync(info.outputPath(`${name}.png`), body)
  const where = `the tile at ${apart.at.x}, ${apart.at.y}`
  expect(apart.share, where).toBeLessThan(0.0002)
  expect(apart.worst, where).toBeLessThan(0.02)
}

for (const theme of ['light', 'dark'] as const) {
  test(`the exported picture shows what the map shows, ${theme}`, async ({ browser }, info) => {
    const { page, sheet } = await open(browser, theme)
    await leaveOnlyTheBoard(page)
    const { png, covers } = await asPicture(sheet, theme)
    await expectAlike(sheet, await onMap(page, covers), png, info)
    await page.context().close()
  })

  test(`so it does while a hand moves the map, with all cards on the canvas, ${theme}`, async ({
    browser,
  }, info) => {
    const { page, sheet } = await open(browser, theme)
    const { png, covers } = await asPicture(sheet, theme)
    // far away nothing is mounted any more; what comes into view under a hand is painted until it rests
    const FAR = 3000
    await page.mouse.move(700, 1000)
    await page.mouse.wheel(-FAR, 0)
    await expect(page.locator('.react-flow__node')).toHaveCount(0)
    await restOf(page)
    await leaveOnlyTheBoard(page)
    await page.mouse.move(1600, 1000)
    await page.mouse.down({ button: 'middle' })
    await page.mouse.move(1600 - FAR, 1000, { steps: 8 })
    const map = await onMap(page, covers)
    expect(await page.locator('.react-flow__node').count()).toBe(0)
    await expectAlike(sheet, map, png, info)
    await page.mouse.up({ button: 'middle' })
    await page.context().close()
  })
}

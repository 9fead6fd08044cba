import { readFileSync } from 'node:fs'
import { type Browser, devices, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { openBoard, saved, signInBy } from '../src/browsers.ts'
import { restOf } from '../src/map-hands.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let ben: Api
let look: Api
let board: string

test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  board = await ada.createBoard('A night with a graph')
  ben = await new Api(server.url).accept(await ada.invite(board), 'Ben')
  look = await new Api(server.url).accept(await ada.invite(board, 'observer'), 'Lou')
})
test.afterAll(() => server?.stop())

/** A picture of two colours, as a file that the page has in hand, put where the browser would put it. */
async function give(
  page: Page,
  how: 'paste' | 'drop',
  { width = 600, height = 300, type = 'image/png', bytes = 0 } = {},
): Promise<void> {
  await page.evaluate(
    async ([how, width, height, type, bytes]) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#c1272d'
      context.fillRect(0, 0, width, height)
      context.fillStyle = '#0a66b7'
      context.fillRect(0, 0, width / 2, height)
      const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
      const parts: BlobPart[] = [drawn ?? '', new Uint8Array(bytes)]
      const data = new DataTransfer()
      data.items.add(new File(parts, 'graph.png', { type }))
      const map = document.querySelector('[data-map]') ?? document.body
      if (how === 'paste') {
        document.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
        return
      }
      const where = { clientX: 640, clientY: 400, bubbles: true, cancelable: true, dataTransfer: data }
      for (const kind of ['dragover', 'drop']) map.dispatchEvent(new DragEvent(kind, where))
    },
    [how, width, height, type, bytes] as const,
  )
}

const pictures = (page: Page) => page.locator('[data-item]').filter({ hasText: /picture/ })
/** What the map draws, once its bytes have come. */
const drawn = (page: Page) => page.locator('.react-flow__node image')

test('a picture that is dropped is seen by others, told in words, resized in its shape, and undone', async ({
  browser,
}) => {
  const [a, b] = [await openBoard(browser, server, ada, board), await openBoard(browser, server, ben, board)]
  await expect(a.locator('[data-map]')).toBeVisible()
  await a.mouse.move(640, 400)
  await give(a, 'drop')
  for (const page of [a, b]) {
    await expect(pictures(page)).toHaveCount(1)
    await expect(drawn(page)).toHaveCount(1)
    await expect(drawn(page)).toHaveAttribute('href', /\/images\/[\w-]+\?w=|\/images\/[\w-]+$/)
  }
  await saved(a)
  await a.getByLabel('What it shows').fill('Disk use of that night')
  await a.keyboard.press('Enter')
  await expect(pictures(b)).toHaveText(/^Disk use of that night, picture/)
  await expectAccessible(a, 'a board with a picture')

  const node = a.locator('.react-flow__node').filter({ has: a.locator('image') })
  const before = await node.boundingBox()
  if (!before) throw new Error('the picture is not on the screen')
  expect(Math.round(before.width / before.height)).toBe(2)
  const corner = { x: before.x + before.width, y: before.y + before.height }
  await a.mouse.move(corner.x, corner.y)
  await a.mouse.down()
  await a.mouse.move(corner.x + 120, corner.y + 10, { steps: 5 })
  await a.mouse.up()
  await expect.poll(async () => ((await node.boundingBox())?.width ?? 0) > before.width + 60).toBe(true)
  const after = await node.boundingBox()
  expect((after?.width ?? 0) / (after?.height ?? 1)).toBeCloseTo(2, 1)

  await a.keyboard.press('Escape')
  const exported = await (await ada.raw('GET', `/api/boards/${board}/picture.svg`)).text()
  expect(exported).toContain('data:image/')
  for (let left = 4; left > 0 && (await pictures(b).count()) > 0; left--) {
    await a.locator('[data-map]').press('Control+z')
    await a.waitForTimeout(100)
  }
  await expect(pictures(b)).toHaveCount(0)
  await a.locator('[data-map]').press('Control+Shift+z')
  await expect(drawn(b)).toHaveCount(1)
  await Promise.all([a.context().close(), b.context().close()])
})

test('paste works too; what is too large or no picture is said, and nothing is changed', async ({
  browser,
}) => {
  const own = await ada.createBoard('Pasting')
  const page = await openBoard(browser, server, ada, own)
  await expect(page.locator('.react-flow__viewport')).toBeAttached()
  await restOf(page)
  await give(page, 'paste')
  await expect(pictures(page)).toHaveCount(1)
  await give(page, 'paste', { bytes: 14 * 1024 * 1024 })
  await expect(page.getByText('This picture is 14 MB; up to 10 MB fit. Nothing was changed.')).toBeVisible()
  await give(page, 'paste', { type: 'image/tiff' })
  await expect(page.getByText('Pictures are PNG, JPEG, GIF or WebP. Nothing was changed.')).toBeVisible()
  await page.route('**/images?layer=*', (route) => route.abort())
  await give(page, 'paste', { width: 20 })
  await expect(page.getByText('The server does not answer. Nothing was changed')).toBeVisible()
  await expect(pictures(page)).toHaveCount(1)
  await page.context().close()
})

test('who looks on sees pictures, and is offered no way to add one', async ({ browser }) => {
  const page = await openBoard(browser, server, look, board)
  await expect(drawn(page)).toHaveCount(1)
  await give(page, 'paste')
  await expect(pictures(page)).toHaveCount(1)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('picture')
  await expect(page.getByText('Add a picture')).toHaveCount(0)
  await page.context().close()
})

async function onPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } })
  await signInBy(context, server, ada)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  return page
}

test('on a phone a picture is chosen behind the plus, and its sheet opens', async ({ browser }) => {
  const page = await onPhone(browser)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Picture or photo' }).click()
  const mark = readFileSync(new URL('../../web/public/mark.svg', import.meta.url))
  const png = await page.evaluate(async (svg) => {
    const image = new Image()
    image.src = `data:image/svg+xml;base64,${svg}`
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 90, height: 90 })
    canvas.getContext('2d')?.drawImage(image, 0, 0, 90, 90)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, mark.toString('base64'))
  await (await chooser).setFiles({
    name: 'mark.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  })
  await expect(page.getByRole('button', { name: 'Open it whole' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put another in its place' })).toBeVisible()
  await page.context().close()
})

test('a sample keeps its pictures in the browser, and sends none', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/images')) sent.push(request.url())
  })
  await page.goto(`${server.url}/sample/gitlab`)
  await expect(page.locator('[data-map]')).toBeVisible()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await give(page, 'drop')
  await expect(drawn(page)).toHaveAttribute('href', /^blob:/)
  await page.reload()
  await expect(drawn(page)).toHaveAttribute('href', /^blob:/)
  expect(sent).toEqual([])
  await page.context().close()
})

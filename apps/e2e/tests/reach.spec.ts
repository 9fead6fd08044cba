import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard, signInBy } from '../src/browsers.ts'
import { heard } from '../src/keys.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

test('what others do is said, one line for all of it', async ({ browser }) => {
  const ada = await new Api(server.url).signUp('Grace')
  const board = await ada.createBoard('Heard')
  const page = await openBoard(browser, server, ada, board)
  await expect(page.locator('[data-map]')).toBeVisible()
  const add = (id: string, name: string, x: number) => ({
    do: 'add',
    id: id.padEnd(21, '0'),
    type: 'component',
    fields: { name },
    place: { x, y: 0, w: 144, h: 56 },
  })
  await ada.post(`/api/boards/${board}/commands`, [add('orders', 'orders', 0)])
  await expect(heard(page)).toHaveText('Added: orders, component.')
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'set', id: 'orders'.padEnd(21, '0'), fields: { name: 'basket' } },
  ])
  await expect(heard(page)).toHaveText('orders was renamed to basket.')
  await ada.post(`/api/boards/${board}/commands`, [add('payment', 'payment', 300), add('cart', 'cart', 600)])
  await ada.post(`/api/boards/${board}/commands`, [
    {
      do: 'connect',
      id: 'calls'.padEnd(21, '0'),
      from: 'cart'.padEnd(21, '0'),
      to: 'payment'.padEnd(21, '0'),
      kind: 'calls',
    },
  ])
  await expect(heard(page)).toHaveText('Others: 2 added, 1 arrow drawn.')
})

test('what quiet writing covers on a phone is out of reach, until it is put aside', async ({ browser }) => {
  const kim = await new Api(server.url).signUp('Kim')
  const board = await kim.createBoard('Covered')
  await kim.post(`/api/boards/${board}/rounds`, {
    prompt: 'What played a part?',
    minutes: 5,
    anonymous: true,
    writes: 'factors',
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await signInBy(context, server, kim)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  const field = page.getByRole('textbox', { name: 'A factor' })
  await expect(field).toBeFocused()
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab')
    const under = await page.evaluate(
      () => document.activeElement?.closest('main, header:has(a[aria-label="Back to boards"])') !== null,
    )
    expect(under && (await page.evaluate(() => document.activeElement !== document.body))).toBe(false)
  }
  await page.getByRole('button', { name: 'Look at the board' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Go on writing/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
})

test('at four times the size everything is there to be read and reached', async ({ browser }) => {
  // 1440 x 900 at 400 %
  const context = await browser.newContext({ viewport: { width: 360, height: 225 } })
  const page = await context.newPage()
  await page.goto(server.url)
  await expect(page.getByLabel('Your name')).toBeVisible()
  expect(await overflows(page)).toBe(false)
  await page.goto(`${server.url}/sample/gitlab`)
  const line = page.getByRole('main').locator('[data-item]').first()
  await expect(line).toBeVisible()
  expect(await overflows(page)).toBe(false)
  const room = await page.getByRole('main').boundingBox()
  expect(room?.height).toBeGreaterThan(70)
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(line).toBeFocused()
  for (const view of ['timeline', 'record']) {
    await page.goto(`${server.url}/sample/gitlab/${view}`)
    await expect(page.getByRole('heading').nth(1)).toBeAttached()
    expect(await overflows(page)).toBe(false)
  }
})

/** Must one scroll sideways to read? */
function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
}

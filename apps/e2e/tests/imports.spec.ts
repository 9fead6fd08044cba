import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { dropFile, dropFiles, item, openBoard, saved, wordsOf } from '../src/browsers.ts'
import { SHOP } from '../src/compose.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server?.stop())

const MORE = 'services:\n  mail: {image: shop/mail}\n'
const DRAWING = 'flowchart LR\n  phone[Phone] -->|asks| bank[(Bank)]\n'
const COMPOSE = { name: 'compose.yaml', text: SHOP }
const dialog = (page: Page) => page.getByRole('dialog')
const names = async (page: Page) =>
  (await wordsOf(page)).map((line) => line.split(',')[0]).filter((line) => !line?.includes(' '))

test('files of two kinds are looked at, added in one go, and taken back in one', async ({ browser }) => {
  const page = await openBoard(browser, server, ada, await ada.createBoard('Two kinds', 'blank'))
  await dropFiles(page, [
    COMPOSE,
    { name: 'compose.more.yaml', text: MORE },
    { name: 'drawing.mmd', text: DRAWING },
    { name: 'broken.json', text: '{"nodes": [{"type": "text"' },
  ])
  await expect(dialog(page).getByText('7 components')).toBeVisible()
  await expect(dialog(page).getByRole('img', { name: /What will be added/ })).toBeVisible()
  const parts = dialog(page).getByRole('region')
  await expect(
    parts.filter({ hasText: 'drawing.mmd' }).getByRole('button', { name: /Mermaid/ }),
  ).toBeVisible()
  await expect(parts.filter({ hasText: 'broken.json' }).getByRole('alert')).toContainText('Line 1, column')
  expect(await wordsOf(page)).toEqual([])

  await dialog(page).getByRole('checkbox', { name: /^mail/ }).press('Space')
  await expect(dialog(page).getByText('6 components')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Add to the board' }).click()
  await expect(item(page, 'Phone')).toHaveCount(1)
  await expect(item(page, 'orders')).toHaveCount(1)
  await expect(item(page, 'mail')).toHaveCount(0)
  await saved(page)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => wordsOf(page)).toEqual([])
})

test('a file that comes again changes what changed in it, and nothing that people did', async ({
  browser,
}) => {
  const board = await ada.createBoard('Again', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await dropFile(page, COMPOSE.name, COMPOSE.text)
  await dialog(page).getByRole('button', { name: 'Add to the board' }).click()
  await expect(item(page, 'orders')).toHaveCount(1)
  await saved(page)
  const id = await item(page, 'web').getAttribute('data-item')
  await ada.post(`/api/boards/${board}/commands`, [{ do: 'set', id, fields: { name: 'frontdoor' } }])
  await expect(item(page, 'frontdoor')).toHaveCount(1)

  const text = SHOP.replace('shop/orders:2.1', 'shop/orders:3.0')
    .replace(/ {2}payment:\n.*\n/, '')
    .replace('      PAYMENT: http://payment\n', '      STOCK: http://stock\n')
  await dropFile(page, COMPOSE.name, `${text}  stock:\n    image: shop/stock:1.0\n`)
  const changed = dialog(page)
  await expect(changed.getByRole('heading', { name: 'Changed in the file' })).toBeVisible()
  await expect(changed.getByRole('checkbox', { name: /^orders, technology/ })).toBeChecked()
  await expect(changed.getByRole('checkbox', { name: /^payment/ }).first()).not.toBeChecked()
  await expect(changed.getByRole('checkbox', { name: /frontdoor/ })).toHaveCount(0)
  await changed.getByRole('button', { name: 'Change the board' }).click()
  await expect(item(page, 'stock')).toHaveCount(1)
  await saved(page)
  expect(await names(page)).toEqual(expect.arrayContaining(['frontdoor', 'orders', 'payment', 'stock']))

  await dropFile(page, COMPOSE.name, `${text}  stock:\n    image: shop/stock:1.0\n`)
  await expect(dialog(page).getByText('Nothing to change')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Change the board' })).toBeDisabled()
})

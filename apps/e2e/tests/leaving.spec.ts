import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, signInBy } from '../src/browsers.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let board: string

test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  board = await ada.createBoard('A wide shop')
  const id = (name: string): string => name.padEnd(21, '0')
  const place = (x: number) => ({ x, y: 0, w: 144, h: 56 })
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: id('orders'), type: 'component', fields: { name: 'orders' }, place: place(0) },
    { do: 'add', id: id('payment'), type: 'component', fields: { name: 'payment' }, place: place(300) },
    { do: 'add', id: id('archive'), type: 'component', fields: { name: 'archive' }, place: place(6000) },
    {
      do: 'connect',
      id: id('arrow'),
      from: id('orders'),
      to: id('payment'),
      kind: 'calls',
      label: 'http',
    },
  ])
})
test.afterAll(() => server.stop())

/** Opens the menu, takes an entry, and gives back the file that comes of it. */
async function saved(page: Page, entry: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('a map leaves whole or as what is selected, as text and as a picture of any size', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  await signInBy(context, server, ada)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  await expect(item(page, 'archive')).toHaveCount(1)

  await test.step('as text that the type line takes, and as Mermaid', async () => {
    for (const [entry, words] of [
      ['Copy as text', 'orders > payment (http)\narchive'],
      ['Copy as Mermaid', 'n1 -->|"http"| n2'],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(words)
    }
  })

  await test.step('wider than a canvas may be, at twice its size', async () => {
    const { name, bytes } = await saved(page, 'PNG')
    expect(name).toBe('A wide shop.png')
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(12_000)
    const size = await page.evaluate(async (base64) => {
      const answer = await fetch(`data:image/png;base64,${base64}`).catch(() => null)
      const blob =
        (await answer?.blob()) ??
        new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type: 'image/png' })
      const bitmap = await createImageBitmap(blob)
      return [bitmap.width, bitmap.height]
    }, bytes.toString('base64'))
    expect(size).toEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)])
  })

  await test.step('what is selected alone', async () => {
    await item(page, 'orders').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('What is selected. Nothing private goes along.')).toBeVisible()
    await page.keyboard.press('Escape')
    const { name, bytes } = await saved(page, 'System as CSV')
    expect(name).toBe('A wide shop - selection.csv')
    expect(bytes.toString()).toContain('orders')
    expect(bytes.toString()).not.toMatch(/payment|archive/)
  })
  await context.close()
})

test('a board is copied, saved as a file, and opened from it', async ({ browser }) => {
  const context = await browser.newContext()
  await signInBy(context, server, ada)
  const page = await context.newPage()
  await page.goto(`${server.url}/boards`)

  await page.getByRole('button', { name: 'More about “A wide shop”' }).click()
  await page.getByRole('menuitem', { name: 'Copy the board' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Copy of A wide shop' })).toBeVisible()

  await page.getByRole('button', { name: 'More about “A wide shop”', exact: true }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as a file' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('A wide shop - board.zip')
  const bytes = readFileSync(await file.path())

  const opened = page.getByLabel('A board as a file')
  await opened.setInputFiles({ name: 'holiday.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') })
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('No board was made.')
  await opened.setInputFiles({ name: 'board.zip', mimeType: 'application/zip', buffer: bytes })
  await expect(page).toHaveURL(/\/b\//)
  for (const name of ['orders', 'payment', 'archive']) await expect(item(page, name)).toHaveCount(1)
  await context.close()
})

import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { test } from '../src/test.ts'

let server: TestServer
let owner: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  owner = await new Api(server.url).signUp('Maren')
})
test.afterAll(() => server.stop())

/** An unhurried typist. */
const KEY_MS = 60
/** Looking at a new screen before doing anything on it. */
const LOOK_MS = 2_000
const WORDS = 'The alert went to an address that nobody reads'

test('a newcomer with a link has a factor of their own on the board within 60 seconds', async ({ page }) => {
  const link = await newLink()
  const seconds = await timed(async () => {
    await join(page, link, 'Ada')
    await look(page)
    await page.getByRole('button', { name: 'Factor', exact: true }).click()
    await look(page)
    await page.getByRole('main').click({ position: MIDDLE })
    await page.getByRole('textbox', { name: 'A new factor' }).pressSequentially(WORDS, { delay: KEY_MS })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: WORDS })).toBeAttached()
    await saved(page)
  })
  expect(seconds).toBeLessThan(60)
})

test('the same on the phone within 90 seconds', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  const link = await newLink()
  const seconds = await timed(async () => {
    await join(page, link, 'Tunde')
    await look(page)
    await page.getByRole('button', { name: 'Add', exact: true }).tap()
    await look(page)
    const sheet = page.getByRole('dialog', { name: 'Add' })
    await sheet.getByRole('textbox', { name: 'Factor' }).pressSequentially(WORDS, { delay: KEY_MS })
    await sheet.getByRole('button', { name: 'Add', exact: true }).tap()
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(page.getByRole('button', { name: new RegExp(WORDS) })).toBeVisible()
    await saved(page)
  })
  expect(seconds).toBeLessThan(90)
  await context.close()
})

/** To a new, empty review. */
async function newLink(): Promise<string> {
  return `${server.url}/join/${await owner.invite(await owner.createBoard('The replica rebuild'))}`
}

/** Where the map is empty. */
const MIDDLE = { x: 700, y: 420 }

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await look(page)
  await page.getByRole('textbox', { name: 'Your name' }).pressSequentially(name, { delay: KEY_MS })
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).toHaveURL(/\/b\//)
}

/** What it takes a person, not only the machine: reading is part of the time. */
async function look(page: Page): Promise<void> {
  await page.waitForLoadState('domcontentloaded')
  await new Promise((done) => setTimeout(done, LOOK_MS))
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeAttached()
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = Date.now()
  await work()
  return (Date.now() - from) / 1_000
}

import { type BrowserContext, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, saved } from '../src/browsers.ts'
import { test } from '../src/test.ts'

const PASSWORD = 'a long enough password'

let server: TestServer
let ada: Api
let board: string
let link: string
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  board = await ada.createBoard('Two tabs')
  link = await ada.invite(board)
})
test.afterAll(() => server.stop())

test('a guest who signs up on one tab goes on writing on the other, as the same person', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const tab = await joinAsGuest(context, 'Gil')
  await addComponent(tab, 'before')
  const other = await context.newPage()
  await other.goto(`${server.url}/welcome`)
  await other.getByLabel('Your name').fill('Gil')
  await other.getByLabel('Your work mail').fill('gil@example.test')
  await other.getByLabel('Password').fill(PASSWORD)
  await other.getByRole('button', { name: 'Create an account' }).click()
  await expect(other).toHaveURL(/\/boards$/)

  await tab.bringToFront()
  await addComponent(tab, 'after')
  await saved(tab)
  // the server looks at the session again when a role changes, and finds that it has ended
  const again = tab.waitForEvent('load')
  await giveRole(context, 'deputy')
  await again
  await saved(tab)
  await addComponent(tab, 'later')
  await saved(tab)
  for (const name of ['before', 'after', 'later']) await expect(item(tab, name)).toHaveCount(1)
  await context.close()
})

test('words that wait are never sent in the name of somebody else, and arrive when their writer is back', async ({
  browser,
}) => {
  const mine = await new Api(server.url).signUp('Mia')
  await mine.accept(link, 'Mia')
  await new Api(server.url).signUp('Bob')
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, 'mia')
  const tab = await context.newPage()
  await tab.goto(`${server.url}/b/${board}`)
  await saved(tab)

  const offline = await networkOf(tab)
  await offline(true)
  await addComponent(tab, 'said-by-mia')
  await expect(tab.getByRole('status').filter({ hasText: /kept here/ })).toBeVisible()
  await signIn(other, 'bob')
  await tab.bringToFront()
  await offline(false)
  await expect(tab.getByRole('alert')).toContainText('Bob is signed in at this browser now.')
  await expect(tab.getByRole('alert')).toContainText('this browser keeps')
  await expect(tab.getByRole('button', { name: 'Save my copy as a file' })).toBeVisible()
  expect(await namesOf()).not.toContain('said-by-mia')

  await signIn(other, 'mia')
  await tab.bringToFront()
  await expect(tab.getByRole('alert')).toHaveCount(0)
  await saved(tab)
  expect(await namesOf()).toContain('said-by-mia')
  await context.close()
})

test('words that wait on an open tab outlive signing out and in again on another', async ({ browser }) => {
  await (await new Api(server.url).signUp('Zoe')).accept(link, 'Zoe')
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, 'zoe')
  const tab = await context.newPage()
  await tab.goto(`${server.url}/b/${board}`)
  await saved(tab)
  const offline = await networkOf(tab)
  await offline(true)
  await addComponent(tab, 'said-by-zoe')
  await expect(tab.getByRole('status').filter({ hasText: /kept here/ })).toBeVisible()
  await other.bringToFront()
  await other.getByRole('button', { name: 'You, Zoe' }).click()
  await other.getByRole('menuitem', { name: /Sign out/ }).click()
  const asked = other.getByRole('dialog', { name: 'Not everything is saved' })
  await asked.getByRole('button', { name: /Sign out and lose/ }).click()
  await expect(other.getByLabel('Your work mail')).toBeVisible()
  await tab.bringToFront()
  await offline(false)
  await expect(tab.getByRole('alert')).toContainText('signed out')
  await signIn(other, 'zoe')
  await tab.bringToFront()
  await expect(tab.getByRole('alert')).toHaveCount(0)
  await saved(tab)
  expect(await namesOf()).toContain('said-by-zoe')
  await context.close()
})

test('a board with nothing unsaved opens for whoever signed in', async ({ browser }) => {
  await (await new Api(server.url).signUp('Una')).accept(link, 'Una')
  await (await new Api(server.url).signUp('Vic')).accept(link, 'Vic')
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, 'una')
  const tab = await context.newPage()
  await tab.goto(`${server.url}/b/${board}`)
  await saved(tab)
  const again = tab.waitForEvent('load')
  await signIn(other, 'vic')
  await again
  await tab.bringToFront()
  await saved(tab)
  await tab.getByRole('button', { name: /are here$/ }).click()
  await expect(tab.getByRole('dialog', { name: 'People here' })).toContainText('Vic')
  await context.close()
})

async function joinAsGuest(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}/join/${link}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await saved(page)
  return page
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Your work mail').fill(`${name}@example.test`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/boards$/)
}

/** The network of one tab alone: off or on. */
async function networkOf(page: Page): Promise<(isOffline: boolean) => Promise<unknown>> {
  const network = await page.context().newCDPSession(page)
  return (offline) =>
    network.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
}

/** Ada gives whoever is signed in at this browser a role. */
async function giveRole(context: BrowserContext, role: string): Promise<void> {
  const { account } = await (await context.request.get(`${server.url}/api/me`)).json()
  const answer = await fetch(`${server.url}/api/boards/${board}/members/${account.id}`, {
    method: 'PUT',
    headers: { cookie: ada.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  })
  expect(answer.status).toBe(200)
}

async function namesOf(): Promise<readonly unknown[]> {
  const graph = (await ada.get(`/api/boards/${board}/graph`)) as { items: { name?: string }[] }
  return graph.items.map((one) => one.name)
}

async function addComponent(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('body').press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(item(page, name)).toHaveCount(1)
}

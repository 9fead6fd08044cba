import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard, saved, signInBy } from '../src/browsers.ts'
import { addComponent, asksBeforeLeaving, badge, keptBy, putAway, storedNames } from '../src/offline.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server.stop())

test('a browser that keeps nothing works, and says what it does not keep', async ({ browser }) => {
  const board = await ada.createBoard('Private window', 'blank')
  const context = await browser.newContext()
  await signInBy(context, server, ada)
  await context.addInitScript(() => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'indexedDB', { value: { open: denied, deleteDatabase: denied } })
    Storage.prototype.setItem = denied
  })
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  await saved(page)
  await addComponent(page, 'works')
  await saved(page)
  await context.setOffline(true)
  await addComponent(page, 'only-here')
  await expect(badge(page, /^Offline, 1 change only in this tab/)).toBeVisible()
  await badge(page, /only in this tab/)
    .getByRole('button')
    .click()
  await expect(page.getByText('This browser keeps no copy')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await asksBeforeLeaving(page)).toBe(true)
  await context.setOffline(false)
  await saved(page)
  expect(await storedNames(ada, board)).toEqual(['only-here', 'works'])
  await context.close()
})

test('of a sensitive board no browser keeps anything, and what open pages kept before goes', async ({
  browser,
}) => {
  const board = await ada.createBoard('Sensitive', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await addComponent(page, 'told-in-confidence')
  await saved(page)
  const grace = await new Api(server.url).signUp('Tove')
  await grace.accept(await ada.invite(board), 'Tove')
  const other = await openBoard(browser, server, grace, board)
  await saved(other)
  const ofThis = async (where: Page): Promise<readonly string[]> => {
    const { copies, noted } = await keptBy(where)
    return [...copies, ...noted].filter((name) => name.includes(board))
  }
  for (const where of [page, other]) expect((await ofThis(where)).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('switch', { name: 'Sensitive' })).toBeEnabled()
  await page.getByRole('switch', { name: 'Sensitive' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('switch', { name: 'Sensitive' })).toBeChecked()
  await expect.poll(() => ofThis(page)).toEqual([])
  await expect.poll(() => ofThis(other)).toEqual([])
  await expect(item(other, 'told-in-confidence')).toHaveCount(1)
  await other.context().close()
  await page.reload()
  await saved(page)
  await expect(item(page, 'told-in-confidence')).toHaveCount(1)
  expect(await ofThis(page)).toEqual([])
  await page.context().setOffline(true)
  await addComponent(page, 'only-here')
  await expect(badge(page, /1 change only in this tab/)).toBeVisible()
  expect(await ofThis(page)).toEqual([])
  await page.context().setOffline(false)
  await saved(page)
  await page.context().close()
})

test('signing out and being removed leave nothing of a board in the browser', async ({ browser }) => {
  const board = await ada.createBoard('Nothing stays', 'blank')
  const grace = await new Api(server.url).signUp('Grace')
  await grace.accept(await ada.invite(board), 'Grace')
  const page = await openBoard(browser, server, grace, board)
  await addComponent(page, 'seen')
  await saved(page)
  await putAway(page)
  const before = await keptBy(page)
  expect(before.copies.length).toBeGreaterThan(0)
  for (const path of before.cached) expect(path).not.toMatch(/^\/(api|sync|b)\b/)

  await ada.raw('DELETE', `/api/boards/${board}/members/${grace.account}`)
  await expect(page.getByText('You are no longer on this board.')).toBeVisible()
  await expect.poll(async () => (await keptBy(page)).copies).toEqual([])

  const second = await ada.createBoard('Nothing stays either', 'blank')
  await grace.accept(await ada.invite(second), 'Grace')
  await page.goto(`${server.url}/b/${second}`)
  await saved(page)
  expect((await keptBy(page)).copies.length).toBeGreaterThan(0)
  await page.goto(`${server.url}/boards`)
  await page.getByRole('button', { name: 'You, Grace' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${server.url}/`)
  await expect.poll(async () => (await keptBy(page)).copies).toEqual([])
  const { noted } = await keptBy(page)
  expect(noted.filter((key) => key.startsWith('second-story/') || key === 'second-story:me')).toEqual([])
  await page.context().close()
})

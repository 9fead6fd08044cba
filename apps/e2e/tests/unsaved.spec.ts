import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard, saved } from '../src/browsers.ts'
import { addComponent, asksBeforeLeaving, badge, putAway, storedNames } from '../src/offline.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server.stop())

test('leaving asks while something is unsaved, and only then', async ({ browser }) => {
  const board = await ada.createBoard('Leaving', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  expect(await asksBeforeLeaving(page)).toBe(false)
  await page.context().setOffline(true)
  await expect(badge(page, /^Offline/)).toBeVisible()
  expect(await asksBeforeLeaving(page)).toBe(false)
  await addComponent(page, 'unsaved')
  expect(await asksBeforeLeaving(page)).toBe(true)
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.context().setOffline(false)
  await saved(page)
  expect(await asksBeforeLeaving(page)).toBe(false)
  await page.context().close()
})

test('what is left behind with the page inside the app is still sent', async ({ browser }) => {
  const board = await ada.createBoard('Left behind', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  await page.context().setOffline(true)
  await addComponent(page, 'written-and-left')
  await expect(badge(page, /1 change kept here/)).toBeVisible()
  await page.getByRole('link', { name: 'Boards' }).click()
  await expect(page).toHaveURL(/\/boards$/)
  expect(await asksBeforeLeaving(page)).toBe(true)
  await page.context().setOffline(false)
  await expect.poll(() => storedNames(ada, board), { timeout: 40_000 }).toEqual(['written-and-left'])
  await expect.poll(() => asksBeforeLeaving(page)).toBe(false)
  await page.context().close()
})

test('a copy goes out as a file and comes back where it was lost', async ({ browser }) => {
  const board = await ada.createBoard('File out and in', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await addComponent(page, 'on-both')
  await saved(page)
  await page.context().setOffline(true)
  await addComponent(page, 'in-the-file')
  await badge(page, /1 change kept here/)
    .getByRole('button')
    .click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save a copy as a file' }).click()
  const download = await coming
  const copy = {
    name: download.suggestedFilename(),
    mimeType: 'application/json',
    buffer: readFileSync(await download.path()),
  }
  expect(copy.buffer.toString()).toContain('in-the-file')
  // this browser, and all that it kept, is gone
  await page.context().close()

  const fresh = await openBoard(browser, server, ada, board)
  await saved(fresh)
  await expect(item(fresh, 'in-the-file')).toHaveCount(0)
  await badge(fresh, /^Saved/)
    .getByRole('button')
    .click()
  const choosing = fresh.waitForEvent('filechooser')
  await fresh.getByRole('menuitem', { name: 'Bring a copy back' }).click()
  await (await choosing).setFiles(copy)
  const dialog = fresh.getByRole('dialog')
  await expect(dialog).toContainText('1 thing not on this board')
  await expect(dialog).toContainText('in-the-file')
  await dialog.getByRole('button', { name: 'Add to the board' }).click()
  await expect(item(fresh, 'in-the-file')).toHaveCount(1)
  await saved(fresh)
  await expect.poll(() => storedNames(ada, board)).toEqual(['in-the-file', 'on-both'])
  await fresh.context().close()
})

test('a newer version asks to be loaded, and keeps what was not saved', async ({ browser }) => {
  const board = await ada.createBoard('New version', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  await putAway(page)
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.accept()
  })
  await page.route('**/build.json', (route) => route.fulfill({ json: { build: 'newer' } }))
  await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')))
  const told = page.getByText('A new version is ready.')
  await expect(told).toBeVisible()
  await page.context().setOffline(true)
  await addComponent(page, 'not-saved-yet')
  await expect(badge(page, /1 change kept here/)).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(told).toBeHidden()
  await expect(item(page, 'not-saved-yet')).toHaveCount(1)
  // kept, so nobody was asked whether to lose it
  expect(dialogs).toBe(0)
  await page.context().setOffline(false)
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 40_000 })
  expect(await storedNames(ada, board)).toEqual(['not-saved-yet'])
  await page.context().close()
})

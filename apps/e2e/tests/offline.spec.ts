import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard, saved, signInBy } from '../src/browsers.ts'
import { addComponent, asksBeforeLeaving, badge, keptBy, putAway } from '../src/offline.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server.stop())

interface Names {
  items: { name?: string }[]
}

async function stored(board: string): Promise<string[]> {
  const { items } = (await ada.get(`/api/boards/${board}/graph`)) as Names
  return items.flatMap(({ name }) => name ?? []).sort()
}

async function secondTab(context: BrowserContext, board: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  await expect(page.getByRole('banner')).toBeVisible()
  return page
}

test('without the server the page opens, the board is there, edits are kept and arrive later', async ({
  browser,
}) => {
  const board = await ada.createBoard('On the train', 'blank')
  const page = await openBoard(browser, server, ada, board)
  const other = await openBoard(browser, server, ada, board)
  page.on('dialog', (dialog) => void dialog.accept())
  await addComponent(page, 'before')
  await saved(page)
  await putAway(page)
  await server.kill()
  await page.reload()
  await expect(item(page, 'before')).toHaveCount(1)
  await expect(badge(page, /^Offline/)).toBeVisible({ timeout: 20_000 })
  await addComponent(page, 'in-the-tunnel')
  await expect(badge(page, /^Offline, 1 change kept here/)).toBeVisible()

  // closed and opened again, still without a server: the number is remembered with the words
  const context = page.context()
  await page.close()
  const again = await secondTab(context, board)
  await expect(item(again, 'in-the-tunnel')).toHaveCount(1)
  await expect(badge(again, /^Offline, 1 change kept here/)).toBeVisible({ timeout: 20_000 })

  await server.up()
  await expect(badge(again, /^Saved/)).toBeVisible({ timeout: 40_000 })
  expect(await stored(board)).toEqual(['before', 'in-the-tunnel'])
  await expect(item(other, 'in-the-tunnel')).toHaveCount(1)
  await context.close()
  await other.context().close()
})

test('a board that this browser never had is not invented', async ({ browser }) => {
  const board = await ada.createBoard('Seen', 'blank')
  const never = await ada.createBoard('Never seen', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  await putAway(page)
  await server.kill()
  await page.goto(`${server.url}/b/${never}`)
  await expect(page.getByText('The server does not answer')).toBeVisible({ timeout: 20_000 })
  await server.up()
  await page.context().close()
})

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
  await expect.poll(() => stored(board), { timeout: 40_000 }).toEqual(['written-and-left'])
  await expect.poll(() => asksBeforeLeaving(page)).toBe(false)
  await page.context().close()
})

test('two tabs of one person: both live, one face, copies that do not clash', async ({ browser }) => {
  const board = await ada.createBoard('Two tabs', 'blank')
  const tunde = await new Api(server.url).signUp('Tunde')
  await tunde.accept(await ada.invite(board), 'Tunde')
  const one = await openBoard(browser, server, ada, board)
  const two = await secondTab(one.context(), board)
  const other = await openBoard(browser, server, tunde, board)
  await addComponent(one, 'by-one')
  await addComponent(two, 'by-two')
  for (const page of [one, two, other])
    for (const name of ['by-one', 'by-two']) await expect(item(page, name)).toHaveCount(1)
  await expect(other.getByRole('button', { name: '2 people are here' })).toBeVisible()
  await expect(one.getByRole('button', { name: '2 people are here' })).toBeVisible()
  for (const page of [one, two]) {
    await saved(page)
    await putAway(page)
    page.on('dialog', (dialog) => void dialog.accept())
  }

  await server.kill()
  for (const page of [one, two]) await expect(badge(page, /^Offline/)).toBeVisible({ timeout: 20_000 })
  await addComponent(one, 'alone-one')
  await addComponent(two, 'alone-two')
  await one.reload()
  // the copy holds both tabs' words, and counts both
  for (const name of ['alone-one', 'alone-two']) await expect(item(one, name)).toHaveCount(1)
  await expect(badge(one, /^Offline, 2 changes kept here/)).toBeVisible({ timeout: 20_000 })
  await server.up()
  for (const page of [one, two, other]) {
    await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 40_000 })
    for (const name of ['alone-one', 'alone-two']) await expect(item(page, name)).toHaveCount(1)
  }
  expect(await stored(board)).toEqual(['alone-one', 'alone-two', 'by-one', 'by-two'])
  await one.context().close()
  await other.context().close()
})

test('kill -9 in the middle of typing: what was called saved is there, the rest is kept and arrives', async ({
  browser,
}) => {
  const board = await ada.createBoard('Mid-edit', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  const names = Array.from({ length: 12 }, (_, n) => `part-${n}`)
  // every time the badge says Saved: what was on the map then
  await page.evaluate(() => {
    const seen: string[][] = []
    Object.assign(window, { sawSaved: seen })
    const look = (): void => {
      const says = [...document.querySelectorAll('[role=status]')].map((one) => one.textContent ?? '')
      const items = [...document.querySelectorAll('[data-item]')].map((one) => one.textContent ?? '')
      if (says.some((words) => words.startsWith('Saved')))
        seen.push(items.map((line) => line.split(',')[0] ?? ''))
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const typing = (async () => {
    for (const name of names) await addComponent(page, name)
  })()
  await expect(item(page, 'part-4')).toHaveCount(1)
  await server.kill()
  // nothing more reaches the next life of the server before we have looked
  await page.context().setOffline(true)
  await typing
  await expect(badge(page, /^Offline, \d+ changes? kept here/)).toBeVisible({ timeout: 20_000 })
  await server.up()
  const survived = new Set(await stored(board))
  const told = (await page.evaluate(() => (window as unknown as { sawSaved: string[][] }).sawSaved)).flat()
  expect(told.length).toBeGreaterThan(0)
  expect([...new Set(told)].filter((name) => !survived.has(name))).toEqual([])
  await page.context().setOffline(false)
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 40_000 })
  expect(await stored(board)).toEqual([...names].sort())
  await page.context().close()
})

test('the network back, a page woken, a page returned to: it is live again at once', async ({ browser }) => {
  const board = await ada.createBoard('Asleep', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await saved(page)
  const part = (n: number) => {
    const place = { x: 0, y: n * 90, w: 144, h: 56 }
    return {
      do: 'add',
      id: `part-${n}`.padEnd(21, '0'),
      type: 'component',
      fields: { name: `part-${n}` },
      place,
    }
  }
  const arrives = async (n: number): Promise<void> => {
    await ada.post(`/api/boards/${board}/commands`, [part(n)])
    await expect(item(page, `part-${n}`)).toHaveCount(1, { timeout: 4_000 })
  }

  let tries = 0
  page.on('websocket', () => tries++)
  await page.context().setOffline(true)
  await expect(badge(page, /^Offline/)).toBeVisible()
  // until the waits between tries are long
  await expect.poll(() => tries, { timeout: 60_000 }).toBeGreaterThan(20)
  await page.context().setOffline(false)
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 4_000 })
  await arrives(1)

  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  await server.kill()
  await server.up()
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 8_000 })
  await arrives(2)

  await page.goto(`${server.url}/boards`)
  await page.goBack()
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 8_000 })
  await arrives(3)
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
  await expect.poll(() => stored(board)).toEqual(['in-the-file', 'on-both'])
  await fresh.context().close()
})

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
  expect(await stored(board)).toEqual(['only-here', 'works'])
  await context.close()
})

test('of a sensitive board no browser keeps anything, and what it kept before goes', async ({ browser }) => {
  const board = await ada.createBoard('Sensitive', 'blank')
  const page = await openBoard(browser, server, ada, board)
  await addComponent(page, 'told-in-confidence')
  await saved(page)
  const ofThis = async () => {
    const { copies, noted } = await keptBy(page)
    return [...copies, ...noted].filter((name) => name.includes(board))
  }
  expect((await ofThis()).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('switch', { name: 'Sensitive' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('switch', { name: 'Sensitive' })).toBeChecked()
  await page.reload()
  await saved(page)
  await expect(item(page, 'told-in-confidence')).toHaveCount(1)
  expect(await ofThis()).toEqual([])
  await page.context().setOffline(true)
  await addComponent(page, 'only-here')
  await expect(badge(page, /1 change only in this tab/)).toBeVisible()
  expect(await ofThis()).toEqual([])
  await page.context().setOffline(false)
  await saved(page)
  await page.context().close()
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
  expect(await stored(board)).toEqual(['not-saved-yet'])
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

import { type BrowserContext, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard, saved } from '../src/browsers.ts'
import { addComponent, badge, putAway, storedNames } from '../src/offline.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server.stop())

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
  expect(await storedNames(ada, board)).toEqual(['before', 'in-the-tunnel'])
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
  expect(await storedNames(ada, board)).toEqual(['alone-one', 'alone-two', 'by-one', 'by-two'])
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
  const survived = new Set(await storedNames(ada, board))
  const told = (await page.evaluate(() => (window as unknown as { sawSaved: string[][] }).sawSaved)).flat()
  expect(told.length).toBeGreaterThan(0)
  expect([...new Set(told)].filter((name) => !survived.has(name))).toEqual([])
  await page.context().setOffline(false)
  await expect(badge(page, /^Saved/)).toBeVisible({ timeout: 40_000 })
  expect(await storedNames(ada, board)).toEqual([...names].sort())
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

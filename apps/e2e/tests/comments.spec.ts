import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { boxOf, item, openBoard, saved } from '../src/browsers.ts'
import { id, storyOfANight } from '../src/story.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let bob: Api
let board: string
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Adaline')
  bob = await new Api(server.url).signUp('Bertram')
})
test.afterAll(() => server.stop())
test.beforeEach(async () => {
  board = await ada.createBoard('The night of the queue', 'incident-review')
  await bob.accept(await ada.invite(board), 'Bertram')
  await ada.post(`/api/boards/${board}/commands`, storyOfANight())
})

const pins = (page: Page) => page.locator('[data-pin]')
const card = (page: Page) => page.locator('[data-thread-card]')
const said = (page: Page) => page.locator('[data-thread-entry]')

/** Takes a thing in hand and writes a comment on it. */
async function commentOn(page: Page, name: string, text: string): Promise<void> {
  await item(page, name).focus()
  await page.keyboard.press('Shift+C')
  await expect(card(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(card(page).getByText(text)).toBeVisible()
}

const allOf = async (): Promise<{ id: string; text: string; by: string }[]> =>
  ((await ada.get(`/api/boards/${board}/comments`)) as { comments: [] }).comments

test('two people talk about a thing: a mention is heard, the pin follows, the thread outlives it', async ({
  browser,
}) => {
  const a = await openBoard(browser, server, ada, board)
  const b = await openBoard(browser, server, bob, board)
  await expect(item(a, 'orders')).toBeAttached()
  await expect(item(b, 'orders')).toBeAttached()

  await test.step('a comment with a mention, by keyboard', async () => {
    await item(a, 'orders').focus()
    await a.keyboard.press('Shift+C')
    await expect(card(a).getByRole('textbox')).toBeFocused()
    await a.keyboard.type('Who looks after it? @ber')
    await expect(card(a).getByRole('option', { name: 'Bertram' })).toBeVisible()
    await a.keyboard.press('Enter')
    await a.keyboard.type('<b>now</b>')
    await a.keyboard.press('Enter')
    await expect(card(a).getByText('Who looks after it? @Bertram <b>now</b>')).toBeVisible()
    await expect(card(a).getByText('waiting', { exact: false })).toHaveCount(0)
    await expectAccessible(a, 'a thread')
  })

  await test.step('it is told to whom it speaks, and found in the list', async () => {
    await expect(b.getByText('Adaline speaks to you in a comment.')).toBeVisible()
    await expect(pins(b)).toHaveAttribute('data-look', 'unseen')
    await expect(said(b)).toHaveText(/^Adaline, On “orders”: Who looks after it/)
    await b.getByRole('button', { name: /^All comments, 1 comment speaks to you/ }).click()
    await b.locator('[data-thread-line]').click()
    await b.getByRole('textbox', { name: 'Answer' }).fill('My team does')
    await b.keyboard.press('Enter')
    await expect(card(a).getByText('My team does')).toBeVisible()
    await expect(b.getByRole('button', { name: 'All comments', exact: true })).toBeVisible()
    await expectAccessible(b, 'the panel of comments')
    await b.getByRole('complementary').getByRole('button', { name: 'Close' }).click()
    await expect(a.locator('[data-live-announcer]')).toContainText('Bertram commented')
  })

  await test.step('its pin goes along while another drags', async () => {
    await a.keyboard.press('Escape')
    const spot = async () => (await pins(b).boundingBox()) ?? { x: 0, y: 0 }
    const before = await spot()
    const box = await boxOf(a, 'orders')
    await a.mouse.move(box.x + 20, box.y + box.height / 2)
    await a.mouse.down()
    await a.mouse.move(box.x + 60, box.y + box.height / 2 + 90, { steps: 4 })
    await expect.poll(async () => Math.round((await spot()).y - before.y), { timeout: 15_000 }).not.toBe(0)
    await a.mouse.up()
    await saved(a)
  })

  await test.step('undo takes back the move, never the comment', async () => {
    await a.keyboard.press('Control+z')
    await a.keyboard.press('Control+z')
    await expect(pins(a)).toHaveCount(1)
    expect(await allOf()).toHaveLength(2)
  })

  await test.step('the thing is deleted: the thread says what it was called', async () => {
    await ada.post(`/api/boards/${board}/commands`, [{ do: 'remove', ids: [id('orders')] }])
    await expect(item(b, 'orders')).toHaveCount(0)
    await expect(said(b)).toHaveText(/On “orders”, which is no longer there/)
    await pins(b).click()
    await card(b).getByRole('button', { name: 'Resolve' }).click()
    await expect(pins(b)).toHaveCount(0)
    await expect(said(a)).toHaveCount(0)
    await b.getByRole('button', { name: 'All comments' }).click()
    await b.getByRole('radio', { name: 'Resolved' }).click()
    await expect(b.locator('[data-thread-line]')).toContainText('no longer there')
  })
})

test('a comment on a place is edited, linked to and taken away', async ({ browser }) => {
  const a = await openBoard(browser, server, ada, board)
  await expect(item(a, 'orders')).toBeAttached()
  await a.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Comment' }).click()
  const map = (await a.locator('[data-map]').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await a.mouse.click(map.x + map.width - 120, map.y + 80)
  await card(a).getByRole('textbox').fill('half a thought')
  // what was begun is not lost, neither by Escape nor by a reload
  await a.keyboard.press('Escape')
  await expect(card(a)).toHaveCount(0)
  await expect.poll(() => draftsIn(a)).toContain('half a thought')
  await a.reload()
  await expect(item(a, 'orders')).toBeAttached()
  await a.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Comment' }).click()
  await a.mouse.click(map.x + map.width - 120, map.y + 80)
  await expect(card(a).getByRole('textbox')).toHaveValue('half a thought')
  await a.keyboard.type(' whole')
  await a.keyboard.press('Enter')
  await expect(card(a).getByText('half a thought whole')).toBeVisible()
  await expect.poll(async () => (await allOf()).length).toBe(1)

  await card(a).getByRole('button', { name: 'More' }).click()
  await a.getByRole('menuitem', { name: 'Edit' }).click()
  await card(a).getByRole('textbox', { name: 'Edit' }).fill('a thought')
  await a.keyboard.press('Enter')
  await expect(card(a).getByText('edited')).toBeVisible()

  const [first] = await allOf()
  const b = await openBoard(browser, server, bob, board, `#${first?.id}`)
  await expect(card(b).getByText('a thought', { exact: true })).toBeVisible()
  await card(b).getByRole('button', { name: 'More' }).click()
  await expect(b.getByRole('menuitem', { name: 'Take it away' })).toHaveCount(0)
  await b.keyboard.press('Escape')

  await card(a).getByRole('button', { name: 'More' }).click()
  await a.getByRole('menuitem', { name: 'Take it away' }).click()
  await expect(pins(b)).toHaveCount(0)
})

test('written without the server it waits, survives the page, and arrives once', async ({ browser }) => {
  const a = await openBoard(browser, server, ada, board)
  await expect(item(a, 'orders')).toBeAttached()
  await commentOn(a, 'orders', 'before')
  await expect.poll(async () => (await allOf()).length).toBe(1)
  await a.keyboard.press('Escape')
  await a.route('**/comments', (route) => route.abort())
  await commentOn(a, 'broker', 'in the tunnel')
  await expect(card(a).getByText('waiting: goes when the server answers')).toBeVisible()
  await a.reload()
  await expect(said(a).filter({ hasText: 'in the tunnel' })).toHaveCount(1)
  expect((await allOf()).map((one) => one.text)).toEqual(['before'])
  await a.unroute('**/comments')
  await expect
    .poll(async () => (await allOf()).map((one) => one.text), { timeout: 60_000 })
    .toEqual(['before', 'in the tunnel'])
  await said(a).filter({ hasText: 'in the tunnel' }).focus()
  await a.keyboard.press('Enter')
  await expect(card(a).getByText('waiting: goes when the server answers')).toHaveCount(0)
})

test('whoever looks on comments once the board says so', async ({ browser }) => {
  const eve = await new Api(server.url).accept(await ada.invite(board, 'observer'), 'Eve')
  const e = await openBoard(browser, server, eve, board)
  await expect(item(e, 'orders')).toBeAttached()
  const tools = e.getByRole('navigation', { name: 'Tools' })
  await expect(tools.getByRole('button', { name: 'Comment' })).toHaveCount(0)
  const a = await openBoard(browser, server, ada, board)
  await a.getByRole('button', { name: 'Share', exact: true }).click()
  await a.getByText('Observers may comment', { exact: true }).click()
  await expect(tools.getByRole('button', { name: 'Comment' })).toBeVisible()
  await tools.getByRole('button', { name: 'Comment' }).click()
  const box = await boxOf(e, 'orders')
  await e.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await card(e).getByRole('textbox').fill('From the side')
  await e.keyboard.press('Enter')
  await expect
    .poll(async () => (await allOf()).map((one) => `${one.by}: ${one.text}`))
    .toEqual(['Eve: From the side'])
})

test('on a phone a line says how many, and its sheet opens them', async ({ browser }) => {
  await ada.post(`/api/boards/${board}/comments`, {
    id: id('phone'),
    text: 'Which of them? @Bertram',
    mentions: [bob.account],
    on: { item: id('orders') },
  })
  const b = await openBoard(browser, server, bob, board)
  await b.goto(`${server.url}/boards`)
  await expect(b.getByRole('link', { name: '1 comment speaks to you' })).toBeVisible()
  await b.setViewportSize({ width: 390, height: 844 })
  await b.goto(`${server.url}/b/${board}`)
  const line = b.locator('[data-item]').filter({ hasText: 'orders' }).first()
  await expect(b.getByText('1 comment', { exact: false }).first()).toBeAttached()
  await line.click()
  await b.getByRole('button', { name: 'Comments' }).click()
  await expect(b.getByRole('dialog').getByText('Which of them?')).toBeVisible()
  await b.getByRole('dialog').getByRole('textbox', { name: 'Answer' }).fill('The first')
  await b.getByRole('dialog').getByRole('button', { name: 'Answer' }).click()
  await expect.poll(async () => (await allOf()).length).toBe(2)
  await expectAccessible(b, 'a thread on a phone')
  await b.setViewportSize({ width: 1440, height: 900 })
  await b.goto(`${server.url}/boards`)
  await expect(b.getByRole('heading', { name: 'The night of the queue' }).first()).toBeVisible()
  await expect(b.getByRole('link', { name: '1 comment speaks to you' })).toHaveCount(0)
})

/** What this browser keeps of words that were begun. */
function draftsIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases()
    const name = all.find((one) => one.name?.endsWith('/comments'))?.name
    if (!name) return ''
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const drafts = await new Promise<unknown>((resolve) => {
      const asked = db.transaction('custom').objectStore('custom').get('drafts')
      asked.onsuccess = () => resolve(asked.result)
    })
    db.close()
    return JSON.stringify(drafts ?? '')
  })
}

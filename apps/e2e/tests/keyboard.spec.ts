import { expect } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard } from '../src/browsers.ts'
import { focusIsKept, heard, messages, tabTo, typeAndEnter } from '../src/keys.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

test('a whole review without a mouse', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const keys = page.keyboard

  await test.step('sign up, and a new review', async () => {
    await page.goto(server.url)
    await tabTo(page, 'textbox', 'Your name')
    await keys.type('Ada')
    await keys.press('Tab')
    await keys.type('ada@example.test')
    await keys.press('Tab')
    await typeAndEnter(page, 'a long enough password')
    await expect(page.getByRole('heading', { name: 'Boards' })).toBeVisible()
    await tabTo(page, 'button', 'Incident review')
    await keys.press('Enter')
  })

  await test.step('its title is ready to be overtyped, and hands the focus on to the map', async () => {
    await expect(page.getByRole('textbox', { name: 'Title of the board' })).toBeFocused()
    await typeAndEnter(page, 'The slow checkout')
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeFocused()
    await expect(page).toHaveTitle(/The slow checkout/)
  })

  await test.step('C, its name, Enter; Tab makes the next, connected', async () => {
    await keys.press('c')
    await keys.type('web')
    await keys.press('Tab')
    await typeAndEnter(page, 'orders')
    await expect(item(page, 'web')).toHaveText(/calls orders/)
    await expect(heard(page)).toHaveText('Added orders.')
    await focusIsKept(page)
  })

  await test.step('T types a line', async () => {
    await keys.press('t')
    await typeAndEnter(page, 'orders > payment (http)')
    await expect(item(page, 'orders')).toHaveText(/calls payment \(http\)/)
    await expect(heard(page)).toHaveText(/Added: .*payment/)
    await keys.press('Escape')
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeFocused()
  })

  await test.step('the list is walked; Shift takes along; B draws a boundary round it', async () => {
    await keys.press('Escape')
    await expect(page.getByRole('complementary', { name: 'Selected' })).toHaveCount(0)
    await keys.press('ArrowDown')
    await keys.press('Home')
    const first = page.locator('[data-entry]').first()
    await expect(first).toBeFocused()
    await keys.press('ArrowDown')
    await expect(page.locator('[data-entry]').nth(1)).toBeFocused()
    await keys.press('Home')
    await keys.press('Shift+ArrowDown')
    await expect(heard(page)).toHaveText('2 selected.')
    await keys.press('b')
    await typeAndEnter(page, 'Shop')
    await expect(item(page, 'Shop')).toHaveText(/boundary/)
    await expect(page.locator('[data-item]').filter({ hasText: /in Shop/ })).toHaveCount(2)
    await focusIsKept(page)
    await expect(item(page, 'Shop')).toBeFocused()
  })

  await test.step('F is a factor, 3 says what part it played', async () => {
    await keys.press('f')
    await typeAndEnter(page, 'The retry budget held')
    const factor = item(page, 'The retry budget held')
    await expect(factor).toBeFocused()
    await keys.press('3')
    await expect(factor).toHaveText(/Helped/)
    await keys.press('2')
    await expect(factor).toHaveText(/Made it harder/)
  })

  await test.step('A connects by letters, and comes back to where it began', async () => {
    await keys.press('a')
    await keys.type('pay')
    await keys.press('Enter')
    await expect(item(page, 'The retry budget held')).toHaveText(/payment/)
    await expect(heard(page)).toHaveText('Connected to payment.')
    await expect(item(page, 'The retry budget held')).toBeFocused()
  })

  await test.step('M moves, Enter puts down', async () => {
    await keys.press('m')
    await expect(heard(page)).toHaveText(/^Moving/)
    await keys.press('ArrowDown')
    await expect(heard(page)).toHaveText(/^-?\d+, -?\d+/)
    await keys.press('Enter')
    await expect(heard(page)).toHaveText('Put down.')
    await focusIsKept(page)
  })

  await test.step('Enter edits, and comes back', async () => {
    await keys.press('Enter')
    await expect(
      page
        .getByRole('region', { name: 'Map', exact: true })
        .getByRole('textbox', { name: 'Words of this factor' }),
    ).toBeFocused()
    await keys.press('Control+a')
    await typeAndEnter(page, 'Retries were capped')
    await expect(item(page, 'Retries were capped')).toBeFocused()
  })

  await test.step('Delete goes on to the neighbour; undo and redo say what they did', async () => {
    await keys.press('Delete')
    await expect(heard(page)).toHaveText('Deleted Retries were capped.')
    await expect(item(page, 'Retries were capped')).toHaveCount(0)
    await expect(page.locator('[data-entry]:focus')).toHaveCount(1)
    await keys.press('Control+z')
    await expect(item(page, 'Retries were capped')).toHaveCount(1)
    await expect(messages(page)).toContainText(/Undid: .*/)
    await keys.press('Control+Shift+z')
    await expect(messages(page)).toContainText(/Did again: .*/)
    await expect(item(page, 'Retries were capped')).toHaveCount(0)
    await keys.press('Control+z')
    await expect(item(page, 'Retries were capped')).toHaveCount(1)
    await focusIsKept(page)
  })

  await test.step('/ finds, Enter shows, Escape gives back', async () => {
    await keys.press('/')
    await expect(page.getByRole('textbox', { name: 'Find on the map' })).toBeFocused()
    await typeAndEnter(page, 'payment')
    await expect(heard(page)).toHaveText(/1 of \d: /)
    await keys.press('Escape')
    await focusIsKept(page)
  })

  await test.step('Ctrl-K finds everything, ? lists the keys; both give the focus back', async () => {
    const before = await page.evaluate(() => document.activeElement?.textContent)
    await keys.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(before)
    await keys.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await typeAndEnter(page, 'go to the timeline')
    await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toBeFocused()
  })

  await test.step('events are typed, and walked with the arrows', async () => {
    await keys.press('e')
    await typeAndEnter(page, '14:05 pager fires for orders')
    await typeAndEnter(page, '14:20 the old version is back')
    await keys.press('Escape')
    await focusIsKept(page)
    const here = page.locator('[aria-current]').filter({ hasText: /pager|old version/ })
    await keys.press('ArrowUp')
    await expect(here).toContainText('pager fires')
    await keys.press('ArrowDown')
    await expect(here).toContainText('the old version')
    await focusIsKept(page)
  })

  await test.step('back to the map, which takes the keys', async () => {
    await keys.press('Control+k')
    await typeAndEnter(page, 'go to the map')
    await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeFocused()
  })

  await test.step('an event from the map', async () => {
    await keys.press('e')
    await typeAndEnter(page, '14:09 checkout is slow')
    await expect(page.locator('[data-item]').filter({ hasText: /checkout is slow/ })).toHaveCount(1)
    await focusIsKept(page)
  })

  await test.step('the record: the Summary is typed, and exported', async () => {
    await keys.press('Control+k')
    await typeAndEnter(page, 'go to the record')
    await expect(page.getByRole('textbox', { name: /Summary/ })).toBeVisible()
    await tabTo(page, 'textbox', /Summary/)
    await keys.type('Checkout was slow for fifteen minutes.')
    await expect(page.getByRole('textbox', { name: /Summary/ })).toContainText('fifteen minutes')
    await tabTo(page, 'button', 'Export', 'Shift+Tab')
    await keys.press('Enter')
    await expect(page.getByRole('menuitem', { name: /Copy as Markdown/ })).toBeFocused()
    await keys.press('Enter')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('fifteen minutes')
    await focusIsKept(page)
  })

  await test.step('a link is made and copied', async () => {
    await tabTo(page, 'button', 'Share')
    await keys.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await tabTo(page, 'button', 'Make a link')
    await keys.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Invite link' })).toBeVisible()
    await tabTo(page, 'button', /^Copy/)
    await keys.press('Enter')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/join/')
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  })
})

test('Tab goes round the whole page, past its end and on from its beginning', async ({ browser }) => {
  const ada = await new Api(server.url).signUp('Tabitha')
  const page = await openBoard(browser, server, ada, await ada.createBoard('Round'), '/record')
  await expect(page.getByRole('textbox', { name: /Summary/ })).toBeVisible()
  const share = page.getByRole('button', { name: 'Share', exact: true })
  await share.focus()
  const isOnShare = () => share.evaluate((one) => one === document.activeElement)
  const passed: string[] = []
  for (let n = 0; n < 80 && (n === 0 || !(await isOnShare())); n++) {
    await page.keyboard.press('Tab')
    // what takes the focus back does so a moment later
    await page.waitForTimeout(80)
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ''))
  }
  expect(await isOnShare(), passed.join(' | ')).toBe(true)
})

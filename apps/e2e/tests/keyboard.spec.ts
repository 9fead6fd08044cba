import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, openBoard, signInBy } from '../src/browsers.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

/** Something has the focus, and it can be seen: a ring of its own, or the ring of what stands for it. */
async function focusIsKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    )
    .toBe(true)
}

function messages(page: Page) {
  return page.getByRole('region', { name: 'Messages' })
}

function heard(page: Page) {
  return page.locator('p[data-live-announcer]')
}

/** Tab, or Shift and Tab, until a control of this name has the focus. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox',
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const wanted = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first()
  for (let n = 0; n < 60; n++) {
    if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not come to ${name}`)
}

async function typeAndEnter(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

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

test('keys pressed while a board opens are not lost', async ({ page }) => {
  await page.goto(`${server.url}/`)
  await page.route(/MapView-.*\.js/, async (route) => {
    await new Promise((done) => setTimeout(done, 700))
    await route.continue()
  })
  await page.goto(`${server.url}/sample/sock-shop`)
  await expect(page.getByRole('banner')).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('early bird')
  await page.keyboard.press('Enter')
  await expect(item(page, 'early bird')).toHaveCount(1)
})

test('letters alone can be switched off, and the keys with Ctrl stay', async ({ page }) => {
  await page.goto(`${server.url}/sample/sock-shop`)
  await expect(page.locator('[data-item]').first()).toBeAttached()
  await page.keyboard.press('?')
  const letters = page.getByRole('switch', { name: /Single keys/ })
  await letters.focus()
  await page.keyboard.press('Space')
  await expect(letters).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.locator('[data-item]').first().focus()
  for (const key of ['c', 'n', 'f', 't', 'a', '/', '?', 'm', '1', '-']) await page.keyboard.press(key)
  await expect(page.locator('[data-over-map] :is(input, textarea)')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(heard(page)).not.toHaveText(/Moving/)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
})

test('the switch of views hands the focus to the view', async ({ page }) => {
  await page.goto(`${server.url}/sample/gitlab`)
  await expect(page.locator('[data-item]').first()).toBeAttached()
  for (const view of ['Timeline', 'Map', 'Record'] as const) {
    await page.getByRole('radio', { name: view }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-view-focus]')).toBeFocused()
  }
})

test('still things stay still where motion is reduced', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/sample/gitlab`)
  await page.locator('[data-item]').first().focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('complementary', { name: 'Selected' })).toBeVisible()
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 20)
        .length,
  )
  expect(moving).toBe(0)
})

test('what others do is said, one line for all of it', async ({ browser }) => {
  const ada = await new Api(server.url).signUp('Grace')
  const board = await ada.createBoard('Heard')
  const page = await openBoard(browser, server, ada, board)
  await expect(page.locator('[data-map]')).toBeVisible()
  const add = (id: string, name: string, x: number) => ({
    do: 'add',
    id: id.padEnd(21, '0'),
    type: 'component',
    fields: { name },
    place: { x, y: 0, w: 144, h: 56 },
  })
  await ada.post(`/api/boards/${board}/commands`, [add('orders', 'orders', 0)])
  await expect(heard(page)).toHaveText('Added: orders, component.')
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'set', id: 'orders'.padEnd(21, '0'), fields: { name: 'basket' } },
  ])
  await expect(heard(page)).toHaveText('orders was renamed to basket.')
  await ada.post(`/api/boards/${board}/commands`, [add('payment', 'payment', 300), add('cart', 'cart', 600)])
  await ada.post(`/api/boards/${board}/commands`, [
    {
      do: 'connect',
      id: 'calls'.padEnd(21, '0'),
      from: 'cart'.padEnd(21, '0'),
      to: 'payment'.padEnd(21, '0'),
      kind: 'calls',
    },
  ])
  await expect(heard(page)).toHaveText('Others: 2 added, 1 arrow drawn.')
})

test('what quiet writing covers on a phone is out of reach, until it is put aside', async ({ browser }) => {
  const kim = await new Api(server.url).signUp('Kim')
  const board = await kim.createBoard('Covered')
  await kim.post(`/api/boards/${board}/rounds`, {
    prompt: 'What played a part?',
    minutes: 5,
    anonymous: true,
    writes: 'factors',
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await signInBy(context, server, kim)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  const field = page.getByRole('textbox', { name: 'A factor' })
  await expect(field).toBeFocused()
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab')
    const under = await page.evaluate(
      () => document.activeElement?.closest('main, header:has(a[aria-label="Back to boards"])') !== null,
    )
    expect(under && (await page.evaluate(() => document.activeElement !== document.body))).toBe(false)
  }
  await page.getByRole('button', { name: 'Look at the board' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Go on writing/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
})

test('at four times the size everything is there to be read and reached', async ({ browser }) => {
  // 1440 x 900 at 400 %
  const context = await browser.newContext({ viewport: { width: 360, height: 225 } })
  const page = await context.newPage()
  await page.goto(server.url)
  await expect(page.getByLabel('Your name')).toBeVisible()
  expect(await overflows(page)).toBe(false)
  await page.goto(`${server.url}/sample/gitlab`)
  const line = page.getByRole('main').locator('[data-item]').first()
  await expect(line).toBeVisible()
  expect(await overflows(page)).toBe(false)
  const room = await page.getByRole('main').boundingBox()
  expect(room?.height).toBeGreaterThan(70)
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(line).toBeFocused()
  for (const view of ['timeline', 'record']) {
    await page.goto(`${server.url}/sample/gitlab/${view}`)
    await expect(page.getByRole('heading').nth(1)).toBeAttached()
    expect(await overflows(page)).toBe(false)
  }
})

/** Must one scroll sideways to read? */
function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
}

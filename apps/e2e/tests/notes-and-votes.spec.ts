import { type Browser, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { item, openBoard, saved, signInBy } from '../src/browsers.ts'
import { lay, pasteText, pull, restOf, Stored } from '../src/map-hands.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

interface Gathering {
  readonly owner: Api
  readonly guest: Api
  readonly board: string
  readonly stored: Stored
}

let gathered = 0

async function gathering(...things: readonly Record<string, unknown>[]): Promise<Gathering> {
  gathered += 1
  const owner = await new Api(server.url).signUp('Ada', `ada-${gathered}@example.test`)
  const board = await owner.createBoard('What next?', 'blank')
  const guest = await new Api(server.url).accept(await owner.invite(board), 'Grace')
  const stored = new Stored(owner, board)
  if (things.length > 0) await stored.lay(...things)
  return { owner, guest, board, stored }
}

async function onPhone(browser: Browser, who: Api, board: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await signInBy(context, server, who)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}`)
  await expect(page.getByRole('heading', { name: 'What next?' })).toBeVisible()
  return page
}

const svg = async (who: Api, board: string): Promise<string> =>
  (await who.raw('GET', `/api/boards/${board}/picture.svg?area=all`)).text()

test('notes come one after the other by key, take the last ground, and lie in rows and columns', async ({
  browser,
}) => {
  const { owner, guest, board, stored } = await gathering()
  const page = await openBoard(browser, server, owner, board)
  const other = await openBoard(browser, server, guest, board)

  await test.step('N, Tab beside it, Ctrl Enter below it', async () => {
    await expect(page.locator('[data-map]')).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('first')
    await page.keyboard.press('Tab')
    await page.keyboard.type('second')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('third')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('on two lines')
    await page.keyboard.press('Enter')
    await expect(item(other, 'third')).toHaveCount(1)
    await saved(page)
    const [first, second, third] = await Promise.all(
      ['first', 'second', 'third'].map((one) => stored.place(one)),
    )
    expect([second?.x, second?.y]).toEqual([(first?.x ?? 0) + 168 + 16, first?.y])
    expect([third?.x, third?.y]).toEqual([second?.x, (second?.y ?? 0) + 88 + 16])
  })

  await test.step('its ground and its size by key; the next takes them over; others see it', async () => {
    await page.keyboard.press('3')
    await page.keyboard.press('s')
    await page.keyboard.press('Tab')
    await expect(item(other, 'third')).toContainText('rose')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.type('fourth')
    await page.keyboard.press('Enter')
    await expect(item(other, 'fourth')).toContainText('rose')
    await saved(page)
    const notes = (await stored.items()) as unknown as { text: string; colour: string; size: string }[]
    const looks = Object.fromEntries(
      notes.map(({ text, colour, size }) => [text.split('\n')[0], [colour, size]]),
    )
    expect(looks).toMatchObject({
      first: ['yellow', 'middle'],
      third: ['rose', 'large'],
      fourth: ['rose', 'large'],
    })
    expect(await svg(owner, board)).toContain('#F0B8B4')
  })

  await test.step('one undo takes the size back, one the ground', async () => {
    await page.keyboard.press('Control+z')
    await expect(item(page, 'fourth')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(item(page, 'third')).not.toContainText('rose')
  })

  await test.step('many lines are many notes on open ground in one step, or one', async () => {
    await page.keyboard.press('Escape')
    await pasteText(page, '- alpha\n- beta\n- gamma\n- delta\n- epsilon')
    for (const name of ['alpha', 'epsilon']) await expect(item(other, name)).toHaveCount(1)
    await page.keyboard.press('Control+z')
    for (const name of ['alpha', 'epsilon']) await expect(item(page, name)).toHaveCount(0)
    await pasteText(page, 'alpha\nbeta\ngamma')
    await page.getByRole('button', { name: 'One note instead' }).click()
    await expect(item(page, 'beta')).toHaveCount(0)
    await expect(item(page, 'alpha')).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(item(page, 'alpha')).toHaveCount(0)
    await expect(item(page, 'beta')).toHaveCount(0)
    await expect(item(page, 'first')).toHaveCount(1)
  })
})

test('a note near others lies down beside them, on another it asks; anything carries stamps', async ({
  browser,
}) => {
  const { owner, guest, board, stored } = await gathering(
    lay('note', 'left', 0, 0),
    lay('note', 'right', 400, 300),
    lay('component', 'orders', 0, 400),
  )
  const page = await openBoard(browser, server, owner, board)
  const other = await openBoard(browser, server, guest, board)
  await expect(item(page, 'orders')).toHaveCount(1)

  await test.step('dropped nearly beside it lies exactly beside', async () => {
    await pull(page, { x: 484, y: 344 }, { x: 484 - 207, y: 344 - 305 })
    await expect.poll(() => stored.place('right')).toMatchObject({ x: 184, y: 0 })
  })

  await test.step('dropped on it, nothing moves by itself; side by side is one step', async () => {
    await page.keyboard.press('Escape')
    await pull(page, { x: 268, y: 44 }, { x: 124, y: 60 })
    await page.getByRole('button', { name: 'Side by side' }).click()
    await expect.poll(() => stored.place('right')).toMatchObject({ x: 184, y: 0 })
    await expect(item(other, 'right')).toContainText('in a group')
    await page.keyboard.press('Control+z')
    await expect(item(other, 'right')).not.toContainText('in a group')
    await expect.poll(async () => (await stored.place('right')).x).not.toBe(184)
  })

  await test.step('a stamp on a component, by the bar; others and pictures show it', async () => {
    await page.keyboard.press('Escape')
    await item(page, 'orders').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await restOf(page)
    await page
      .getByRole('toolbar', { name: 'For what is selected' })
      .getByRole('button', { name: 'Stamp', exact: true })
      .click()
    await page.getByRole('menuitem', { name: 'still there' }).click()
    await expect(item(other, 'orders')).toContainText('still there')
    await saved(page)
    expect(await svg(owner, board)).toContain('still there')
  })

  await test.step('and by a phone', async () => {
    const phone = await onPhone(browser, guest, board)
    await phone.locator('[data-item]').filter({ hasText: 'orders' }).first().click()
    const sheet = phone.getByRole('dialog')
    await sheet.getByRole('group', { name: 'Stamps' }).getByRole('button', { name: 'luck' }).click()
    await expect(item(page, 'orders')).toContainText('luck, still there')
    await phone.context().close()
  })
})

test('people give dots by hand, by key and on a phone; nobody sees how it goes, nor ever who gave what', async ({
  browser,
}) => {
  const { owner, guest, board } = await gathering(
    lay('note', 'alpha', 0, 0),
    lay('note', 'beta', 400, 0),
    lay('note', 'gamma', 800, 0),
    lay('component', 'orders', 0, 300),
  )
  const observer = await new Api(server.url).accept(await owner.invite(board, 'observer'), 'Olive')
  const page = await openBoard(browser, server, owner, board)
  const phone = await onPhone(browser, guest, board)
  const looking = await openBoard(browser, server, observer, board)
  const bar = (who: Page) => who.getByRole('region', { name: 'Your dots' })

  await test.step('whoever facilitates begins a vote', async () => {
    await page.getByRole('button', { name: 'Facilitate' }).click()
    const panel = page.getByRole('complementary', { name: 'Facilitate' })
    await panel.getByRole('textbox', { name: 'What is asked' }).last().fill('What first?')
    await panel.getByRole('button', { name: 'Start the vote' }).click()
    for (const who of [page, phone]) await expect(bar(who)).toContainText('3 dots left')
    await expect(bar(looking)).toContainText('Others are voting now.')
    await expect(looking.getByRole('button', { name: /Give a dot/ })).toHaveCount(0)
    await page
      .getByRole('complementary', { name: 'Facilitate' })
      .getByRole('button', { name: 'Close', exact: true })
      .click()
  })

  await test.step('dots by hand on the map, and taken back', async () => {
    await restOf(page)
    const give = page.getByRole('button', { name: 'Give a dot to “alpha”' })
    await give.click()
    await give.click()
    await expect(bar(page)).toContainText('1 dot left')
    await page.getByRole('button', { name: 'Take a dot back from “alpha”' }).click()
    await expect(bar(page)).toContainText('2 dots left')
    await expect(page.getByRole('button', { name: /Give a dot to “orders”/ })).toHaveCount(0)
  })

  await test.step('by key on what is selected', async () => {
    await item(page, 'beta').focus()
    await page.keyboard.press('.')
    await page.keyboard.press('.')
    await expect(bar(page)).toContainText('No dots left')
    await page.keyboard.press(',')
    await expect(bar(page)).toContainText('1 dot left')
  })

  await test.step('in the list, on a phone', async () => {
    await bar(phone).getByRole('button', { name: 'As a list' }).click()
    const sheet = phone.getByRole('dialog', { name: 'What first?' })
    await sheet.getByRole('button', { name: 'Give a dot to “alpha”' }).click()
    await expect(sheet).toContainText('2 dots left')
    await sheet.getByRole('button', { name: 'Give a dot to “gamma”' }).click()
    await expect(sheet).toContainText('1 dot left')
    await expectAccessible(phone, 'the list of a vote')
    await sheet.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('a page that is opened again knows its own dots', async () => {
    await phone.reload()
    await expect(bar(phone)).toContainText('1 dot left')
  })

  await test.step('until it is closed nobody is told how it goes', async () => {
    await expectAccessible(page, 'a board with a vote')
    const graph = await (await owner.raw('GET', `/api/boards/${board}/graph`)).text()
    expect(graph).not.toContain(guest.account)
    expect(await item(looking, 'alpha').textContent()).not.toContain('dot')
  })

  await test.step('closed, the sums stand on the things for everybody', async () => {
    await page.getByRole('button', { name: 'Facilitate' }).click()
    await page.getByRole('button', { name: 'Close and count …' }).click()
    await page.getByRole('button', { name: 'Close and count', exact: true }).click()
    for (const who of [page, looking]) {
      await expect(item(who, 'alpha')).toContainText('2 dots')
      await expect(item(who, 'beta')).toContainText('1 dot')
    }
    await expect(bar(phone)).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Give a dot/ })).toHaveCount(0)
    expect(server.printed).not.toContain(guest.account)
  })
})

import { type Browser, expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { openBoard, signInBy } from '../src/browsers.ts'
import { SHOP } from '../src/compose.ts'
import { test } from '../src/test.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let server: TestServer
let ada: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  // the first account owns the server: People shows it everybody
  ada = await new Api(server.url).signUp('Ada')
})
test.afterAll(() => server.stop())

async function opened(browser: Browser, path: string, who: Api | null, options = {}): Promise<Page> {
  const context = await browser.newContext(options)
  if (who) await signInBy(context, server, who)
  const page = await context.newPage()
  await page.goto(server.url + path)
  return page
}

/** The line of the map's hidden list that says this; focusing it selects the thing. */
function line(page: Page, words: RegExp) {
  return page.locator('[data-entry]').filter({ hasText: words }).first()
}

test('the pages before a board', async ({ browser }) => {
  const board = await ada.createBoard('Corner shop')
  const invite = await ada.invite(board)
  const start = await opened(browser, '/', null)
  await expect(start.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(start, 'first page')

  const signIn = await opened(browser, '/sign-in', null)
  await expect(signIn.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(signIn, 'sign in')
  await signIn.getByLabel('Your work mail').fill('nobody@example.test')
  await signIn.getByLabel('Password').fill('not the password')
  await signIn.keyboard.press('Enter')
  await expect(signIn.getByRole('alert')).toBeVisible()
  await expectAccessible(signIn, 'sign in, refused')

  const join = await opened(browser, `/join/${invite}`, null)
  await expect(join.getByRole('button', { name: 'Join' })).toBeVisible()
  await expectAccessible(join, 'join')

  const tunde = await new Api(server.url).signUp('Tunde')
  const empty = await opened(browser, '/boards', tunde)
  await expect(empty.getByText('Nothing here yet')).toBeVisible()
  await expectAccessible(empty, 'boards, empty')

  const boards = await opened(browser, '/boards', ada)
  await expect(boards.getByRole('heading', { name: 'Corner shop' })).toBeVisible()
  await expectAccessible(boards, 'boards')
  await boards.getByRole('button', { name: /More about/ }).click()
  await expect(boards.getByRole('menu')).toBeVisible()
  await expectAccessible(boards, 'the menu of a board')

  const people = await opened(browser, '/people', ada)
  await expect(people.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(people, 'people')
})

test('the dialogs of a board', async ({ browser }) => {
  const page = await openBoard(browser, server, ada, await ada.createBoard('Dialogs'))
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible()
  await expectAccessible(page, 'a board just made')

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(
    page.getByRole('dialog').getByText('The link is shown only now', { exact: false }),
  ).toBeVisible()
  await expectAccessible(page, 'share dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectAccessible(page, 'palette')
  await page.keyboard.type('bring a file')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog', { name: /file|compose|system/i })
    .getByRole('textbox')
    .first()
    .fill(SHOP)
  await expect(page.getByRole('dialog')).toContainText('4 components')
  await expectAccessible(page, 'import with its preview')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page, 'keys')
})

test('a whole review: map, inspector, timeline, record', async ({ browser }) => {
  const page = await opened(browser, '/sample/gitlab', null)
  await expect(page.locator('[data-item]').first()).toBeAttached()
  await expectAccessible(page, 'map')

  for (const [what, words] of [
    ['a component', /, (service|datastore)/],
    ['a factor', /, factor, /],
    ['an event', /, event, /],
    ['an arrow', /^[^,]* (calls|held back|fed into|is about) [^,]*$/],
  ] as const) {
    await line(page, words).focus()
    await expect(page.getByRole('complementary', { name: 'Selected' })).toBeVisible()
    await expectAccessible(page, `map with the inspector of ${what}`)
  }
  await page.keyboard.press('Escape')

  await page.goto(`${server.url}/sample/gitlab/timeline`)
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expectAccessible(page, 'timeline')

  await page.goto(`${server.url}/sample/gitlab/record`)
  await expect(page.getByRole('heading', { name: 'What helped' }).first()).toBeVisible()
  await expectAccessible(page, 'record')
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page, 'export menu')
})

test('facilitating and quiet writing, wide and on a phone', async ({ browser }) => {
  const board = await ada.createBoard('Quiet')
  const grace = await new Api(server.url).accept(await ada.invite(board), 'Grace')
  const page = await openBoard(browser, server, ada, board)
  await page.getByRole('button', { name: 'Facilitate' }).click()
  await expect(page.getByRole('button', { name: 'Start quiet writing' })).toBeVisible()
  await expectAccessible(page, 'facilitate')
  await page.getByRole('button', { name: 'Start quiet writing' }).click()
  const panel = page.getByRole('complementary', { name: 'Facilitate' })
  await expect(panel.getByRole('button', { name: 'Show all …' })).toBeVisible()
  await expectAccessible(page, 'facilitate while people write')
  await panel.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('textbox', { name: 'A factor' }).fill('The mail was never read')
  await page.keyboard.press('Enter')
  await expectAccessible(page, 'quiet writing, wide')

  const phone = await opened(browser, `/b/${board}`, grace, PHONE)
  await phone.getByRole('textbox', { name: 'A factor' }).fill('Two names differ in one digit')
  await phone.getByRole('button', { name: 'Next' }).click()
  await expect(phone.getByText('Two names differ').last()).toBeVisible()
  await expectAccessible(phone, 'quiet writing on a phone')
})

test('the phone: list, half sheet, add', async ({ browser }) => {
  const phone = await opened(browser, '/sample/gitlab', null, PHONE)
  const list = phone.getByRole('main')
  await expect(list.locator('[data-item]').first()).toBeVisible()
  await expectAccessible(phone, 'list')
  await list.locator('[data-item]').first().click()
  await expect(phone.getByRole('dialog')).toBeVisible()
  await expectAccessible(phone, 'half sheet')
  await phone.keyboard.press('Escape')
  await expect(phone.getByRole('dialog')).toBeHidden()
  await phone.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(phone.getByRole('dialog', { name: 'Add' })).toBeVisible()
  await expectAccessible(phone, 'add sheet')
  await phone.keyboard.press('Escape')
  for (const view of ['Timeline', 'Map'] as const) {
    await phone.getByRole('radio', { name: view }).click()
    await expectAccessible(phone, `${view} on a phone`)
  }
})

import { expect, type Page, test } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { item, openBoard } from '../src/browsers.ts'
import { id } from '../src/story.ts'

let server: TestServer
let ada: Api
let tunde: Api
test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  tunde = await new Api(server.url).signUp('Tunde')
})
test.afterAll(() => server?.stop())

const component = (name: string, x: number, more: object = {}): unknown => ({
  do: 'add',
  id: id(name),
  type: 'component',
  fields: { name, ...more },
  place: { x, y: 0, w: 144, h: 56 },
})
const calls = (from: string, to: string, label = ''): unknown => ({
  do: 'connect',
  id: id(`${from}-${to}`),
  from: id(from),
  to: id(to),
  kind: 'calls',
  label,
})

async function shopForTwo(title: string): Promise<string> {
  const board = await ada.createBoard(title)
  await tunde.accept(await ada.invite(board), 'Tunde')
  await ada.post(`/api/boards/${board}/commands`, [
    component('web', 0, { ownerTeam: 'Front' }),
    component('orders', 320, { ownerTeam: 'Orders' }),
    component('orders-db', 640, { ownerTeam: 'Orders', kind: 'datastore' }),
    calls('web', 'orders', 'http'),
    calls('orders', 'orders-db'),
    {
      do: 'add',
      id: id('note'),
      type: 'note',
      fields: { text: 'ask the till' },
      place: { x: 0, y: 200, w: 168, h: 88 },
    },
  ])
  return board
}

const showButton = (page: Page) => page.getByRole('button', { name: 'Show and hide' })
const hiddenLine = (page: Page) => page.locator('[data-hidden-line]')

test('what one hides is hidden for them alone, remembered, and shown to whoever looks for it', async ({
  browser,
}) => {
  const board = await shopForTwo('Hide and seek')
  const page = await openBoard(browser, server, ada, board)
  const other = await openBoard(browser, server, tunde, board)
  await expect(item(page, 'ask the till')).toBeAttached()
  await showButton(page).click()
  await page.getByRole('checkbox', { name: /^Notes/ }).press('Space')
  await page.getByRole('checkbox', { name: /^Datastores/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(hiddenLine(page)).toContainText('2 things hidden')
  await expect(item(page, 'ask the till')).toHaveCount(0)
  await expect(item(other, 'ask the till')).toBeAttached()
  await page.reload()
  await expect(hiddenLine(page)).toContainText('2 things hidden')
  // looked for by the palette
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('ask the till')
  await page.keyboard.press('Enter')
  await expect(item(page, 'ask the till')).toBeAttached()
  await expect(hiddenLine(page)).toContainText('1 thing hidden')
  await page.getByRole('button', { name: 'Show all of it' }).click()
  await expect(item(page, 'orders-db')).toBeAttached()
  await expect(hiddenLine(page)).toBeHidden()
})

test('components are coloured by who looks after them, with letters and a legend', async ({ browser }) => {
  const board = await shopForTwo('Colours')
  const page = await openBoard(browser, server, ada, board)
  await showButton(page).click()
  await page.getByRole('radio', { name: 'who looks after it' }).click()
  await expectAccessible(page, 'the choice of what is shown')
  await page.keyboard.press('Escape')
  const legend = page.getByRole('region', { name: 'What the colours say' })
  await expect(legend.getByRole('listitem')).toHaveText([/A\s*Front\s*1/, /B\s*Orders\s*2/])
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'set', id: id('orders'), fields: { ownerTeam: 'Front' } },
  ])
  await expect(legend.getByRole('listitem')).toHaveText([/A\s*Front\s*2/, /B\s*Orders\s*1/])
})

test('a flow is recorded by pointing, played, and everybody goes along', async ({ browser }) => {
  const board = await shopForTwo('Along the way')
  const page = await openBoard(browser, server, ada, board)
  const other = await openBoard(browser, server, tunde, board)
  await expect(item(page, 'orders-db')).toBeAttached()
  await page.getByRole('button', { name: 'Flows' }).click()
  await page.getByRole('menuitem', { name: /^Record a flow/ }).click()
  for (const name of ['web', 'orders', 'orders-db']) await item(page, name).focus()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Selected' })
  await expect(panel.getByRole('textbox', { name: 'Words of this flow' })).toHaveValue('web to orders-db')
  const second = panel.getByRole('textbox', { name: 'What happens at step 2' })
  await second.fill('keeps the order')
  await second.press('Enter')
  await panel.getByRole('button', { name: 'Play it' }).click()
  await expect(page.getByRole('toolbar', { name: 'Playing a flow' })).toContainText('1 of 2')
  // who leads takes everybody along
  const theirs = other.getByRole('toolbar', { name: 'Playing a flow' })
  await expect(theirs).toContainText('http')
  await page.keyboard.press('ArrowRight')
  await expect(theirs).toContainText('keeps the order')
  await expect(other.locator('[data-step][data-now]')).toHaveText('2')
  await page.keyboard.press('Escape')
  await expect(theirs).toHaveCount(0)
  const record = await ada.raw('GET', `/api/boards/${board}/record.md`)
  expect(await record.text()).toContain('keeps the order')
})

test('the details of a component are filled in by keyboard alone, tags are seen in the outline', async ({
  browser,
}) => {
  const board = await shopForTwo('By keyboard')
  const page = await openBoard(browser, server, ada, board)
  const other = await openBoard(browser, server, tunde, board, '/outline')
  await item(page, 'orders').focus()
  await expect(page.getByRole('textbox', { name: 'Technology' })).toBeVisible()
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('textbox', { name: 'Words of this component' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Technology' })).toBeFocused()
  await page.keyboard.type('Go')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Looked after by' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('every order')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'tag', exact: true }).click()
  await page.keyboard.type('#pay')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(other.locator('[data-item]').filter({ hasText: 'orders' }).first()).toBeAttached()
  await expect(other.getByText('Go, #pay')).toBeVisible()
  const graph = (await ada.get(`/api/boards/${board}/graph`)) as { items: { id: string }[] }
  expect(graph.items.find((one) => one.id === id('orders'))).toMatchObject({
    technology: 'Go',
    tags: ['pay'],
  })
})

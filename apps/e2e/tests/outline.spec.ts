import { expect, type Page, test } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { item, openBoard, signInBy } from '../src/browsers.ts'
import { lay } from '../src/map-hands.ts'
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

async function boardForTwo(title: string): Promise<string> {
  const board = await ada.createBoard(title)
  await tunde.accept(await ada.invite(board), 'Tunde')
  return board
}

function outline(page: Page) {
  return page.getByRole('region', { name: 'Outline' })
}

/** The line of a thing, by its words. */
function line(page: Page, words: string) {
  return page.locator(`[data-item][aria-label^="${words},"]`)
}

/** The arrows below the line of a thing. */
function arrowsOf(page: Page, words: string) {
  return page
    .getByRole('listitem')
    .filter({ has: line(page, words) })
    .last()
    .locator('[data-relation]')
}

function heard(page: Page) {
  return page.locator('p[data-live-announcer]')
}

const component = (name: string, x: number, y: number, more: object = {}): unknown => ({
  do: 'add',
  id: id(name),
  type: 'component',
  fields: { name, ...more },
  place: { x, y, w: 144, h: 56 },
})

test('a system built in the outline by keyboard alone, watched on the map', async ({ browser }) => {
  const board = await boardForTwo('By keyboard')
  const page = await openBoard(browser, server, ada, board, '/outline')
  const map = await openBoard(browser, server, tunde, board)
  const keys = page.keyboard

  await test.step('C begins, Enter makes the next, > connects the line above', async () => {
    await expect(outline(page)).toBeVisible()
    await keys.press('c')
    await expect(page.getByRole('textbox', { name: 'New component' })).toBeFocused()
    await keys.type('web')
    await keys.press('Enter')
    await expect(heard(page)).toHaveText('Added web.')
    await keys.type('orders')
    await keys.press('Enter')
    await keys.type('> payment (http)')
    await expect(page.getByText('orders calls payment (http), new')).toBeVisible()
    await keys.press('Enter')
    await expect(heard(page)).toHaveText('orders calls payment (http).')
    await expect(arrowsOf(page, 'orders')).toHaveText(['calls payment (http)'])
    await expect(arrowsOf(page, 'payment')).toHaveText(['called by orders (http)'])
    await keys.press('Escape')
    await expect(line(page, 'orders')).toBeFocused()
    await expect(item(map, 'orders')).toHaveText(/calls payment \(http\)/)
  })

  await test.step('a boundary is a heading; Alt and arrows move into it and out of it', async () => {
    await keys.press('b')
    await keys.type('Shop')
    await keys.press('Enter')
    await keys.press('Escape')
    await expect(page.getByRole('heading', { name: /^Shop/, level: 3 })).toBeVisible()
    await line(page, 'orders').focus()
    await keys.press('Alt+ArrowRight')
    await expect(heard(page)).toHaveText('Moved orders: now in Shop.')
    await expect(line(page, 'orders')).toBeFocused()
    await expect(item(map, 'orders')).toHaveText(/in Shop/)
    await keys.press('Shift+Enter')
    await expect(page.getByRole('textbox', { name: 'New component in Shop' })).toBeFocused()
    await keys.type('orders-db')
    await keys.press('Shift+Tab')
    await expect(page.getByRole('textbox', { name: 'New component', exact: true })).toBeFocused()
    await keys.press('Tab')
    await keys.press('Enter')
    await expect(item(map, 'orders-db')).toHaveText(/in Shop/)
    await keys.press('Escape')
  })

  await test.step('a line that is written stays while others add, rename and move it', async () => {
    await line(page, 'orders').focus()
    await keys.press('Enter')
    const field = page.getByRole('textbox', { name: 'Name of this component' })
    await keys.press('Control+a')
    await keys.type('bas')
    await expect(map.locator('[data-item]').filter({ hasText: /^orders,/ })).toBeAttached()
    const orders = await item(map, 'orders').getAttribute('data-item')
    await tunde.post(`/api/boards/${board}/commands`, [
      component('alpha', 0, -400),
      component('beta', 200, -400),
      { do: 'set', id: orders, fields: { name: 'orders service' } },
      { do: 'place', places: [{ id: orders, place: { x: 900, y: -400, w: 144, h: 56, parent: null } }] },
    ])
    await expect(line(page, 'beta')).toBeVisible()
    await expect(
      page.getByText('Somebody called it “orders service”; what you keep last stands.'),
    ).toBeVisible()
    await expect(field).toBeFocused()
    await keys.type('ket')
    await expect(field).toHaveValue('basket')
    await keys.press('Enter')
    await expect(item(map, 'basket')).toHaveText(/calls payment \(http\)/)
    await keys.press('Escape')
    await expect(line(page, 'basket')).toBeFocused()
  })

  await test.step('others see who writes; “take me to where Ada is” leads there', async () => {
    const beside = await openBoard(browser, server, tunde, board, '/outline')
    await keys.press('Enter')
    await expect(line(beside, 'basket').locator('..')).toContainText('Ada is writing here')
    await keys.press('Escape')
    await expect(line(beside, 'basket').locator('..')).toContainText('Ada is here')
    await beside.keyboard.press('Control+k')
    await beside.keyboard.type('where Ada')
    await beside.keyboard.press('Enter')
    await expect(line(beside, 'basket')).toBeFocused()
    await expect(heard(beside)).toHaveText('Ada is at basket.')
    await beside.context().close()
  })

  await test.step('what is deleted says so, and one undo brings it back with its arrows', async () => {
    await line(page, 'basket').focus()
    await keys.press('Delete')
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Deleted “basket”.')
    await expect(item(map, 'basket')).toHaveCount(0)
    await keys.press('Control+z')
    await expect(item(map, 'basket')).toHaveText(/calls payment/)
  })

  await test.step('the selection is one with the map', async () => {
    await line(page, 'payment').focus()
    await keys.press('o')
    await expect(page.locator('[data-entry][data-chosen]')).toHaveText(/^payment,/)
    await keys.press('o')
    await expect(outline(page).locator('[data-line][tabindex="0"]')).toHaveText(/^payment/)
  })

  await test.step('find as you type', async () => {
    await keys.press('/')
    await keys.type('pay')
    await expect(outline(page).locator('[data-item]')).toHaveCount(1)
    await expect(page.getByText('1 line', { exact: true })).toBeVisible()
    await keys.press('ArrowDown')
    await expect(line(page, 'payment')).toBeFocused()
  })

  await expectAccessible(page, 'outline')
})

test('a board read whole, as the accessibility tree has it', async ({ browser }) => {
  const board = await ada.createBoard('Read whole')
  const when = {
    precision: 'exact',
    at: '2024-11-29T22:10:00Z',
    end: null,
    words: '',
    zone: 'UTC',
    order: '',
  }
  await ada.post(`/api/boards/${board}/commands`, [
    {
      do: 'add',
      id: id('shop'),
      type: 'boundary',
      fields: { name: 'Shop' },
      place: { x: 0, y: 0, w: 400, h: 300 },
    },
    component('web', 600, 0, { kind: 'client' }),
    {
      do: 'add',
      id: id('orders'),
      type: 'component',
      fields: { name: 'orders', technology: 'Go' },
      place: { x: 40, y: 60, w: 144, h: 56, parent: id('shop') },
    },
    { do: 'add', id: id('rises'), type: 'event', fields: { text: 'Load rises', when } },
    { do: 'add', id: id('bound'), type: 'factor', fields: { text: 'The queue had no bound' } },
    { do: 'connect', id: id('a'), from: id('web'), to: id('orders'), kind: 'calls', label: 'https' },
    { do: 'connect', id: id('b'), from: id('bound'), to: id('rises'), kind: 'contributed-to' },
  ])
  const page = await openBoard(browser, server, ada, board, '/outline')
  await expect(line(page, 'orders')).toBeVisible()
  await expect(outline(page)).toMatchAriaSnapshot(`
    - region "Outline":
      - textbox "Only lines with these words"
      - status
      - region "Our system":
        - heading "Our system" [level=2]
        - list:
          - listitem:
            - button "web, client"
            - list:
              - listitem:
                - button "calls orders (https)"
          - listitem:
            - 'button "Add: component"'
        - region "Shop, boundary":
          - heading "Shop, boundary" [level=3]:
            - button "Shop, boundary"
          - list:
            - listitem:
              - button "orders, service, Go"
              - list:
                - listitem:
                  - button "called by web (https)"
            - listitem:
              - 'button "Add: component in Shop"'
        - list:
          - listitem:
            - 'button "Add: boundary"'
      - region "How it came about":
        - heading "How it came about" [level=2]
        - region "Timeline":
          - heading "Timeline" [level=3]
          - list:
            - listitem:
              - button "22:10 Load rises, event"
              - list:
                - listitem:
                  - button "fed by The queue had no bound"
            - listitem:
              - 'button "Add: event"'
        - region "Came together":
          - heading "Came together" [level=3]
          - list:
            - listitem:
              - button "The queue had no bound, Came together"
              - list:
                - listitem:
                  - button "fed into Load rises"
            - listitem:
              - 'button "Add: factor under Came together"'
  `)
})

test('the outline on a phone: read, write the next, open a sheet', async ({ browser }) => {
  const board = await ada.createBoard('On a phone')
  await ada.post(`/api/boards/${board}/commands`, [
    lay('boundary', 'Shop', 0, 0),
    component('web', 600, 0),
    component('orders', 600, 200),
    { do: 'connect', id: id('wo'), from: id('web'), to: id('orders'), kind: 'calls' },
  ])
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await signInBy(context, server, ada)
  const phone = await context.newPage()
  await phone.goto(`${server.url}/b/${board}`)
  await expect(phone.getByRole('radio', { name: 'List' })).toBeChecked()
  await expect(phone.getByRole('heading', { name: /^Shop/, level: 3 })).toBeVisible()
  await expect(line(phone, 'web')).toContainText('calls orders')

  await phone.getByRole('button', { name: 'Add: component in Shop' }).tap()
  await phone.keyboard.type('payment')
  await phone.keyboard.press('Enter')
  await phone.keyboard.type('payment-db')
  await phone.keyboard.press('Enter')
  await phone.keyboard.press('Enter')
  const shop = outline(phone)
    .locator('[data-group]')
    .filter({ has: phone.getByRole('heading', { name: /^Shop/ }) })
    .last()
  await expect(shop.locator('li [data-item]')).toHaveText(['payment', 'payment-db'])
  await expectAccessible(phone, 'outline on a phone')

  await line(phone, 'payment').tap()
  const sheet = phone.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Name of this component' }).fill('billing')
  await phone.keyboard.press('Enter')
  await sheet.getByRole('button', { name: 'Close' }).tap()
  await expect(line(phone, 'billing')).toBeVisible()
  await context.close()
})

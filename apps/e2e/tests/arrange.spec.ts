import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard } from '../src/browsers.ts'
import { click, lay, lookAtCorner, pull, restOf, Stored } from '../src/map-hands.ts'
import { test } from '../src/test.ts'

let server: TestServer
let stored: Stored
let a: Page
let b: Page
const complaints: string[] = []

test.beforeAll(async ({ browser }) => {
  server = await TestServer.start()
  const ada = await new Api(server.url).signUp('Ada')
  const tunde = await new Api(server.url).signUp('Tunde')
  const board = await ada.createBoard('In order', 'incident-review')
  await tunde.accept(await ada.invite(board), 'Tunde')
  stored = new Stored(ada, board)
  a = await openBoard(browser, server, ada, board)
  b = await openBoard(browser, server, tunde, board)
  for (const page of [a, b]) page.on('pageerror', (error) => complaints.push(error.message))
})
test.afterAll(async () => {
  await a?.context().close()
  await b?.context().close()
  await server?.stop()
})

const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { intervals: [60, 120, 250] })
const x = async (name: string): Promise<number> => (await stored.place(name)).x

async function begin(...commands: readonly Record<string, unknown>[]): Promise<void> {
  for (const page of [a, b]) await page.keyboard.press('Escape')
  await stored.lay(...commands)
  const adds = commands.filter((one) => one.do === 'add').length
  for (const page of [a, b]) {
    await expect(page.locator('[data-item]')).toHaveCount(adds)
    await lookAtCorner(page)
  }
}

function arrow(id: string, from: { readonly id: string }, to: { readonly id: string }) {
  return { do: 'connect', id: id.padEnd(21, '-'), from: from.id, to: to.id, kind: 'calls', label: 'http' }
}

test('the map is tidied by one key, for everybody, and lies as before after one undo', async () => {
  const zone = lay('boundary', 'Shop', 0, 0, { w: 640, h: 400 })
  const db = lay('component', 'db', 40, 60, { parent: zone.id })
  const orders = lay('component', 'orders', 460, 80, { parent: zone.id })
  const web = lay('component', 'web', 800, 40)
  const pinned = lay('component', 'pinned', 800, 300)
  const place = { ...(pinned.place as object), pinned: true }
  await begin(
    zone,
    db,
    orders,
    web,
    { ...pinned, place },
    arrow('one', orders, db),
    arrow('two', web, orders),
  )
  const before = await stored.items()

  await a.locator('body').press('Shift+T')
  await soon(
    async () => (await x('web')) < (await x('orders')) && (await x('orders')) < (await x('db')),
  ).toBe(true)
  expect(await stored.place('pinned')).toMatchObject({ x: 800, y: 300 })
  const shop = await stored.place('Shop')
  for (const name of ['orders', 'db']) {
    const inner = await stored.place(name)
    expect(inner.x).toBeGreaterThan(shop.x)
    expect(inner.x + inner.w).toBeLessThan(shop.x + shop.w)
  }
  await a.locator('body').press('ControlOrMeta+z')
  await expect(a.getByText('Undid: laid out the map')).toBeVisible()
  await soon(() => stored.items()).toEqual(before)
})

test('an arrow is made straight, pinned to a side and its words slid along it', async () => {
  const one = lay('component', 'one', 0, 0)
  const two = lay('component', 'two', 400, 160)
  await begin(one, two, arrow('three', one, two))
  await a.locator('[data-relation]').first().focus()
  await a.locator('[data-relation]').first().press('1')
  const shape = async () => (await stored.arrows())[0] as unknown as Record<string, unknown>
  await soon(shape).toMatchObject({ line: 'straight' })
  await restOf(a)

  // its point, from the middle of the side that it faces to the top of the same card
  await a.getByRole('button', { name: /Arrives at/ }).click()
  await a.getByRole('option', { name: 'top' }).click()
  await soon(shape).toMatchObject({ toSide: 'top' })
  await restOf(a)
  await pull(a, { x: 472, y: 159 }, { x: 472, y: 188 })
  await soon(shape).not.toHaveProperty('toSide')

  // its words, from the middle towards the point
  await restOf(a)
  await pull(a, { x: 272, y: 108 }, { x: 340, y: 135 })
  await soon(async () => Number((await shape()).wordsAt)).toBeGreaterThan(0.6)
  await a.locator('body').press('ControlOrMeta+z')
  await soon(shape).not.toHaveProperty('wordsAt')

  await a.getByRole('radio', { name: 'Angled' }).click()
  await soon(shape).toMatchObject({ line: 'angled' })
  await a.locator('body').press('ControlOrMeta+z')
  await soon(shape).toMatchObject({ line: 'straight' })
})

test('what is grouped moves together', async () => {
  await begin(
    lay('component', 'one', 0, 0),
    lay('component', 'two', 240, 0),
    lay('component', 'three', 0, 240),
  )
  await pull(a, { x: -30, y: -30 }, { x: 420, y: 90 })
  await a.locator('body').press('ControlOrMeta+g')
  await a.keyboard.press('Escape')
  await click(a, { x: 72, y: 48 })
  await expect(a.getByText('2 selected', { exact: true }).first()).toBeVisible()
  const before = { one: await stored.place('one'), two: await stored.place('two') }
  await a.locator('body').press('ArrowDown')
  await soon(async () => (await stored.place('two')).y).toBeGreaterThan(before.two.y)
  expect((await stored.place('one')).y - before.one.y).toBe((await stored.place('two')).y - before.two.y)
  expect(await stored.place('three')).toMatchObject({ y: 240 })
  await a.locator('body').press('ControlOrMeta+Shift+g')
  await a.keyboard.press('Escape')
  await click(a, { x: 72, y: 56 })
  await expect(a.getByText('2 selected', { exact: true })).toHaveCount(0)
})

test('frames are presented one by one, and others go along', async () => {
  const frame = (id: string, name: string, left: number) => ({
    do: 'add',
    id: id.padEnd(21, '-'),
    type: 'frame',
    fields: { name },
    place: { x: left, y: 0, w: 560, h: 360 },
  })
  await begin(frame('page-one', 'Where it began', 0), frame('page-two', 'Where it ended', 700))
  await a
    .getByRole('button', { name: /^Where it began/ })
    .first()
    .focus()
  await a.getByRole('button', { name: 'Present', exact: true }).click()
  const bar = (page: Page) => page.getByRole('toolbar', { name: 'Presenting' })
  await expect(bar(a)).toContainText('1 of 2')
  await expect(bar(b)).toContainText('Where it began')
  await a.locator('body').press('ArrowRight')
  await expect(bar(b)).toContainText('Where it ended')
  await a.locator('body').press('Escape')
  await expect(bar(a)).toHaveCount(0)
  await expect(bar(b)).toHaveCount(0)
  expect(complaints).toEqual([])
})

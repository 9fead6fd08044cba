import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { boxOf, item, openBoard, saved, wordsOf } from '../src/browsers.ts'
import {
  click,
  handColour,
  lay,
  lookAtCorner,
  onScreen,
  overAt,
  pasteText,
  pull,
  restOf,
  Stored,
  shownAt,
} from '../src/map-hands.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let tunde: Api
let board: string
let stored: Stored
let a: Page
let b: Page
/** errors and warnings of the two pages */
const complaints: string[] = []

test.beforeAll(async ({ browser }) => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  tunde = await new Api(server.url).signUp('Tunde')
  board = await ada.createBoard('Two hands', 'incident-review')
  await tunde.accept(await ada.invite(board), 'Tunde')
  stored = new Stored(ada, board)
  a = await openBoard(browser, server, ada, board)
  b = await openBoard(browser, server, tunde, board)
  for (const page of [a, b]) {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => {
      // the browser's advice about reading pixels, which only this test does
      if (line.type() === 'warning' && !line.text().startsWith('Canvas2D: Multiple readback'))
        complaints.push(line.text())
    })
  }
})
test.afterAll(async () => {
  await a?.context().close()
  await b?.context().close()
  await server?.stop()
})

/** Asked again in short steps: what is waited for mostly comes within a frame or two. */
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { intervals: [30, 60, 120, 250] })

/** Lays things out anew and shows them on both screens. */
async function begin(...commands: readonly Record<string, unknown>[]): Promise<void> {
  for (const page of [a, b]) await page.keyboard.press('Escape')
  await stored.lay(...commands)
  const adds = commands.filter((one) => one.do === 'add').length
  for (const page of [a, b]) {
    await expect(page.locator('[data-item]')).toHaveCount(adds)
    await lookAtCorner(page)
  }
}

const middle = (at: { x: number; y: number }, w = 144, h = 56) => ({ x: at.x + w / 2, y: at.y + h / 2 })
/** Where a component is taken hold of: beside its words. */
const grip = (x: number, y: number) => ({ x: x + 72, y: y + 48 })

test('a handle resizes, an arrow is moved to another end, several are put in a row', async () => {
  const orders = lay('component', 'orders', 0, 0)
  const payment = lay('component', 'payment', 320, 40)
  const stock = lay('component', 'stock', 640, 200)
  await begin(orders, payment, stock, {
    do: 'connect',
    id: 'arrow-one-00000000000',
    from: orders.id,
    to: payment.id,
    kind: 'calls',
  })

  await test.step('resize', async () => {
    await click(a, grip(0, 0))
    await pull(a, { x: 144, y: 56 }, { x: 208, y: 96 })
    await soon(() => stored.place('orders')).toMatchObject({ x: 0, y: 0, w: 208, h: 96 })
    await soon(async () => Math.round((await boxOf(b, 'orders')).width)).toBe(
      Math.round((await boxOf(a, 'orders')).width),
    )
    await a.keyboard.press('ControlOrMeta+z')
    await soon(() => stored.place('orders')).toMatchObject({ w: 144, h: 56 })
    await expect(a.getByText('Undid: resized')).toBeVisible()
  })

  await test.step('re-attach', async () => {
    await a.keyboard.press('Escape')
    await a.locator('[data-relation]').first().focus()
    await pull(a, { x: 320, y: 60 }, middle({ x: 640, y: 200 }))
    await soon(() => stored.joined()).toEqual(['orders > stock'])
    await expect(b.locator('[data-relation]')).toHaveText(/^orders .*stock/)
  })

  await test.step('align and distribute', async () => {
    await a.keyboard.press('Escape')
    await a.locator('body').press('ControlOrMeta+a')
    await a.getByRole('button', { name: 'Top edges in a row' }).click()
    await soon(async () => [(await stored.place('payment')).y, (await stored.place('stock')).y]).toEqual([
      0, 0,
    ])
    await stored.run({
      do: 'place',
      places: [{ id: payment.id, place: { x: 200, y: 0, w: 144, h: 56, parent: null } }],
    })
    await soon(() => shownAt(a, 'payment')).toMatchObject({ x: 200 })
    await a.getByRole('button', { name: 'Equal gaps across' }).click()
    await soon(async () => (await stored.place('payment')).x).toBe(320)
    await soon(() => shownAt(b, 'payment')).toMatchObject({ x: 320, y: 0 })
  })
})

test('a frame pulled open and Shift select; copies here, elsewhere, cut and pulled with Alt', async ({
  browser,
}) => {
  const one = lay('component', 'one', 0, 0)
  const two = lay('component', 'two', 240, 0)
  await begin(one, two, lay('component', 'three', 0, 200), {
    do: 'connect',
    id: 'arrow-two-00000000000',
    from: one.id,
    to: two.id,
    kind: 'calls',
  })
  const panel = (words: string) => expect(a.getByText(words, { exact: true }).first()).toBeVisible()

  await pull(a, { x: -30, y: -30 }, { x: 420, y: 90 })
  await panel('2 selected')
  await click(a, grip(0, 200), 'Shift')
  await panel('3 selected')
  await click(a, grip(0, 200), 'Shift')
  await panel('2 selected')

  await a.keyboard.press('ControlOrMeta+c')
  const free = await onScreen(a, { x: 360, y: 200 })
  await a.mouse.move(free.x, free.y)
  await a.keyboard.press('ControlOrMeta+v')
  await soon(() => stored.names()).toEqual(['one', 'one', 'three', 'two', 'two'])
  await soon(() => stored.joined()).toEqual(['one > two', 'one > two'])

  const other = await ada.createBoard('Another board', 'blank')
  const page = await openBoard(browser, server, ada, other)
  await page.locator('[data-map]').waitFor()
  await page.locator('body').press('ControlOrMeta+v')
  await expect(item(page, 'two')).toHaveCount(1)
  await soon(() => new Stored(ada, other).joined()).toEqual(['one > two'])
  await page.context().close()

  // the pasted ones are selected
  await a.bringToFront()
  await a.keyboard.press('ControlOrMeta+x')
  await soon(() => stored.names()).toEqual(['one', 'three', 'two'])
  await click(a, grip(0, 200))
  await a.keyboard.press('ControlOrMeta+d')
  await soon(() => stored.names()).toEqual(['one', 'three', 'three', 'two'])
  await a.keyboard.press('ControlOrMeta+z')
  await soon(() => stored.names()).toEqual(['one', 'three', 'two'])
  await restOf(a)
  await a.keyboard.down('Alt')
  await pull(a, grip(0, 200), grip(240, 240))
  await a.keyboard.up('Alt')
  await soon(() => stored.names()).toEqual(['one', 'three', 'three', 'two'])
  expect(await stored.corners('three')).toEqual([
    { x: 0, y: 200 },
    { x: 240, y: 240 },
  ])

  await pasteText(a, '- first line\n- second line\nthird line')
  await soon(() => stored.names()).toEqual([
    'first line',
    'one',
    'second line',
    'third line',
    'three',
    'three',
    'two',
  ])
  await expect(item(b, 'second line')).toHaveCount(1)
})

test('a boundary is drawn round a selection, carries, adopts, releases, and leaves its own behind', async () => {
  await begin(
    lay('component', 'inner', 0, 0),
    lay('component', 'friend', 200, 0),
    lay('component', 'outer', 0, 260),
  )
  await pull(a, { x: -30, y: -30 }, { x: 380, y: 90 })
  await a.keyboard.press('b')
  await a.keyboard.type('zone A')
  await a.keyboard.press('Enter')
  await expect(item(a, 'zone A')).toHaveCount(1)
  const zone = (await stored.items()).find((one) => one.name === 'zone A')
  expect((await stored.place('inner')).parent).toBe(zone?.id)
  const round = await stored.place('zone A')

  await test.step('moving it carries what lies in it', async () => {
    await pull(a, { x: round.x + 12, y: round.y + round.h }, { x: round.x + 92, y: round.y + round.h + 64 })
    await soon(() => stored.place('inner')).toMatchObject({ x: 80, y: 64, parent: zone?.id })
    await soon(() => shownAt(b, 'inner')).toEqual({ x: 80, y: 64 })
    await soon(() => shownAt(a, 'inner')).toEqual({ x: 80, y: 64 })
    await a.keyboard.press('ControlOrMeta+z')
    await soon(() => stored.place('inner')).toMatchObject({ x: 0, y: 0, parent: zone?.id })
  })

  await test.step('dropped in, pulled out', async () => {
    await a.keyboard.press('Escape')
    await pull(a, grip(0, 260), grip(96, 8))
    await soon(async () => (await stored.place('outer')).parent).toBe(zone?.id)
    await pull(a, grip(200, 0), grip(200, 260))
    await soon(async () => (await stored.place('friend')).parent).toBe(null)
  })

  await test.step('deleted, its own stay where they lay', async () => {
    await a.keyboard.press('Escape')
    await item(a, 'zone A').focus()
    await a.keyboard.press('Delete')
    await expect(item(b, 'zone A')).toHaveCount(0)
    await soon(() => stored.place('inner')).toMatchObject({ x: 0, y: 0 })
    await soon(() => shownAt(b, 'inner')).toEqual({ x: 0, y: 0 })
    await a.keyboard.press('ControlOrMeta+z')
    await soon(async () => (await stored.place('inner')).parent).toBe(zone?.id)
  })
})

test('a drag is seen while it lasts, stored a few times, shows whose hand it is, and is one undo', async () => {
  await begin(
    lay('component', 'carts', 0, 0),
    lay('component', 'stock', 0, 160),
    lay('note', 'far', 700, 300),
  )
  await b.bringToFront()
  await b.evaluate(() => {
    const seen = new Set<string>()
    const look = (): void => {
      for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node'))
        seen.add(node.style.transform)
      requestAnimationFrame(look)
    }
    look()
    Object.assign(window, { seen })
  })
  await pull(a, grip(0, 0), grip(64, 0), { down: true })
  await soon(async () => (await shownAt(b, 'carts')).x).toBe(64)
  await expect(b.locator('[data-cursor="Ada"]')).toBeVisible()
  const colour = await handColour(b, 'Ada')
  await soon(() => overAt(b, { x: 64, y: 0 }, { x: 3, y: -12 })).toBe(colour)

  // while the button is still down, it is written now and then
  let writes = 0
  let last = -1
  for (let x = 80; x <= 320; x += 16) {
    const to = await onScreen(a, grip(x, 0))
    await a.mouse.move(to.x, to.y)
    const now = (await stored.place('carts')).x
    if (now !== last) writes++
    last = now
  }
  await soon(async () => (await shownAt(b, 'carts')).x).toBe(320)
  expect(writes).toBeGreaterThan(1)
  expect(await b.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size)).toBeGreaterThan(10)
  await a.mouse.up()
  await soon(async () => (await stored.place('carts')).x).toBe(320)
  // the hand has let go: its owner is still seen to have it selected
  await soon(() => overAt(b, { x: 320, y: 0 }, { x: 3, y: -12 })).toBe(colour)

  await a.keyboard.press('ControlOrMeta+z')
  await expect(a.getByText(/^Undid: moved “carts”/)).toBeVisible()
  await soon(async () => (await stored.place('carts')).x).toBe(0)
  await a.keyboard.press('ControlOrMeta+Shift+z')
  await soon(async () => (await stored.place('carts')).x).toBe(320)

  await test.step('given up with Escape, it lies where it lay', async () => {
    await pull(a, grip(0, 160), grip(200, 240), { down: true, steps: 30 })
    await soon(async () => (await stored.place('stock')).x).not.toBe(0)
    await a.keyboard.press('Escape')
    await a.mouse.up()
    await soon(() => stored.place('stock')).toMatchObject({ x: 0, y: 160 })
    await a.keyboard.press('ControlOrMeta+z')
    await soon(async () => (await stored.place('carts')).x).toBe(0)
  })
})

test('one goes along with the view of another, or looks there once', async () => {
  await begin(lay('component', 'here', 0, 0), lay('component', 'there', 3000, 2000))
  const viewOf = (page: Page) =>
    page.locator('.react-flow__viewport').evaluate((one) => {
      const m = new DOMMatrix(getComputedStyle(one).transform)
      const map = document.querySelector('[data-map]')
      return {
        x: Math.round(((map?.clientWidth ?? 0) / 2 - m.e) / m.a / 20),
        y: Math.round(((map?.clientHeight ?? 0) / 2 - m.f) / m.a / 20),
      }
    })
  await item(b, 'there').focus()
  await b.keyboard.press('Escape')
  await restOf(b)
  await a.getByRole('button', { name: /people are here/ }).click()
  await a.getByRole('button', { name: 'Take me to where Tunde is' }).click()
  await soon(() => viewOf(a)).toEqual(await viewOf(b))
  await a.getByRole('button', { name: 'Follow Tunde' }).click()
  await a.keyboard.press('Escape')
  await item(b, 'here').focus()
  await b.keyboard.press('Escape')
  await restOf(b)
  await soon(() => viewOf(a)).toEqual(await viewOf(b))
  // an own pan ends it
  await a.mouse.move(700, 400)
  await a.mouse.wheel(0, 400)
  await restOf(a)
  const mine = await viewOf(a)
  await item(b, 'there').focus()
  await restOf(b)
  expect(await viewOf(a)).toEqual(mine)
  await b.keyboard.press('Escape')
})

test('two people write in the same things at the same moment', async () => {
  await begin(lay('component', 'orders', 0, 0), lay('note', 'words', 300, 0))
  await test.step('the same name: both screens end alike', async () => {
    for (const page of [a, b]) {
      await item(page, 'orders').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ControlOrMeta+a')
    }
    await Promise.all([a.keyboard.type('checkout'), b.keyboard.type('basket')])
    await Promise.all([a.keyboard.press('Enter'), b.keyboard.press('Enter')])
    await soon(async () => (await stored.names())[0]).toMatch(/^(checkout|basket)$/)
    await soon(async () => (await wordsOf(a)).join() === (await wordsOf(b)).join()).toBe(true)
  })
  await test.step('the same note: every word survives', async () => {
    for (const page of [a, b]) {
      await item(page, 'words').focus()
      await page.keyboard.press('Enter')
    }
    await a.keyboard.press('End')
    await b.keyboard.press('Home')
    await Promise.all([
      a.keyboard.type(' at the end', { delay: 15 }),
      b.keyboard.type('first the ', { delay: 15 }),
    ])
    await Promise.all([a.keyboard.press('Enter'), b.keyboard.press('Enter')])
    for (const page of [a, b]) await expect(item(page, 'first the words at the end')).toHaveCount(1)
  })
})

test('undo takes back only what is mine, and says what it did', async () => {
  await begin(lay('component', 'mine', 0, 0), lay('component', 'yours', 0, 200))
  await pull(a, grip(0, 0), grip(320, 0))
  await soon(() => shownAt(b, 'mine')).toEqual({ x: 320, y: 0 })
  await pull(b, grip(0, 200), grip(320, 200))
  await item(b, 'mine').focus()
  await b.keyboard.press('Enter')
  await b.keyboard.press('ControlOrMeta+a')
  await b.keyboard.type('ours')
  await b.keyboard.press('Enter')
  await expect(item(a, 'ours')).toHaveCount(1)
  await a.keyboard.press('Escape')
  await a.keyboard.press('ControlOrMeta+z')
  await expect(a.getByText('Undid: moved “mine”.')).toBeVisible()
  await soon(() => stored.place('ours')).toMatchObject({ x: 0 })
  expect(await stored.place('yours')).toMatchObject({ x: 320 })

  await test.step('what I made and another went on with stays', async () => {
    await a.locator('body').press('n')
    await a.keyboard.type('a beginning')
    await a.keyboard.press('Enter')
    await expect(item(b, 'a beginning')).toHaveCount(1)
    await item(b, 'a beginning').focus()
    await b.keyboard.press('Enter')
    await b.keyboard.press('End')
    await b.keyboard.type(' and an end')
    await b.keyboard.press('Enter')
    await expect(item(a, 'a beginning and an end')).toHaveCount(1)
    await a.keyboard.press('Escape')
    await a.keyboard.press('ControlOrMeta+z')
    await expect(a.getByText('Others have gone on with it, so it stays.')).toBeVisible()
    await expect(item(a, 'a beginning and an end')).toHaveCount(1)
  })
})

test('the next by Tab, a typed line, and what made that make sense', async () => {
  await begin(lay('factor', 'The alarm was muted', 0, 0))
  await a.locator('body').press('c')
  await a.keyboard.type('alpha')
  await a.keyboard.press('Tab')
  await a.keyboard.type('beta')
  await a.keyboard.press('Enter')
  await soon(() => stored.joined()).toEqual(['alpha > beta'])

  await a.keyboard.press('Escape')
  await a.keyboard.press('t')
  await expect(a.getByRole('textbox', { name: 'Type what calls what' })).toBeFocused()
  await a.keyboard.type('beta > gamma (http)')
  await a.keyboard.press('Enter')
  await a.keyboard.press('Escape')
  await soon(() => stored.joined()).toEqual(['alpha > beta', 'beta > gamma'])
  expect((await stored.arrows()).map((one) => one.label)).toContain('http')

  await lookAtCorner(a)
  const { x, y } = await stored.place('The alarm was muted')
  await click(a, { x: x + 100, y: y + 60 })
  await pull(a, { x, y: y + 44 }, { x: x - 200, y: y + 244 })
  await expect(a.getByRole('textbox', { name: 'A new factor' })).toBeFocused()
  await expect(a.getByRole('textbox', { name: 'A new factor' })).toHaveAttribute(
    'placeholder',
    'What made that make sense?',
  )
  await a.keyboard.type('It rang every night')
  await a.keyboard.press('Enter')
  await soon(() => stored.joined()).toContain('It rang every night > The alarm was muted')
  await expect(item(b, 'It rang every night')).toHaveCount(1)
})

test('a note grows with its words alike on both screens, and the switch dims without moving', async () => {
  const lines = Array.from({ length: 10 }, (_, n) => `line ${n + 1} of ten`).join('\n')
  await begin(lay('component', 'system', 0, 0), lay('note', lines, 0, 300), lay('factor', 'story', 400, 300))
  const size = async (page: Page, name: string) => {
    const id = await item(page, name).getAttribute('data-item')
    return page
      .locator(`.react-flow__node[data-id="${id}"]`)
      .evaluate((node) => [(node as HTMLElement).offsetWidth, (node as HTMLElement).offsetHeight])
  }
  const grown = await size(a, 'line 1 of ten')
  expect(grown[1]).toBeGreaterThan(160)
  expect(await size(b, 'line 1 of ten')).toEqual(grown)

  const before = await shownAt(a, 'system')
  const dim = async (name: string) => {
    const id = await item(a, name).getAttribute('data-item')
    return a.locator(`.react-flow__node[data-id="${id}"] [data-dim]`).count()
  }
  for (const [label, system, story] of [
    ['Factors', 1, 0],
    ['System', 0, 1],
    ['Both', 0, 0],
  ] as const) {
    await a.getByRole('radiogroup', { name: 'Show' }).getByText(label).click()
    await soon(async () => [await dim('system'), await dim('story')]).toEqual([system, story])
  }
  expect(await shownAt(a, 'system')).toEqual(before)
})

test('start-up order is shown when asked for', async () => {
  const web = lay('component', 'web', 0, 0)
  const db = lay('component', 'db', 400, 0)
  await begin(web, db, {
    do: 'connect',
    id: 'arrow-order-000000000',
    from: web.id,
    to: db.id,
    kind: 'depends-on',
  })
  const arrows = () => a.locator('[data-map]').getAttribute('data-start-up-order')
  expect(await arrows()).toBe(null)
  await a.mouse.click(900, 600, { button: 'right' })
  await a.getByRole('menuitem', { name: 'Show start-up order' }).click()
  expect(await arrows()).not.toBe(null)
  await click(a, { x: 272, y: 28 })
  await expect(a.getByText('starts after').or(a.getByText('depends on')).first()).toBeVisible()
  await a.keyboard.press('Escape')
  await a.mouse.click(900, 600, { button: 'right' })
  await a.getByRole('menuitem', { name: 'Hide start-up order' }).click()
  expect(await arrows()).toBe(null)
})

test('an observer sees it all and changes nothing', async ({ browser }) => {
  await begin(lay('component', 'orders', 0, 0), lay('note', 'read me', 300, 0))
  const olu = await new Api(server.url).signUp('Olu')
  await olu.accept(await ada.invite(board, 'observer'), 'Olu')
  const o = await openBoard(browser, server, olu, board)
  await expect(o.locator('[data-item]')).toHaveCount(2)
  await restOf(o)
  await pull(o, grip(0, 0), grip(200, 120))
  await o.keyboard.press('Escape')
  await item(o, 'orders').focus()
  for (const key of ['Enter', 'Delete', 'Tab', 'ControlOrMeta+d', 'b', 'n']) await o.keyboard.press(key)
  await o.keyboard.type('x')
  await expect(o.locator('[data-map] textarea, [data-map] input')).toHaveCount(0)
  await pasteText(o, 'smuggled')
  await pull(a, grip(0, 0), grip(0, 160))
  await soon(() => shownAt(o, 'orders')).toEqual({ x: 0, y: 160 })
  expect(await stored.names()).toEqual(['orders', 'read me'])
  await o.context().close()
})

test('what both do while the server is away comes together', async () => {
  await begin(lay('component', 'orders', 0, 0), lay('note', 'words', 300, 0))
  await saved(a)
  await server.kill()
  await pull(a, grip(0, 0), grip(0, 160))
  await item(b, 'orders').focus()
  await b.keyboard.press('Enter')
  await b.keyboard.press('ControlOrMeta+a')
  await b.keyboard.type('renamed away')
  await b.keyboard.press('Enter')
  for (const [page, words] of [
    [a, ' from Ada'],
    [b, ' from Tunde'],
  ] as const) {
    await item(page, 'words').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(item(page, `words${words}`)).toHaveCount(1)
  }
  await server.up()
  for (const page of [a, b]) {
    await expect(item(page, 'renamed away')).toHaveCount(1)
    await expect(item(page, 'words from (Ada from Tunde|Tunde from Ada)')).toHaveCount(1)
    await soon(() => shownAt(page, 'renamed away')).toEqual({ x: 0, y: 160 })
  }
})

test('while people write quietly, a factor on the map is only its writer’s', async () => {
  await begin(lay('component', 'orders', 0, 0), lay('component', 'payment', 300, 0))
  await a.getByRole('button', { name: 'Facilitate' }).click()
  await a.getByRole('button', { name: 'Start quiet writing' }).click()
  await expect(b.getByRole('textbox', { name: 'A factor' })).toBeVisible()
  // on the map, beside the sheet
  await click(b, { x: 150, y: 200 })
  await b.keyboard.press('f')
  await b.keyboard.type('kept to myself')
  await b.keyboard.press('Enter')
  await expect(b.locator('[data-item]').filter({ hasText: /^kept to myself.*only you/ })).toHaveCount(1)
  const id = await item(b, 'kept to myself').getAttribute('data-item')
  await expect(b.locator(`.react-flow__node[data-id="${id}"]`)).toContainText('only you')
  await saved(b)
  // something that came later has arrived, the factor has not
  await stored.run(lay('note', 'for everybody', 0, 300))
  await expect(item(a, 'for everybody')).toHaveCount(1)
  await expect(item(a, 'kept to myself')).toHaveCount(0)
  expect(await stored.names()).not.toContain('kept to myself')
})

test('nothing went wrong unseen on the way', () => {
  expect(complaints).toEqual([])
})

import { expect, type Page } from '@playwright/test'
import { boxOf, item, openBoard } from '../src/browsers.ts'
import {
  click,
  lay,
  lookAtCorner,
  onScreen,
  pasteText,
  pull,
  restOf,
  Stored,
  shownAt,
} from '../src/map-hands.ts'
import { test } from '../src/test.ts'
import { grip, middle, soon, twoHands } from '../src/two-hands.ts'

const hands = twoHands()

test('a handle resizes, an arrow is moved to another end, several are put in a row', async () => {
  const { a, b, stored, begin } = hands
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
  const { a, b, stored, ada, server, begin } = hands
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
  const { a, b, stored, begin } = hands
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

test('the next by Tab, a typed line, and what made that make sense', async () => {
  const { a, b, stored, begin } = hands
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
  const { a, b, begin } = hands
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
  const { a, begin } = hands
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

test('nothing went wrong unseen on the way', () => {
  expect(hands.complaints).toEqual([])
})

import { expect, type Page } from '@playwright/test'
import { item, signInBy } from '../src/browsers.ts'
import { click, lay, lookAtCorner, onScreen, pull, restOf, shownAt } from '../src/map-hands.ts'
import { test } from '../src/test.ts'
import { soon, twoHands } from '../src/two-hands.ts'

const hands = twoHands()

/** Where a component is taken hold of: beside its words and its knobs. */
const grip = (x: number, y: number) => ({ x: x + 30, y: y + 46 })
const gesture = (page: Page) => page.locator('[data-map]').getAttribute('data-gesture-kind')
const chosen = (page: Page) => page.locator('[data-chosen]').count()
const zoomOf = async (page: Page) =>
  (await onScreen(page, { x: 1, y: 0 })).x - (await onScreen(page, { x: 0, y: 0 })).x

test('a drag to the edge takes the view along, shows to others, and Escape takes it back', async () => {
  const { a, b, begin, stored } = hands
  await begin(lay('component', 'orders', 0, 0), lay('component', 'payment', 320, 200))
  await pull(a, grip(0, 0), { x: 200, y: 100 }, { down: true })
  const before = await onScreen(a, { x: 0, y: 0 })
  await a.mouse.move((await a.locator('[data-map]').boundingBox())?.x ?? 0, 400, { steps: 4 })
  await soon(async () => (await onScreen(a, { x: 0, y: 0 })).x - before.x).toBeGreaterThan(150)
  await soon(async () => (await shownAt(b, 'orders')).x).toBeLessThan(-100)
  await a.keyboard.press('Escape')
  await a.mouse.up()
  for (const page of [a, b]) await soon(() => shownAt(page, 'orders')).toEqual({ x: 0, y: 0 })
  expect(await stored.place('orders')).toMatchObject({ x: 0, y: 0 })
})

test('a thing stops where its gaps are equal; Ctrl leaves it free; Shift pressed on the way keeps it on a line', async () => {
  const { a, b, begin, stored } = hands
  await begin(
    lay('component', 'one', 0, 0),
    lay('component', 'two', 183, 0),
    lay('component', 'three', 480, 240),
  )
  // the next of the row would stand at 366, which is no step of the grid
  await pull(a, grip(480, 240), grip(369, 5), { down: true })
  await soon(() => shownAt(a, 'three')).toEqual({ x: 366, y: 0 })
  await a.keyboard.down('Control')
  await soon(() => shownAt(a, 'three')).toEqual({ x: 369, y: 5 })
  await a.keyboard.up('Control')
  await a.keyboard.down('Shift')
  await soon(async () => (await shownAt(a, 'three')).x).toBe(480)
  await a.keyboard.up('Shift')
  await a.mouse.up()
  await soon(async () => (await stored.place('three')).x).toBe(366)
  await soon(() => shownAt(b, 'three')).toEqual({ x: 366, y: 0 })
})

test('a lasso takes what it goes round, Escape gives back what was selected before', async () => {
  const { a, begin } = hands
  await begin(
    lay('component', 'left', 0, 0),
    lay('component', 'right', 400, 0),
    lay('component', 'below', 200, 200),
  )
  const round = async (...points: readonly { x: number; y: number }[]) => {
    for (const point of points) {
      const { x, y } = await onScreen(a, point)
      await a.mouse.move(x, y, { steps: 4 })
    }
  }
  await restOf(a)
  await a.keyboard.press('l')
  await round({ x: -20, y: 120 })
  await a.mouse.down()
  await round(
    { x: -20, y: -20 },
    { x: 180, y: -20 },
    { x: 200, y: 190 },
    { x: 260, y: 290 },
    { x: 60, y: 290 },
  )
  expect(await gesture(a)).toBe('lasso')
  await a.mouse.up()
  await expect(a.getByText('2 selected')).toBeVisible()
  await a.mouse.move(0, 0)
  await restOf(a)
  const from = await onScreen(a, { x: 560, y: 150 })
  await a.mouse.move(from.x, from.y)
  await a.mouse.down()
  await round({ x: 390, y: -10 })
  expect(await gesture(a)).toBe('marquee')
  await a.keyboard.press('Escape')
  await a.mouse.up()
  await expect(a.getByText('2 selected')).toBeVisible()
})

test('several are resized in one step to undo, words wrap in what is made narrower', async () => {
  const { a, b, begin, stored } = hands
  await begin(lay('note', 'first', 0, 0), lay('note', 'second with a good many words in it', 200, 0))
  await a.keyboard.press('Control+a')
  await restOf(a)
  const corner = await onScreen(a, { x: 368, y: 88 })
  await a.mouse.move(corner.x + 8, corner.y + 8)
  await a.mouse.down()
  await a.mouse.move(corner.x + 100, corner.y + 8, { steps: 4 })
  expect(await gesture(a)).toBe('resize')
  await a.mouse.up()
  await soon(async () => (await stored.place('first')).w).toBeGreaterThan(190)
  await a.keyboard.press('Control+z')
  await soon(async () => (await stored.place('first')).w).toBe(168)
  await soon(async () => (await stored.place('second with a good many words in it')).w).toBe(168)
  await a.keyboard.press('Escape')
  await click(a, { x: 220, y: 70 })
  const edge = { x: 368, y: 66 }
  await pull(a, edge, { x: 264, y: 66 })
  await soon(async () => (await stored.place('second with a good many words in it')).w).toBe(64)
  await soon(() => nodeHeight(b, 'second with a good many words in it')).toBeGreaterThan(100)
})

async function nodeHeight(page: Page, name: string): Promise<number> {
  const id = await item(page, name).getAttribute('data-item')
  return page.locator(`.react-flow__node[data-id="${id}"]`).evaluate((node: HTMLElement) => node.offsetHeight)
}

test('what is pinned stays under every hand until it is let go', async () => {
  const { a, b, begin, stored } = hands
  await begin(lay('component', 'rock', 0, 0), lay('component', 'leaf', 320, 0))
  await click(a, grip(0, 0))
  await a.keyboard.press('Shift+L')
  await a.keyboard.press('ArrowRight')
  await pull(a, grip(0, 0), { x: 200, y: 200 })
  await click(b, grip(0, 0))
  await pull(b, grip(0, 0), { x: 200, y: 200 })
  await b.keyboard.press('Escape')
  expect(await stored.place('rock')).toMatchObject({ x: 0, y: 0, pinned: true })
  await a.keyboard.press('Control+z')
  await a.keyboard.press('Escape')
  await pull(a, grip(0, 0), grip(80, 80))
  await soon(async () => (await stored.place('rock')).x).toBe(80)
})

test('arrow keys nudge by steps, quickly together one undo', async () => {
  const { a, begin, stored } = hands
  await begin(lay('component', 'orders', 0, 0), lay('component', 'stock', 320, 0))
  await click(a, grip(0, 0))
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowDown'])
    await a.keyboard.press(key)
  await soon(() => stored.place('orders')).toMatchObject({ x: 16, y: 81 })
  await a.keyboard.press('Control+z')
  await soon(() => stored.place('orders')).toMatchObject({ x: 0, y: 0 })
})

test('menus and the bar do what people do next, for one, for many and for open ground', async () => {
  const { a, b, begin, stored } = hands
  await begin(lay('note', 'low', 0, 0), lay('note', 'high', 60, 40), lay('note', 'far', 480, 10))
  const at = await onScreen(a, { x: 20, y: 20 })
  await a.mouse.click(at.x, at.y, { button: 'right' })
  await a.getByRole('menuitem', { name: 'Before or behind' }).hover()
  await a.getByRole('menuitem', { name: 'To the front' }).click()
  await soon(() => onTop(a, { x: 70, y: 50 })).toBe('low')
  await soon(() => onTop(b, { x: 70, y: 50 })).toBe('low')
  await a.keyboard.press('Control+a')
  await a
    .getByRole('toolbar', { name: 'For what is selected' })
    .getByRole('button', { name: 'Duplicate' })
    .click()
  await soon(() => stored.names()).toEqual(['far', 'far', 'high', 'high', 'low', 'low'])
  await a.keyboard.press('Control+z')
  await soon(() => stored.names()).toEqual(['far', 'high', 'low'])
  await a.keyboard.press('Control+a')
  const far = await onScreen(a, { x: 500, y: 60 })
  await a.mouse.click(far.x, far.y, { button: 'right' })
  await a.getByRole('menuitem', { name: 'Put in a row' }).hover()
  await a.getByRole('menuitem', { name: 'Top edges in a row' }).click()
  await soon(async () => (await stored.place('high')).y).toBe(0)
})

/** The words of the card that lies on top at a point of the board. */
async function onTop(page: Page, at: { x: number; y: number }): Promise<string> {
  const { x, y } = await onScreen(page, at)
  return page.evaluate(
    ([left = 0, top = 0]) => {
      const all = [...document.querySelectorAll<HTMLElement>('.react-flow__node')].filter((node) => {
        const r = node.getBoundingClientRect()
        return r.left <= left && left <= r.right && r.top <= top && top <= r.bottom
      })
      const upper = all.sort((one, other) => Number(other.style.zIndex) - Number(one.style.zIndex))[0]
      return upper?.textContent?.trim() ?? ''
    },
    [x, y],
  )
}

test('a tool pressed twice stays, and goes with Escape', async () => {
  const { a, begin, stored } = hands
  await begin(lay('component', 'orders', 0, 0), lay('component', 'stock', 640, 400))
  await a.getByRole('button', { name: 'Boundary', exact: true }).click()
  await a.getByRole('button', { name: 'Boundary', exact: true }).click()
  for (const [from, to] of [
    [
      { x: 200, y: 0 },
      { x: 320, y: 120 },
    ],
    [
      { x: 360, y: 0 },
      { x: 480, y: 120 },
    ],
  ] as const) {
    await pull(a, from, to)
    await a.keyboard.press('Enter')
  }
  await soon(async () => (await stored.items()).filter((one) => one.type === 'boundary').length).toBe(2)
  await a.keyboard.press('Escape')
  await expect(a.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('a finger pans, carries what it selected and holds for the menu; two zoom; a palm beside a pen does nothing', async ({
  browser,
}) => {
  const { a, ada, begin, server, stored } = hands
  await begin(lay('component', 'orders', 0, 0), lay('component', 'stock', 480, 320))
  const context = await browser.newContext({ hasTouch: true })
  await signInBy(context, server, ada)
  const c = await context.newPage()
  await c.goto(a.url())
  await expect(c.locator('[data-item]')).toHaveCount(2)
  await lookAtCorner(c)
  const cdp = await c.context().newCDPSession(c)
  const touch = (type: string, ...points: readonly { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map((one, id) => ({ ...one, id })),
    })
  const slide = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
    await touch('touchStart', from)
    for (let i = 1; i <= 5; i++)
      await touch('touchMove', { x: from.x + (by.x * i) / 5, y: from.y + (by.y * i) / 5 })
  }
  await restOf(c)
  const ground = await onScreen(c, { x: 300, y: 200 })
  const was = await onScreen(c, { x: 0, y: 0 })
  await slide(ground, { x: 60, y: 0 })
  await touch('touchEnd')
  await soon(async () => (await onScreen(c, { x: 0, y: 0 })).x - was.x).toBe(60)

  const tap = await onScreen(c, grip(0, 0))
  await touch('touchStart', tap)
  await touch('touchEnd')
  await soon(() => chosen(c)).toBe(1)
  await restOf(c)
  await slide(await onScreen(c, grip(0, 0)), { x: 80, y: 40 })
  expect(await gesture(c)).toBe('move')
  await touch('touchEnd')
  await soon(async () => (await stored.place('orders')).x).toBeGreaterThan(40)

  await touch('touchStart', await onScreen(c, grip(480, 320)))
  await c.waitForTimeout(550)
  await touch('touchEnd')
  await expect(c.getByRole('menuitem', { name: 'Edit the words' })).toBeVisible()
  await c.keyboard.press('Escape')
  await expect(c.getByRole('menu')).toHaveCount(0)
  await c.keyboard.press('Escape')
  await restOf(c)

  const zoom = await zoomOf(c)
  const one = await onScreen(c, { x: 200, y: 200 })
  const two = { x: one.x + 60, y: one.y + 60 }
  await touch('touchStart', one)
  await touch('touchStart', one, two)
  for (let i = 1; i <= 4; i++) await touch('touchMove', one, { x: two.x + i * 20, y: two.y + i * 20 })
  await touch('touchEnd')
  await soon(() => zoomOf(c)).toBeGreaterThan(zoom * 1.3)
  expect(await stored.names()).toEqual(['orders', 'stock'])

  const rest = await onScreen(c, { x: 0, y: 0 })
  const pen = (type: 'mousePressed' | 'mouseReleased', at: { x: number; y: number }) =>
    cdp.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1, pointerType: 'pen' })
  const spot = await onScreen(c, { x: 200, y: 250 })
  await pen('mousePressed', spot)
  await slide({ x: spot.x + 100, y: spot.y }, { x: 80, y: 0 })
  await touch('touchEnd')
  await pen('mouseReleased', spot)
  expect(await onScreen(c, { x: 0, y: 0 })).toEqual(rest)
  await context.close()
})

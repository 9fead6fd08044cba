import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { item, openBoard, saved, wordsOf } from '../src/browsers.ts'
import {
  click,
  handColour,
  lay,
  onScreen,
  overAt,
  pasteText,
  pull,
  restOf,
  shownAt,
} from '../src/map-hands.ts'
import { test } from '../src/test.ts'
import { grip, soon, twoHands } from '../src/two-hands.ts'

const hands = twoHands()

test('a drag is seen while it lasts, stored a few times, shows whose hand it is, and is one undo', async () => {
  const { a, b, stored, begin } = hands
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
  const { a, b, begin } = hands
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
  const people = a.getByRole('button', { name: /people are here/ })
  await people.click()
  await a.getByRole('button', { name: 'Take me to where Tunde is' }).click()
  await soon(() => viewOf(a)).toEqual(await viewOf(b))
  await people.click()
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
  const { a, b, stored, begin } = hands
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
  const { a, b, stored, begin } = hands
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

test('an observer sees it all and changes nothing', async ({ browser }) => {
  const { a, stored, ada, board, server, begin } = hands
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
  const { a, b, server, begin } = hands
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
  const { a, b, stored, begin } = hands
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
  expect(hands.complaints).toEqual([])
})

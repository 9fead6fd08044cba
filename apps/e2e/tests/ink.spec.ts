import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { expectAccessible } from '../src/axe.ts'
import { openBoard } from '../src/browsers.ts'
import { lay, onScreen, type Point, pull } from '../src/map-hands.ts'
import { test } from '../src/test.ts'
import { soon, twoHands } from '../src/two-hands.ts'

const hands = twoHands()

interface Drawn {
  readonly id: string
  readonly kind: string
  readonly layer: string
  readonly points: number[]
}

/** The lines as the server hands them out, to Ada unless told. */
async function stored(who: Api = hands.ada): Promise<Drawn[]> {
  return ((await who.get(`/api/boards/${hands.board}/graph`)) as { strokes: Drawn[] }).strokes
}

/** Nothing drawn, and two things far apart, so that both screens show the same part of the board. */
async function begin(): Promise<void> {
  const ids = (await stored()).map(({ id }) => id)
  if (ids.length > 0) await hands.stored.run({ do: 'erase', ids })
  await hands.begin(lay('component', 'carts', 0, 0), lay('note', 'far', 700, 400))
}

/** Is there ink at this point of the board: `wet` while a hand draws it, `dry` once it lies there? */
async function inkAt(page: Page, at: Point, which: 'wet' | 'dry'): Promise<boolean> {
  const point = await onScreen(page, at)
  return page.evaluate(
    ({ x, y, selector }) => {
      const canvas = [...document.querySelectorAll<HTMLCanvasElement>(selector)].at(-1)
      const rect = canvas?.getBoundingClientRect()
      if (!canvas || !rect || rect.width === 0) return false
      const scale = canvas.width / rect.width
      const [px, py] = [(x - rect.x) * scale, (y - rect.y) * scale]
      const data = canvas.getContext('2d')?.getImageData(Math.round(px) - 1, Math.round(py) - 1, 3, 3).data
      return [...(data ?? [])].some((value, i) => i % 4 === 3 && value > 60)
    },
    { ...point, selector: which === 'dry' ? 'canvas[data-bitmap="ink"]' : '[data-map] > canvas' },
  )
}

const LINE = [
  { x: 200, y: 200 },
  { x: 500, y: 200 },
] as const
const ON = { x: 350, y: 200 }

test('a line is seen by others while it is drawn and after, undone, done again, erased, kept, and in the picture', async () => {
  const { a, b, ada, board, complaints } = hands
  await begin()
  await a.keyboard.press('d')
  await expect(a.getByRole('toolbar', { name: 'Pen options' })).toBeVisible()
  await pull(a, ...LINE, { down: true, steps: 20 })
  expect(await inkAt(a, ON, 'wet')).toBe(true)
  await soon(() => inkAt(b, ON, 'wet')).toBe(true)
  expect(await stored()).toEqual([])
  await a.mouse.up()
  await soon(() => inkAt(b, ON, 'dry')).toBe(true)
  await soon(async () => (await stored()).map(({ kind, layer }) => `${kind} ${layer}`)).toEqual([
    'pen common',
  ])
  await soon(() => inkAt(b, ON, 'wet')).toBe(false)

  await test.step('undo says what it undid', async () => {
    await a.keyboard.press('ControlOrMeta+z')
    await expect(a.getByText(/^Undid: drew a line/)).toBeVisible()
    await soon(() => inkAt(b, ON, 'dry')).toBe(false)
    await a.keyboard.press('ControlOrMeta+Shift+z')
    await soon(() => inkAt(b, ON, 'dry')).toBe(true)
  })
  await test.step('the picture and the file hold it', async () => {
    const svg = await (await ada.raw('GET', `/api/boards/${board}/picture.svg`)).text()
    await a.keyboard.press('Shift+E')
    await pull(a, { x: 350, y: 150 }, { x: 350, y: 250 })
    await soon(stored).toEqual([])
    await soon(() => inkAt(b, ON, 'dry')).toBe(false)
    const without = await (await ada.raw('GET', `/api/boards/${board}/picture.svg`)).text()
    expect(svg.length).toBeGreaterThan(without.length + 200)
    await a.keyboard.press('ControlOrMeta+z')
    await expect(a.getByText(/^Undid: erased a line/)).toBeVisible()
  })
  await test.step('it is there after a reload, and in the list that a screen reader reads', async () => {
    await soon(async () => (await stored()).length).toBe(1)
    await b.reload()
    await expect(b.locator('[data-drawing]')).toHaveText(['a drawing of 1 line'])
  })
  expect(complaints).toEqual([])
})

test('a laser is seen by others, fades, and is kept nowhere', async () => {
  const { a, b } = hands
  await begin()
  await a.keyboard.press('k')
  await pull(a, ...LINE, { down: true, steps: 20 })
  const end = { x: 495, y: 200 }
  await soon(() => inkAt(b, end, 'wet')).toBe(true)
  await a.mouse.up()
  await soon(() => inkAt(b, end, 'wet')).toBe(false)
  await soon(() => inkAt(a, end, 'wet')).toBe(false)
  expect(await stored()).toEqual([])
  await a.keyboard.press('Escape')
})

test('what is drawn only for me is nobody else’s, neither while it is drawn nor after', async () => {
  const { a, b } = hands
  await begin()
  await a.keyboard.press('d')
  await a.getByRole('button', { name: 'Only for me' }).click()
  await pull(a, ...LINE, { down: true, steps: 20 })
  await soon(() => inkAt(a, ON, 'wet')).toBe(true)
  // not even where the hand is
  await soon(() => b.locator('[data-cursor="Ada"]').count()).toBe(0)
  expect(await inkAt(b, ON, 'wet')).toBe(false)
  await a.mouse.up()
  await soon(async () => (await stored()).map(({ layer }) => layer)).toEqual(['own'])
  await expect(a.locator('[data-drawing]')).toHaveText(['a drawing of 1 line, only you'])
  await expect(b.locator('[data-drawing]')).toHaveCount(0)
  expect(await inkAt(b, ON, 'dry')).toBe(false)
  await a.getByRole('button', { name: 'Only for me' }).click()
  await a.keyboard.press('Escape')
})

test('lines are chosen, moved, copied and deleted by hand and by keyboard', async () => {
  const { a, b } = hands
  await begin()
  await hands.stored.run({ do: 'ink', id: 'line'.padEnd(21, '0'), points: [200, 200, 350, 200, 500, 200] })
  await expect(a.locator('[data-drawing]')).toHaveCount(1)
  await pull(a, ON, { x: 350, y: 280 })
  await soon(async () => (await stored())[0]?.points[1]).toBe(280)
  await soon(() => inkAt(b, { x: 300, y: 280 }, 'dry')).toBe(true)
  await expect(a.getByRole('toolbar', { name: 'Selected lines' })).toBeVisible()
  await expectAccessible(a, 'the map with lines chosen')
  await a.keyboard.press('ControlOrMeta+d')
  await soon(async () => (await stored()).length).toBe(2)
  await a.keyboard.press('Delete')
  await soon(async () => (await stored()).length).toBe(1)
  await a.locator('[data-drawing]').focus()
  await a.keyboard.press('Delete')
  await soon(stored).toEqual([])
})

test('who only looks on sees what is drawn and has no pen', async ({ browser }) => {
  const { a, server, ada, board } = hands
  await begin()
  const guest = await new Api(server.url).signUp('Noor')
  await guest.accept(await ada.invite(board, 'observer'), 'Noor')
  const c = await openBoard(browser, server, guest, board)
  await expect(c.locator('[data-item]')).toHaveCount(2)
  await c.keyboard.press('d')
  await expect(c.getByRole('toolbar', { name: 'Pen options' })).toHaveCount(0)
  await a.keyboard.press('d')
  await pull(a, ...LINE, { steps: 20 })
  await expect(c.locator('[data-drawing]')).toHaveCount(1)
  await a.keyboard.press('Escape')
})

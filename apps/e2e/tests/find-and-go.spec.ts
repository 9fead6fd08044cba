import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../src/axe.ts'
import { item } from '../src/browsers.ts'
import { lay, restOf } from '../src/map-hands.ts'
import { test } from '../src/test.ts'
import { soon, twoHands } from '../src/two-hands.ts'

const hands = twoHands()

/** The middle of what is in view, in tens of units of the board. */
const middleOf = (page: Page): Promise<{ x: number; y: number }> =>
  page.locator('.react-flow__viewport').evaluate((one) => {
    const m = new DOMMatrix(getComputedStyle(one).transform)
    const map = document.querySelector('[data-map]')
    return {
      x: Math.round(((map?.clientWidth ?? 0) / 2 - m.e) / m.a / 20),
      y: Math.round(((map?.clientHeight ?? 0) / 2 - m.f) / m.a / 20),
    }
  })

async function people(page: Page, what: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /people are here/ }).click()
  await page.getByRole('button', { name: what }).click()
}

test('a link lands on a thing, an arrow or an event; Back leads away again; what is gone says so and no more', async () => {
  const { a, server, board, begin, stored } = hands
  const orders = lay('component', 'orders', 0, 0)
  const payment = lay('component', 'payment', 0, 300)
  const far = lay('note', 'far away', 4000, 3000)
  const arrow = 'arrow-of-orders-00001'
  await begin(orders, payment, far, {
    do: 'connect',
    id: arrow,
    from: orders.id,
    to: payment.id,
    kind: 'calls',
    label: 'http retries',
  })
  const at = `${server.url}/b/${board}`
  await test.step('a thing: selected, and in view; the address forgets it', async () => {
    await a.goto(`${at}#${far.id}`)
    await expect(item(a, 'far away')).toHaveAttribute('data-chosen', 'true')
    await soon(async () => (await middleOf(a)).x).toBeGreaterThan(100)
    expect(new URL(a.url()).hash).toBe('')
  })
  await test.step('an arrow, by a link that comes while the board is open', async () => {
    await a.evaluate((id) => {
      window.location.hash = id
    }, arrow)
    await expect(a.locator(`[data-entry="${arrow}"]`)).toHaveAttribute('data-chosen', 'true')
  })
  await test.step('its link is copied from the bar beside it', async () => {
    await a.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await a.getByRole('button', { name: 'Copy a link to it' }).click()
    await expect(a.getByText('The link is on the clipboard.')).toBeVisible()
    expect(await a.evaluate(() => navigator.clipboard.readText())).toBe(`${at}#${arrow}`)
  })
  await test.step('a jump by the palette, and back', async () => {
    await a.keyboard.press('Escape')
    await a.keyboard.press('Escape')
    await restOf(a)
    const before = await middleOf(a)
    await a.keyboard.press('ControlOrMeta+k')
    await a.keyboard.type('far away')
    await a.keyboard.press('Enter')
    await soon(async () => (await middleOf(a)).x).not.toBe(before.x)
    await a.keyboard.press('Escape')
    await a.getByRole('button', { name: 'Back to where I was' }).click()
    await soon(() => middleOf(a)).toEqual(before)
  })
  await test.step('what was deleted says so, and comes back', async () => {
    await stored.run({ do: 'remove', ids: [far.id] })
    await expect(item(a, 'far away')).toHaveCount(0)
    await a.goto(`${at}/map#${far.id}`)
    await expect(a.getByText('“far away” was deleted.')).toBeVisible()
    await a.getByRole('button', { name: 'Bring it back' }).click()
    await expect(item(a, 'far away')).toHaveAttribute('data-chosen', 'true')
  })
  await test.step('of anything else nobody learns whether it ever was', async () => {
    await a.goto(`${at}#${'never-there-'.padEnd(21, '0')}`)
    await expect(a.getByText(/What this link leads to is not here/)).toBeVisible()
  })
})

test('finding: arrows by their words, kinds; Enter and Shift-Enter step, the rest dims, the view stays where it can', async () => {
  const { a, begin } = hands
  const orders = lay('component', 'orders', 0, 0)
  const payment = lay('component', 'payment', 0, 220)
  const note = lay('note', 'retries are not free', 300, 0)
  await begin(orders, payment, note, {
    do: 'connect',
    id: 'arrow-of-orders-00002',
    from: orders.id,
    to: payment.id,
    kind: 'calls',
    label: 'http retries',
  })
  await restOf(a)
  const before = await middleOf(a)
  await a.keyboard.press('/')
  await a.keyboard.type('RETRIES')
  await expect(a.getByText('2 found')).toBeVisible()
  await a.keyboard.press('Enter')
  await expect(a.getByText('1 of 2', { exact: true })).toBeVisible()
  await a.keyboard.press('Enter')
  await expect(a.getByText('2 of 2', { exact: true })).toBeVisible()
  await a.keyboard.press('Shift+Enter')
  await expect(a.getByText('1 of 2', { exact: true })).toBeVisible()
  expect(await middleOf(a)).toEqual(before)
  await a.keyboard.press('ControlOrMeta+a')
  await a.keyboard.type('payment')
  await expect(a.getByText('1 found')).toBeVisible()
  await expect(a.locator('[data-map] [data-dim]')).toHaveCount(2)
  await a.keyboard.press('Enter')
  await a.keyboard.press('Escape')
  await expect(item(a, 'payment')).toHaveAttribute('data-chosen', 'true')
})

test('a place is named for everybody, gone to by G and a digit, undone; the minimap pans by keys and press', async () => {
  const { a, b, begin } = hands
  await begin(lay('component', 'here', 0, 0), lay('component', 'there', 3000, 2000))
  await a.keyboard.press('+')
  await restOf(a)
  await a.keyboard.press('g')
  await a.getByRole('button', { name: 'Name what you see' }).click()
  await a.keyboard.type('Payments')
  await a.keyboard.press('Enter')
  await expect(a.getByRole('button', { name: 'Go to Payments' })).toBeVisible()
  const seen = await middleOf(a)
  await a.keyboard.press('Escape')

  await test.step('the other finds it, and goes there', async () => {
    await item(b, 'there').focus()
    await b.keyboard.press('Escape')
    await restOf(b)
    await b.keyboard.press('g')
    await expect(b.getByRole('button', { name: 'Go to Payments' })).toBeVisible()
    await b.keyboard.press('1')
    await soon(async () => Math.abs((await middleOf(b)).x - seen.x)).toBeLessThan(2)
    await b.keyboard.press('o')
    await expect(b.getByRole('heading', { name: /Places/ })).toBeVisible()
    await b.keyboard.press('o')
  })

  await test.step('the minimap: shown, panned by arrows, remembered', async () => {
    await a.keyboard.press('Shift+M')
    const mini = a.getByRole('application', { name: /Minimap/ })
    await expect(mini).toBeVisible()
    await expect(mini.locator('[data-person="Tunde"]')).toBeVisible()
    const x = (await middleOf(a)).x
    await mini.focus()
    await a.keyboard.press('ArrowRight')
    await soon(async () => (await middleOf(a)).x).toBeGreaterThan(x)
    await mini.click({ position: { x: 20, y: 20 } })
    await soon(async () => (await middleOf(a)).x).toBeLessThan(x)
    await a.getByRole('button', { name: 'Back to where I was' }).click()
    await soon(async () => (await middleOf(a)).x).toBeGreaterThan(x)
    await expectAccessible(a, 'minimap and places')
    await a.keyboard.press('Shift+M')
    await expect(mini).toBeHidden()
  })

  await test.step('one undo takes it away for both', async () => {
    await a.keyboard.press('Escape')
    await a.keyboard.press('ControlOrMeta+z')
    await expect(a.getByText('Undid: added the place “Payments”.')).toBeVisible()
    await b.keyboard.press('g')
    await expect(b.getByRole('button', { name: 'Go to Payments' })).toHaveCount(0)
    await b.keyboard.press('Escape')
  })
})

test('to where somebody is in any view; everybody is asked to come, and may stay', async () => {
  const { a, b, begin } = hands
  await begin(lay('component', 'orders', 0, 0), lay('component', 'there', 3000, 2000))
  await test.step('she is in the record', async () => {
    await a.getByRole('radio', { name: 'Record' }).click()
    await expect(a.getByRole('article', { name: 'Record' })).toBeVisible()
    await people(b, 'Take me to where Ada is')
    await expect(b.getByRole('article', { name: 'Record' })).toBeVisible()
    await b.goBack()
    await expect(b.getByRole('region', { name: 'Map' })).toBeVisible()
  })
  await test.step('following goes along from view to view, until one goes elsewhere', async () => {
    await people(b, 'Follow Ada')
    await b.keyboard.press('Escape')
    await expect(b.locator('[data-following]')).toBeVisible()
    await expect(b.getByRole('article', { name: 'Record' })).toBeVisible()
    await a.getByRole('radio', { name: 'Timeline' }).click()
    await expect(b.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible()
    await b.getByRole('radio', { name: 'Map' }).click()
    await expect(b.locator('[data-following]')).toHaveCount(0)
    await a.getByRole('radio', { name: 'Map' }).click()
  })
  await test.step('who leads asks; who stays is left alone, and nobody is told', async () => {
    await item(a, 'there').focus()
    await a.keyboard.press('Escape')
    await restOf(a)
    await restOf(b)
    const before = await middleOf(b)
    await people(a, 'Bring everyone here')
    await expect(a.getByText('Asked 1 person to come here.')).toBeVisible()
    await expect(b.getByText('Ada asks everyone to come.', { exact: true })).toBeVisible()
    await expect(b.locator('[data-live-announcer]')).toContainText('Ada asks everyone to come.')
    await b.keyboard.press('Escape')
    await expect(b.locator('[data-ask]')).toHaveCount(0)
    await b.waitForTimeout(3_500)
    expect(await middleOf(b)).toEqual(before)
  })
  await test.step('who does not answer goes along in three seconds, and back by one press', async () => {
    const before = await middleOf(b)
    await people(a, 'Bring everyone here')
    await expect(b.getByText('You are where Ada is.')).toBeVisible()
    await soon(async () => (await middleOf(b)).x).toBeGreaterThan(100)
    await b.getByRole('button', { name: 'Back', exact: true }).click()
    await soon(() => middleOf(b)).toEqual(before)
  })
  await test.step('a hand that writes is not taken away', async () => {
    await b.keyboard.press('n')
    await b.keyboard.type('half a tho')
    await people(a, 'Bring everyone here')
    await expect(b.locator('[data-ask]')).toBeVisible()
    await b.keyboard.type('ught', { delay: 40 })
    await b.waitForTimeout(3_500)
    await expect(b.locator('textarea').first()).toHaveValue('half a thought')
    await b.keyboard.press('Escape')
    await b.keyboard.press('Escape')
  })
  await test.step('a participant is not offered it', async () => {
    await b.getByRole('button', { name: /people are here/ }).click()
    await expect(b.getByRole('button', { name: 'Take me to where Ada is' })).toBeVisible()
    await expect(b.getByRole('button', { name: 'Bring everyone here' })).toHaveCount(0)
    await b.keyboard.press('Escape')
  })
})

test('a projector shows what everybody sees, never what one person wrote for themselves', async () => {
  const { b, ada, board, begin } = hands
  await begin(lay('component', 'orders', 0, 0))
  await ada.post(`/api/boards/${board}/rounds`, {
    writes: 'factors',
    prompt: '',
    anonymous: true,
    minutes: 5,
  })
  const field = b.getByRole('textbox', { name: 'A factor' })
  await field.fill('canary-7d only mine')
  await b.keyboard.press('Enter')
  await expect(b.getByText('canary-7d only mine').first()).toBeAttached()
  await b.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await b.keyboard.press('F9')
  await expect(b.locator('[data-projector]')).toBeVisible()
  await expect(item(b, 'orders')).toHaveCount(1)
  await expect(b.getByRole('timer')).toBeVisible()
  for (const view of ['Outline', 'Timeline', 'Record', 'Map']) {
    await b.mouse.move(600 + view.length, 400)
    await b.getByRole('radio', { name: view }).click()
    await expect(b.locator('#view > *').first()).toBeAttached()
    expect(await b.content()).not.toContain('canary-7d')
  }
  // a room is light whatever the machine prefers
  await expectAccessible(b, 'projector', ['light'])
  await b.keyboard.press('Escape')
  await expect(b.locator('[data-projector]')).toHaveCount(0)
  await expect(b.getByText('canary-7d only mine').first()).toBeAttached()
})

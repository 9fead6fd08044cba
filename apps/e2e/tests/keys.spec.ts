import { expect } from '@playwright/test'
import { TestServer } from '../../../infra/testing/server.ts'
import { item } from '../src/browsers.ts'
import { heard } from '../src/keys.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

test('keys pressed while a board opens are not lost', async ({ page }) => {
  await page.goto(`${server.url}/`)
  await page.route(/MapView-.*\.js/, async (route) => {
    await new Promise((done) => setTimeout(done, 700))
    await route.continue()
  })
  await page.goto(`${server.url}/sample/sock-shop`)
  await expect(page.getByRole('banner')).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('early bird')
  await page.keyboard.press('Enter')
  await expect(item(page, 'early bird')).toHaveCount(1)
})

test('letters alone can be switched off, and the keys with Ctrl stay', async ({ page }) => {
  await page.goto(`${server.url}/sample/sock-shop`)
  await expect(page.locator('[data-item]').first()).toBeAttached()
  await page.keyboard.press('?')
  const letters = page.getByRole('switch', { name: /Single keys/ })
  await letters.focus()
  await page.keyboard.press('Space')
  await expect(letters).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.locator('[data-item]').first().focus()
  for (const key of ['c', 'n', 'f', 't', 'a', '/', '?', 'm', '1', '-']) await page.keyboard.press(key)
  await expect(page.locator('[data-over-map] :is(input, textarea)')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(heard(page)).not.toHaveText(/Moving/)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
})

test('the switch of views hands the focus to the view', async ({ page }) => {
  await page.goto(`${server.url}/sample/gitlab`)
  await expect(page.locator('[data-item]').first()).toBeAttached()
  for (const view of ['Timeline', 'Map', 'Record'] as const) {
    await page.getByRole('radio', { name: view }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-view-focus]')).toBeFocused()
  }
})

test('still things stay still where motion is reduced', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/sample/gitlab`)
  await page.locator('[data-item]').first().focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('complementary', { name: 'Selected' })).toBeVisible()
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 20)
        .length,
  )
  expect(moving).toBe(0)
})

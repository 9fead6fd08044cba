import { expect, type Locator, type Page } from '@playwright/test'
import type { Api } from '../../../infra/testing/api.ts'
import { item } from './browsers.ts'

/** The badge, by what it says. */
export function badge(page: Page, words: RegExp): Locator {
  return page.getByRole('status').filter({ hasText: words })
}

/** The page is put away: it opens without a network from now on. */
export async function putAway(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}

export async function addComponent(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('body').press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(item(page, name)).toHaveCount(1)
}

/** Names of this origin's databases of real boards, and every address in its caches. */
export async function keptBy(page: Page): Promise<{ copies: string[]; cached: string[]; noted: string[] }> {
  return page.evaluate(async () => {
    const copies = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const cached: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) cached.push(new URL(url).pathname)
    const noted = Object.keys(localStorage)
    return { copies: copies.filter((name) => name.startsWith('second-story/')), cached, noted }
  })
}

/** Does the browser ask before the page goes? Leaves it open. */
export async function asksBeforeLeaving(page: Page): Promise<boolean> {
  // without a touch of the page browsers do not ask at all
  await page.mouse.click(720, 500)
  return page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  })
}

/** Names of what the server has stored, in order of the alphabet. */
export async function storedNames(who: Api, board: string): Promise<string[]> {
  const { items } = (await who.get(`/api/boards/${board}/graph`)) as { items: { name?: string }[] }
  return items.flatMap(({ name }) => name ?? []).sort()
}

import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import type { Api } from '../../../infra/testing/api.ts'
import type { TestServer } from '../../../infra/testing/server.ts'

/** A signed-in browser with the board open and everything loaded. */
export async function openBoard(
  browser: Browser,
  server: TestServer,
  who: Api,
  board: string,
  view = '',
): Promise<Page> {
  const context = await browser.newContext()
  await signInBy(context, server, who)
  const page = await context.newPage()
  await page.goto(`${server.url}/b/${board}${view}`)
  await expect(page.getByRole('banner')).toBeVisible()
  return page
}

export async function signInBy(context: BrowserContext, server: TestServer, who: Api): Promise<void> {
  const [name, value] = who.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: server.url }])
}

/** What the map holds, as a screen reader hears it: one line an item or arrow. */
export async function wordsOf(page: Page): Promise<string[]> {
  const lines = await page.locator('[data-item], [data-relation]').allTextContents()
  return lines.map((line) => line.trim()).sort()
}

/** An item on the map, by its name or first words: what its line begins with, up to the first comma. */
export function item(page: Page, name: string): Locator {
  return page.locator('[data-item]').filter({ hasText: new RegExp(`^${name}(,|$)`) })
}

/** The badge says that everything is on the server's disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
}

/** Drops a file on the window, as from a folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await dropFiles(page, [{ name, text }])
}

/** Drops several files at once. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer()
    for (const { name, text } of all) data.items.add(new File([text], name, { type: 'text/plain' }))
    const at = document.elementFromPoint(700, 400) ?? document.body
    for (const type of ['dragenter', 'dragover', 'drop'])
      at.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
  }, files)
}

/** Where an item of the map stands on the screen. */
export async function boxOf(
  page: Page,
  name: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const id = await item(page, name).getAttribute('data-item')
  const node = page.locator(`.react-flow__node[data-id="${id}"]`)
  await expect(node).toBeVisible()
  const box = await node.boundingBox()
  if (!box) throw new Error(`${name} is not on the screen`)
  return box
}

import { expect, type Page } from '@playwright/test'

/** Something has the focus, and it can be seen: a ring of its own, or the ring of what stands for it. */
export async function focusIsKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
    )
    .toBe(true)
}

export function messages(page: Page) {
  return page.getByRole('region', { name: 'Messages' })
}

export function heard(page: Page) {
  return page.locator('p[data-live-announcer]')
}

/** Tab, or Shift and Tab, until a control of this name has the focus. */
export async function tabTo(
  page: Page,
  role: 'button' | 'textbox',
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const wanted = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first()
  for (let n = 0; n < 60; n++) {
    if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not come to ${name}`)
}

export async function typeAndEnter(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

import { test as base } from '@playwright/test'

/**
 * A story ends with the windows that it opened: left open they would go on drawing, and looking for a server that is gone,
 * under every story that follows. Those that a whole file opened before it stay.
 */
export const test = base.extend<{ closesItsWindows: undefined }>({
  closesItsWindows: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use(undefined)
      const own = browser.contexts().filter((context) => !before.has(context))
      await Promise.all(own.map((context) => context.close()))
    },
    { auto: true },
  ],
})

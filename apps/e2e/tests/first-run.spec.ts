import { expect, type Page } from '@playwright/test'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, saved, wordsOf } from '../src/browsers.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

const MINE = 'The night shift had changed that week'

test('a sample opens in one click without an account, takes changes, keeps them here, and sends nothing until it is kept', async ({
  page,
}) => {
  const asked = listen(page)

  await test.step('one click', async () => {
    await page.goto(server.url)
    await page.getByRole('link', { name: 'A real incident' }).click()
    await expect(item(page, 'GitLab.com app')).toBeAttached()
    await expect(page.getByText('Kept in this browser')).toBeVisible()
  })

  await test.step('it takes changes', async () => {
    await page.getByRole('button', { name: 'Factor', exact: true }).click()
    await page.getByRole('main').click({ position: { x: 120, y: 640 } })
    await page.getByRole('textbox', { name: 'A new factor' }).fill(MINE)
    await page.keyboard.press('Enter')
    await expect(item(page, MINE)).toBeAttached()
  })

  let before: readonly string[] = []
  await test.step('it is kept here', async () => {
    before = await wordsOf(page)
    await page.reload()
    await expect(item(page, MINE)).toBeAttached()
    expect(await wordsOf(page)).toEqual(before)
  })

  await test.step('nothing was sent', () => {
    expect(asked.sockets).toEqual([])
    for (const { method, url, body } of asked.requests) {
      expect(method, url).toBe('GET')
      expect(body, url).toBeNull()
      const { origin, pathname, search } = new URL(url)
      expect(origin).toBe(server.url)
      // who is signed in, and what this server offers: questions without content
      if (pathname.startsWith('/api/')) expect(['/api/me', '/api/server']).toContain(pathname + search)
    }
    expect(server.printed).not.toContain(MINE)
  })

  await test.step('keeping it makes a real board of it', async () => {
    await page.getByRole('button', { name: 'Keep it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Keep it' })
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Maren')
    await dialog.getByRole('textbox', { name: 'Your work mail' }).fill('maren@example.test')
    await dialog.getByLabel('Password').fill('a long enough password')
    await dialog.getByRole('button', { name: 'Create an account and keep it' }).click()
    await expect(page).toHaveURL(/\/b\//)
    await expect(item(page, MINE)).toBeAttached()
    await saved(page)
    expect(await wordsOf(page)).toEqual(before)
    await page.goto(`${server.url}/boards`)
    await expect(page.getByRole('link', { name: /The replica rebuild of 31 January/ })).toBeVisible()
  })
})

test('the other sample, from an empty boards page', async ({ page }) => {
  await page.goto(server.url)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await page.getByRole('textbox', { name: 'Your work mail' }).fill('ada@example.test')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Boards' })).toBeVisible()
  // nothing is drawn anywhere yet that a board could begin with
  await expect(page.getByText('Begin with another board’s system')).toHaveCount(0)
  await page.getByRole('link', { name: /A Chaos Day sketch/ }).click()
  await expect(item(page, 'front-end')).toBeAttached()
})

interface Asked {
  readonly requests: { readonly method: string; readonly url: string; readonly body: string | null }[]
  readonly sockets: string[]
}

/** Everything that this page sends from now on. */
function listen(page: Page): Asked {
  const asked: Asked = { requests: [], sockets: [] }
  page.on('request', (request) => {
    if (/^(data|blob):/.test(request.url())) return
    asked.requests.push({ method: request.method(), url: request.url(), body: request.postData() })
  })
  page.on('websocket', (socket) => asked.sockets.push(socket.url()))
  return asked
}

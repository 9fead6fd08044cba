import { expect } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard } from '../src/browsers.ts'
import { lay } from '../src/map-hands.ts'
import { storyOfANight } from '../src/story.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let tunde: Api
let board: string

test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  tunde = await new Api(server.url).signUp('Tunde')
  board = await ada.createBoard('Heard')
  await tunde.accept(await ada.invite(board), 'Tunde')
  await ada.post(`/api/boards/${board}/commands`, storyOfANight())
})
test.afterAll(() => server?.stop())

const VIEWS = [
  { view: '', width: 1440 },
  { view: '/timeline', width: 1440 },
  { view: '/record', width: 1440 },
  { view: '/list', width: 390 },
  { view: '/timeline', width: 390 },
]

for (const { view, width } of VIEWS) {
  test(`what others do is told in ${view || '/map'}, ${width} wide`, async ({ browser }) => {
    const page = await openBoard(browser, server, ada, board, view)
    await page.setViewportSize({ width, height: 844 })
    const told = page.locator('p[data-live-announcer]').filter({ hasText: /^Added/ })
    await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
    await tunde.post(`/api/boards/${board}/commands`, [lay('note', 'Somebody else was here', 0, 700)])
    await expect(told).toHaveText('Added: Somebody else was here, note.')
    await page.context().close()
  })
}

test('a step of the walk and a key that chooses a part say what they did', async ({ browser }) => {
  const page = await openBoard(browser, server, ada, board, '/timeline')
  const told = page.locator('p[data-live-announcer]:not(:empty)')
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible()
  await page.locator('body').press('ArrowRight')
  await expect(told).toHaveText('22:10: The queue grows')
  await page.locator('body').press('f')
  await page.keyboard.press('3')
  await expect(told).toHaveText('Helped.')
  await page.context().close()
})

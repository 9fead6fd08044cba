import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { item, openBoard, signInBy } from '../src/browsers.ts'
import { test } from '../src/test.ts'

let server: TestServer
let ada: Api
let bob: Api
let board: string

test.beforeAll(async () => {
  server = await TestServer.start()
  ada = await new Api(server.url).signUp('Ada')
  bob = await new Api(server.url).signUp('Bob')
  const { team } = (await ada.post('/api/teams', { title: 'Payments' })) as { team: { id: string } }
  const { token } = (await ada.post(`/api/teams/${team.id}/invites`, {})) as { token: string }
  await bob.post(`/api/invites/${token}/accept`, {})
  board = await ada.createBoard('Tuesday', 'incident-review')
  await ada.post(`/api/boards/${board}/commands`, [
    {
      do: 'add',
      id: 'question'.padEnd(21, '0'),
      type: 'question',
      fields: { text: 'What did the screens show?' },
      place: { x: 0, y: 0, w: 200, h: 100 },
    },
  ])
})
test.afterAll(() => server.stop())

async function boardsOf(page: Page): Promise<void> {
  await page.goto(`${server.url}/boards`)
  await expect(page.getByRole('heading', { name: 'Boards', level: 1 })).toBeVisible()
}

test('a team keeps a template with words for whoever facilitates, and a colleague begins with it', async ({
  browser,
}) => {
  const page = await openBoard(browser, server, ada, board)
  await page.getByRole('button', { name: 'Facilitate' }).click()
  const told = page.getByRole('region', { name: 'How to lead this' })
  await expect(told).toContainText('Talk with two or three people')
  await told.getByRole('button', { name: 'Change the words' }).click()
  await told.getByLabel('At this step: Prepare').fill('Ask the on-call first.')
  await told.getByRole('button', { name: 'Keep' }).click()
  await expect(told).toContainText('Ask the on-call first.')
  await expectAccessible(page, 'words for whoever facilitates')

  await boardsOf(page)
  await page.getByRole('button', { name: 'More about “Tuesday”' }).click()
  await page.getByRole('menuitem', { name: 'Save as a template' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as a template' })
  await dialog.getByLabel('Title').fill('How we review')
  await dialog.getByRole('button', { name: /Whose template/ }).click()
  await page.getByRole('option', { name: 'Payments' }).click()
  await expectAccessible(page, 'saving a template')
  await dialog.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByRole('region', { name: 'Templates' })).toContainText('How we review')

  const context = await browser.newContext()
  await signInBy(context, server, bob)
  const his = await context.newPage()
  await boardsOf(his)
  await his.getByRole('button', { name: 'Begin a board with “How we review”' }).click()
  await expect(item(his, 'What did the screens show\\?')).toBeAttached()
  await his.keyboard.press('Escape')
  await his.getByRole('button', { name: 'Facilitate' }).click()
  await expect(his.getByRole('region', { name: 'How to lead this' })).toContainText('Ask the on-call first.')
})

test('a board is copied without what lies on it', async ({ browser }) => {
  const context = await browser.newContext()
  await signInBy(context, server, ada)
  const page = await context.newPage()
  await boardsOf(page)
  await page.getByRole('button', { name: 'More about “Tuesday”' }).click()
  await page.getByRole('menuitem', { name: 'Copy the board' }).click()
  await page.getByRole('radio', { name: 'Nothing' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.locator('[data-item]')).toHaveCount(0)
})

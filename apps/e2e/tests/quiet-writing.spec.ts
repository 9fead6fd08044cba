import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { item, signInBy } from '../src/browsers.ts'
import { Overheard } from '../src/overheard.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

const CANARY = 'canary-4f1c9e the mail was never read'
const WRITTEN = [
  CANARY,
  'Two host names differ in one digit',
  'The copy tool says nothing',
  'It was late',
  'A snapshot lay there by chance',
  'Nobody tried a restore',
]

test('six people write quietly, all is shown at once, they connect it, and the record is filled', async ({
  browser,
}) => {
  const owner = await new Api(server.url).signUp('Maren')
  const board = await owner.createBoard('The replica rebuild', 'incident-review')
  const invite = await owner.invite(board)
  const people = [owner]
  for (const name of ['Tunde', 'Ada', 'Jo', 'Kim', 'Olu'])
    people.push(await new Api(server.url).accept(invite, name))
  const pages: Page[] = []
  const ears: Overheard[] = []
  for (const [n, person] of people.entries()) {
    const context = await browser.newContext(n % 2 ? { viewport: { width: 390, height: 844 } } : {})
    await signInBy(context, server, person)
    const page = await context.newPage()
    ears.push(new Overheard(page))
    await page.goto(`${server.url}/b/${board}`)
    await expect(page.getByRole('banner').first()).toBeVisible()
    pages.push(page)
  }
  const [facilitator, writer] = pages as [Page, Page]

  await test.step('the facilitator starts', async () => {
    await facilitator.getByRole('button', { name: 'Facilitate' }).click()
    await facilitator.getByRole('button', { name: 'Start quiet writing' }).click()
    await facilitator
      .getByRole('complementary', { name: 'Facilitate' })
      .getByRole('button', { name: 'Close' })
      .click()
    for (const page of pages) await expect(page.getByRole('textbox', { name: 'A factor' })).toBeVisible()
  })

  await test.step('everyone writes for themselves', async () => {
    // the one with the canary is not the owner
    const order = [WRITTEN[1], WRITTEN[0], ...WRITTEN.slice(2)] as string[]
    for (const [n, page] of pages.entries()) {
      await page.getByRole('textbox', { name: 'A factor' }).fill(order[n] ?? '')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: 'A factor' })).toHaveValue('')
    }
    await expect(writer.getByText(CANARY).first()).toBeVisible()
  })

  await test.step('before it is shown, the canary is nowhere but with its writer', async () => {
    await expect(facilitator.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
    expect(await ears[1]?.has(CANARY)).toBe(true)
    for (const [n, ear] of ears.entries()) if (n !== 1) expect(await ear.has('canary-4f1c9e')).toBe(false)
    for (const path of ['graph', 'record.md', 'record.html', 'record.json', 'picture.svg?area=all']) {
      const answer = await owner.raw('GET', `/api/boards/${board}/${path}`)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('canary-4f1c9e')
    }
    expect(server.printed).not.toContain('canary-4f1c9e')
  })

  await test.step('show all: everybody sees all of it, without names', async () => {
    await facilitator.getByRole('button', { name: 'Facilitate' }).click()
    const panel = facilitator.getByRole('complementary', { name: 'Facilitate' })
    await panel.getByRole('button', { name: 'Show all …' }).click()
    await panel.getByRole('button', { name: 'Show all', exact: true }).click()
    for (const page of pages) await expect(page.getByText(CANARY).first()).toBeAttached()
    for (const words of WRITTEN) await expect(item(facilitator, words)).toHaveCount(1)
    const graph = JSON.stringify(await owner.get(`/api/boards/${board}/graph`))
    for (const person of people) expect(graph).not.toContain(person.account)
    expect(server.printed).not.toContain('canary-4f1c9e')
  })

  await test.step('they connect it', async () => {
    await item(facilitator, WRITTEN[2] ?? '').focus()
    await facilitator.keyboard.press('a')
    await facilitator.keyboard.type('canary')
    await facilitator.keyboard.press('Enter')
    await expect(facilitator.locator('[data-relation]')).toHaveCount(1)
  })

  await test.step('the record is already filled', async () => {
    await facilitator.keyboard.press('Escape')
    await facilitator.getByRole('radio', { name: 'Record' }).click({ force: true })
    for (const words of WRITTEN) await expect(facilitator.getByText(words).first()).toBeVisible()
    const markdown = await (await owner.raw('GET', `/api/boards/${board}/record.md`)).text()
    for (const words of WRITTEN) expect(markdown).toContain(words)
    for (const name of ['Tunde', 'Ada', 'Kim', 'Olu']) expect(markdown).not.toContain(name)
    expect(await (await owner.raw('GET', `/api/boards/${board}/record.md`)).text()).toBe(markdown)
  })
})

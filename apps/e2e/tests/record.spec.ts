import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { openBoard, saved } from '../src/browsers.ts'
import { id, storyOfANight } from '../src/story.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

test('the record is written by several hands, undone by one’s own, and leaves as it is shown', async ({
  browser,
}) => {
  const ada = await new Api(server.url).signUp('Adaline')
  const tunde = await new Api(server.url).signUp('Tunde')
  const watcher = await new Api(server.url).signUp('Olumide')
  const board = await ada.createBoard('The night of the queue', 'incident-review')
  await tunde.accept(await ada.invite(board), 'Tunde')
  await watcher.accept(await ada.invite(board, 'observer'), 'Olumide')
  await ada.post(`/api/boards/${board}/commands`, storyOfANight())

  const a = await openBoard(browser, server, ada, board, '/record')
  const b = await openBoard(browser, server, tunde, board, '/record')
  const o = await openBoard(browser, server, watcher, board, '/record')
  const [mine, theirs] = [summary(a), summary(b)]

  await test.step('two write in the same Summary at the same moment: both words survive', async () => {
    await Promise.all([mine.click(), theirs.click()])
    await Promise.all([
      a.keyboard.type('consumers stood still', { delay: 15 }),
      b.keyboard.type('orders piled up', { delay: 15 }),
    ])
    for (const where of [mine, theirs, section(o, 'Summary')]) {
      await expect(where).toContainText('consumers stood still')
      await expect(where).toContainText('orders piled up')
    }
  })

  await test.step('each sees by name where the other writes', async () => {
    // at the very end, where the other one goes on below
    await b.keyboard.press('ControlOrMeta+End')
    await mine.click()
    await expect(theirs.locator('[data-name="Adaline"]')).toBeAttached()
    await expect(mine.locator('[data-name="Tunde"]')).toBeAttached()
  })

  await test.step('an observer reads and cannot type', async () => {
    await expect(o.getByRole('article').getByRole('textbox')).toHaveCount(0)
    await section(o, 'Summary').click()
    await o.keyboard.type('by a reader')
    await expect(section(o, 'Summary')).not.toContainText('by a reader')
  })

  await test.step('bold, heading, list and link; a link that runs something is refused', async () => {
    await toEnd(a)
    await a.keyboard.press('Enter')
    await a.keyboard.type('sixty minutes')
    await expect(mine.locator('p').last()).toHaveText('sixty minutes')
    await selectBack(a, 'minutes')
    await tool(a, 'Bold').click()
    await expect(theirs.locator('strong')).toHaveText('minutes')
    await tool(a, 'Link').click()
    const field = a.getByRole('textbox', { name: 'Where the link goes' })
    await field.fill('javascript:alert(1)')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(a.getByRole('button', { name: 'Set the link' })).toBeDisabled()
    await field.fill('example.org/night')
    await field.press('Enter')
    await expect(theirs.locator('a')).toHaveAttribute('href', 'https://example.org/night')
    await toEnd(a)
    await a.keyboard.press('Enter')
    await a.keyboard.type('What came next')
    await selectBack(a, 'What came next')
    await tool(a, 'Heading').click()
    await expect(theirs.getByRole('heading', { level: 3 })).toHaveText('What came next')
    await toEnd(a)
    await a.keyboard.press('Enter')
    await a.keyboard.type('- the queue was drained')
    await a.keyboard.press('Enter')
    await a.keyboard.type('orders were sent again')
    await pasteHtml(a, 'Summary', ' <a href="javascript:alert(2)">pasted</a>')
    for (const where of [theirs, section(o, 'Summary')]) {
      await expect(where.getByRole('heading', { level: 3 })).toHaveText('What came next')
      await expect(where.getByRole('listitem')).toHaveCount(2)
      await expect(where).toContainText('pasted')
      await expect(where.locator('a')).toHaveCount(1)
    }
  })

  await test.step('Ctrl-Z takes back one’s own, from the board’s own list', async () => {
    await theirs.click()
    await b.keyboard.press('ControlOrMeta+End')
    await b.keyboard.type(' and this is Tunde’s')
    await expect(mine).toContainText('Tunde’s')
    await ada.post(`/api/boards/${board}/commands`, [
      { do: 'add', id: id('later'), type: 'insight', fields: { text: 'written by a machine' } },
    ])
    await mine.click()
    await a.keyboard.press('ControlOrMeta+z')
    await expect(mine).not.toContainText('pasted')
    await expect(mine).toContainText('Tunde’s')
    // the same list, reached from outside the words
    for (let n = 0; n < 30 && (await mine.innerText()).includes('consumers'); n++) {
      await a.getByRole('heading', { level: 1 }).click()
      await a.locator('body').press('ControlOrMeta+z')
    }
    await expect(mine).not.toContainText('consumers')
    for (const where of [mine, theirs, section(o, 'Summary')]) {
      await expect(where).toContainText('orders piled up')
      await expect(where).toContainText('Tunde’s')
    }
    for (let n = 0; n < 30 && !(await mine.innerText()).includes('pasted'); n++)
      await a.locator('body').press('ControlOrMeta+Shift+z')
    await expect(theirs).toContainText('consumers stood still')
    await expect(theirs).toContainText('pasted')
    await saved(a)
    await saved(b)
  })

  await test.step('each file of the menu is what the server gives, to the byte, twice', async () => {
    const files = [
      ['Markdown file', ['record.md']],
      ['Web page', ['record.html']],
      ['Record as JSON', ['record.json']],
      ['Board as JSON', ['board.json']],
      ['Both pictures as SVG', ['picture.svg?area=system', 'picture.svg?area=story']],
    ] as const
    for (const [label, paths] of files) {
      const here = await take(a, label, paths.length)
      expect(await take(b, label, paths.length), label).toEqual(here)
      for (const [n, path] of paths.entries()) {
        const there = await textOf(ada, board, path)
        expect(there, path).toBe(await textOf(watcher, board, path))
        expect(here[n] === there, `${label} is ${path}`).toBe(true)
      }
    }
    await a.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await choose(a, 'Copy as Markdown')
    await expect
      .poll(() => a.evaluate(() => navigator.clipboard.readText()))
      .toBe(await textOf(ada, board, 'record.md'))
  })

  await test.step('what is on the screen is what the file says', async () => {
    const markdown = await textOf(ada, board, 'record.md')
    const titles = await a.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts()
    expect(titles.filter((title) => title !== 'Sources')).toEqual(
      [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
    )
    const shown = (await a.getByRole('article').innerText()).replace(/\s+/g, ' ')
    for (const line of sentences(markdown)) expect(shown).toContain(line)
    const told = new Set(sentences(markdown))
    const links = await a.getByRole('article').locator('a[data-item]').allInnerTexts()
    expect(links.length).toBeGreaterThan(8)
    for (const words of links) expect([...told].some((line) => line.includes(words))).toBe(true)
  })

  await test.step('what was left out, and who was there, is in no file', async () => {
    for (const path of [...RECORD_FILES, 'picture.svg?area=story']) {
      const text = await textOf(ada, board, path)
      expect(text, path).not.toContain('Lunch is late')
      for (const name of ['Adaline', 'Olumide']) expect(text, path).not.toContain(name)
      for (const person of [ada, tunde, watcher]) expect(text, path).not.toContain(person.account)
    }
    await expect(a.getByRole('article')).not.toContainText('Lunch is late')
  })

  await test.step('parked ideas come in when the facilitator says so, and go again', async () => {
    await expect(a.getByRole('article')).not.toContainText('Bound every queue')
    for (const path of ['record.md', 'record.html'])
      expect(await textOf(ada, board, path)).not.toContain('Bound every queue')
    await a.getByRole('button', { name: 'Facilitate' }).click()
    const shown = a.getByText('Show them in the record')
    await shown.click()
    for (const page of [a, b, o]) await expect(section(page, 'Parked for later')).toContainText('Bound every')
    for (const path of RECORD_FILES)
      expect(await textOf(ada, board, path), path).toContain('Bound every queue')
    await shown.click()
    for (const page of [a, b, o]) await expect(section(page, 'Parked for later')).toHaveCount(0)
    expect(await textOf(ada, board, 'record.md')).not.toContain('Bound every queue')
  })
})

test('a board of which nothing is known yet says that this is fine', async ({ browser }) => {
  const maren = await new Api(server.url).signUp('Maren')
  const watcher = await new Api(server.url).signUp('Jo')
  const board = await maren.createBoard('Nothing yet', 'incident-review')
  await watcher.accept(await maren.invite(board, 'observer'), 'Jo')
  const o = await openBoard(browser, server, watcher, board, '/record')
  const sections = o.getByRole('article').getByRole('region')
  await expect(sections).toHaveCount(11)
  for (const one of await sections.all()) await expect(one).toContainText('None written, and that is fine.')
  const markdown = await textOf(maren, board, 'record.md')
  expect(markdown.match(/^_None written, and that is fine\._$/gm)).toHaveLength(11)
  const page = await openBoard(browser, server, maren, board, '/record')
  await expect(summary(page)).toBeVisible()
  // opening the editor writes nothing
  expect(await textOf(maren, board, 'record.md')).toBe(markdown)
  expect(await take(page, 'Markdown file', 1)).toEqual([markdown])
})

const RECORD_FILES = ['record.md', 'record.html', 'record.json']

function summary(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Summary' })
}

function section(page: Page, name: string): Locator {
  return page.getByRole('article').getByRole('region', { name })
}

function tool(page: Page, name: string): Locator {
  return page.getByRole('toolbar', { name: 'Words selected' }).getByRole('button', { name, exact: true })
}

/** Selects words that have just been typed. */
/** To the end of the section, and seen there by the editor: faster than any hand, the next key would meet the old selection. */
async function toEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+End')
    const isThere = await page.evaluate(
      () =>
        new Promise<boolean>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done(document.getSelection()?.isCollapsed === true)),
          ),
        ),
    )
    expect(isThere).toBe(true)
  }).toPass()
}

async function selectBack(page: Page, words: string): Promise<void> {
  for (const _ of words) await page.keyboard.press('Shift+ArrowLeft')
}

async function pasteHtml(page: Page, name: string, html: string): Promise<void> {
  await page.getByRole('textbox', { name }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: label }).click()
}

/** Chooses from the Export menu and reads the files that arrive. */
async function take(page: Page, label: string, count: number): Promise<string[]> {
  const paths: Promise<string>[] = []
  const arrived = new Promise<void>((done) => {
    page.on('download', (file) => {
      paths.push(file.path())
      if (paths.length === count) done()
    })
  })
  await choose(page, label)
  await arrived
  page.removeAllListeners('download')
  return Promise.all(paths.map(async (path) => readFile(await path, 'utf8')))
}

async function textOf(who: Api, board: string, path: string): Promise<string> {
  const answer = await who.raw('GET', `/api/boards/${board}/${path}`)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** What the Markdown's lines say first, up to what stands more quietly behind. */
function sentences(markdown: string): string[] {
  return [...markdown.matchAll(/^- (.*)$/gm)].map(([, line = '']) =>
    line
      .replace(/^\*\*[~[\d][^*]*\*\* |^_“[^_]*”_ /, '')
      .replaceAll(/\*\*|\\/g, '')
      .replace(/(;|\[\^).*$/, '')
      .trim(),
  )
}

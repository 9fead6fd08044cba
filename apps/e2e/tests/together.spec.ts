import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { boxOf, dropFile, item, openBoard, saved, wordsOf } from '../src/browsers.ts'
import { SHOP } from '../src/compose.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

/** The real file that somebody names, else our own. */
const real = process.env.SOCK_SHOP
const file = real
  ? {
      name: basename(real),
      text: readFileSync(real, 'utf8'),
      components: 15,
      from: 'orders',
      to: 'payment',
      moved: 'carts',
    }
  : { name: 'compose.yaml', text: SHOP, components: 4, from: 'web', to: 'payment', moved: 'orders' }

test('several people sketch together, an observer only watches, and a killed server takes nothing back', async ({
  browser,
}) => {
  const ada = await new Api(server.url).signUp('Ada')
  const tunde = await new Api(server.url).signUp('Tunde')
  const watcher = await new Api(server.url).signUp('Olu')
  const board = await ada.createBoard('Corner shop', 'chaos-day')
  const invite = await ada.invite(board)
  await tunde.accept(invite, 'Tunde')
  await watcher.accept(await ada.invite(board, 'observer'), 'Olu')

  const a = await openBoard(browser, server, ada, board)
  const b = await openBoard(browser, server, tunde, board)
  const o = await openBoard(browser, server, watcher, board)

  await test.step('A brings a compose file by drop', async () => {
    await dropFile(a, file.name, file.text)
    const dialog = a.getByRole('dialog')
    await expect(dialog).toContainText(`${file.components} components`)
    await a.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    for (const page of [a, b, o])
      await expect(
        page
          .locator('[data-item]')
          .filter({ hasText: /component|service|datastore|cache|queue|gateway|client/ }),
      ).toHaveCount(file.components)
    await saved(a)
  })

  await test.step('B moves and renames while A draws an arrow', async () => {
    await a.keyboard.press('Escape')
    await Promise.all([moveAndRename(b, file.moved, 'basket'), drawArrow(a, file.from, file.to)])
    for (const page of [a, b, o]) {
      await expect(item(page, 'basket')).toHaveCount(1)
      await expect(
        page
          .locator('[data-relation]')
          .filter({ hasText: new RegExp(`^${file.from} .*${file.to}`) })
          .first(),
      ).toBeAttached()
    }
  })

  const phone = await test.step('a guest joins by link on a phone', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/join/${invite}`)
    await page.getByRole('textbox').fill('Grace')
    await page.getByRole('button', { name: 'Join' }).click()
    await expect(page.getByText('basket').first()).toBeVisible()
    return page
  })

  await test.step('the observer cannot write by screen, by API or by raw frames', async () => {
    for (const tool of ['Component', 'Note', 'Factor', 'Arrow'])
      await expect(o.getByRole('button', { name: tool, exact: true })).toHaveCount(0)
    await o.locator('body').press('c')
    await o.keyboard.type('by a reader')
    const before = await wordsOf(a)
    const refused = await watcher.raw('POST', `/api/boards/${board}/commands`, [
      { do: 'add', id: 'observer-writes-00000', type: 'note', fields: { text: 'no' } },
    ])
    expect(refused.status).toBe(403)
    await sendRaw(server, watcher, board)
    await ada.post(`/api/boards/${board}/commands`, [
      {
        do: 'add',
        id: 'after-the-observer-00',
        type: 'note',
        fields: { text: 'a later note' },
        place: { x: 0, y: -200, w: 168, h: 88 },
      },
    ])
    await expect(item(a, 'a later note')).toHaveCount(1)
    expect((await wordsOf(a)).filter((line) => !line.startsWith('a later note'))).toEqual(before)
    expect(JSON.stringify(await ada.get(`/api/boards/${board}/graph`))).not.toContain('observer-raw')
  })

  await test.step('all see the same', async () => {
    const seen = await wordsOf(a)
    for (const page of [b, o]) await expect.poll(() => wordsOf(page)).toEqual(seen)
  })

  await test.step('kill -9 right after Saved: everything is there, everyone comes back', async () => {
    await addComponent(a, 'right-before')
    await saved(a)
    const seen = await wordsOf(a)
    await server.kill()
    await server.up()
    const names = ((await ada.get(`/api/boards/${board}/graph`)) as { items: { name?: string }[] }).items.map(
      (i) => i.name,
    )
    expect(names).toContain('right-before')
    for (const page of [a, b, o]) await expect.poll(() => wordsOf(page)).toEqual(seen)
    await addComponent(b, 'after-the-return')
    await expect(item(a, 'after-the-return')).toHaveCount(1)
    await expect(phone.getByText('after-the-return').first()).toBeVisible()
  })

  await test.step('what A does while the server is away arrives later', async () => {
    await server.kill()
    await expect(a.getByRole('status').filter({ hasText: /Offline|kept here|Not saved/ })).toBeVisible({
      timeout: 30_000,
    })
    await addComponent(a, 'written-offline')
    await expect(a.getByRole('status').filter({ hasText: /kept here|Not saved/ })).toBeVisible()
    await server.up()
    await saved(a)
    await expect(item(b, 'written-offline')).toHaveCount(1)
  })
})

async function moveAndRename(page: Page, name: string, next: string): Promise<void> {
  const box = await boxOf(page, name)
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 6]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 30, { steps: 5 })
  await page.mouse.up()
  await item(page, name).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(next)
  await page.keyboard.press('Enter')
  await expect(item(page, next)).toHaveCount(1)
}

async function drawArrow(page: Page, from: string, to: string): Promise<void> {
  await item(page, from).focus()
  await page.keyboard.press('a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
}

async function addComponent(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('body').press('c')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(item(page, name)).toHaveCount(1)
}

/** What a hostile observer would send: a well-formed update in a sync message, past every screen. */
function sendRaw(to: TestServer, who: Api, board: string): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('items').set('observer-raw-00000000', new Y.Map([['type', 'note']]))
  const update = Y.encodeStateAsUpdate(doc)
  return new Promise((done, failed) => {
    const socket = new WebSocket(`${to.url.replace('http', 'ws')}/sync/common.${board}`, {
      headers: { cookie: who.cookie },
    })
    socket.once('error', failed)
    socket.once('open', () => socket.send(Uint8Array.from([0, 2, update.length, ...update])))
    // the permission-denied message (type 2) is the answer
    socket.on('message', (bytes: Buffer) => {
      if (bytes[0] === 2) {
        socket.terminate()
        done()
      }
    })
  })
}

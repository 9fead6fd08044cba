import { expect, type Page } from '@playwright/test'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { expectAccessible } from '../src/axe.ts'
import { item, openBoard, saved, wordsOf } from '../src/browsers.ts'
import { id, storyOfANight } from '../src/story.ts'
import { test } from '../src/test.ts'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(() => server.stop())

const screen = (page: Page) => page.getByRole('dialog', { name: 'The board as it was' })

test('a version is named, looked at and gone back to; everybody sees it, and nothing is lost', async ({
  browser,
}) => {
  const ada = await new Api(server.url).signUp('Adaline')
  const tunde = await new Api(server.url).signUp('Tunde')
  const board = await ada.createBoard('The night of the queue', 'incident-review')
  await tunde.accept(await ada.invite(board), 'Tunde')
  await ada.post(`/api/boards/${board}/commands`, storyOfANight())
  const a = await openBoard(browser, server, ada, board)
  const b = await openBoard(browser, server, tunde, board)
  await expect(item(a, 'orders')).toBeAttached()
  await expect(item(b, 'orders')).toBeAttached()
  const then = await wordsOf(a)

  await test.step('kept under a name, from the top bar', async () => {
    await a.getByRole('button', { name: 'Versions' }).click()
    await expect(screen(a).getByText('No version was kept yet')).toBeVisible()
    await screen(a).getByLabel('Keep it as it is now').fill('Before planning')
    await screen(a).getByRole('button', { name: 'Keep', exact: true }).click()
    const row = screen(a).getByRole('button', { name: /^Before planning/ })
    await expect(row).toHaveAttribute('aria-pressed', 'true')
    await expect(
      screen(a)
        .getByRole('figure', { name: /Before planning/ })
        .locator('svg'),
    ).toBeVisible()
    await expectAccessible(a, 'versions')
    await a.keyboard.press('Escape')
    await expect(screen(a)).toHaveCount(0)
  })

  await test.step('things are deleted and others drawn', async () => {
    await ada.post(`/api/boards/${board}/commands`, [
      { do: 'remove', ids: [id('orders'), id('unbounded'), id('quiet')] },
      { do: 'set', id: id('broker'), fields: { name: 'broker 2' } },
      {
        do: 'add',
        id: id('late-note'),
        type: 'note',
        fields: { text: 'said afterwards' },
        place: { x: 0, y: 300, w: 168, h: 88 },
      },
    ])
    await expect(item(a, 'orders')).toHaveCount(0)
    await saved(a)
  })

  await test.step('it is looked at: the picture shows what was there', async () => {
    await a.keyboard.press('h')
    const picture = screen(a).getByRole('figure', { name: /Before planning/ })
    await expect(picture).toContainText('orders')
    await expect(picture).not.toContainText('said afterwards')
  })

  await test.step('the board goes back for everybody, who are told so', async () => {
    await screen(a).getByRole('button', { name: 'Restore this version' }).click()
    await a.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(screen(a)).toHaveCount(0)
    await expect(a.getByText(/^The board is as it was/)).toBeVisible()
    await expect(b.getByText(/^The board went back to how it was/)).toBeVisible()
    for (const page of [a, b]) await expect.poll(() => wordsOf(page)).toEqual(then)
  })

  await test.step('and forward again, by the version that was kept before', async () => {
    await b.getByRole('button', { name: 'Versions' }).first().click()
    await screen(b)
      .getByRole('button', { name: /kept before going back/ })
      .click()
    await screen(b).getByRole('button', { name: 'Restore this version' }).click()
    await b.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(item(a, 'said afterwards')).toBeAttached()
    await expect(item(a, 'broker 2')).toBeAttached()
    await expect(item(a, 'orders')).toHaveCount(0)
  })

  await test.step('all of it is played by keyboard', async () => {
    await a.keyboard.press('ControlOrMeta+k')
    await a.keyboard.type('replay')
    await a.keyboard.press('Enter')
    const time = screen(a).getByRole('slider', { name: 'Time' })
    await expect(time).toBeFocused()
    const picture = screen(a).getByRole('figure')
    await expect(picture).toContainText('said afterwards')
    await a.keyboard.press('Home')
    await expect(time).toHaveAttribute('aria-valuenow', '1')
    await expect(picture).toContainText('orders')
    await expect(picture).not.toContainText('said afterwards')
    await a.keyboard.press('ArrowRight')
    await expect(time).toHaveAttribute('aria-valuetext', /Back to how it was|deleted/)
    await a.keyboard.press('End')
    await expect(picture).toContainText('said afterwards')
    await expectAccessible(a, 'replay')
    // from the end it plays from the beginning, to its end
    await a.keyboard.press('Space')
    await expect(screen(a).getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect(screen(a).getByRole('button', { name: 'Play' })).toBeVisible()
    const last = await time.getAttribute('aria-valuemax')
    await expect(time).toHaveAttribute('aria-valuenow', last ?? '')
    // when and what; nobody's name anywhere
    await expect(screen(a)).not.toContainText(/Adaline|Tunde/)
    await a.keyboard.press('Escape')
    await expect(screen(a)).toHaveCount(0)
  })
})

test('an observer looks and plays, and has nothing to restore with; a phone has all of it', async ({
  browser,
}) => {
  const ada = await new Api(server.url).signUp('Berta')
  const olu = await new Api(server.url).signUp('Olumide')
  const board = await ada.createBoard('Another night', 'incident-review')
  await olu.accept(await ada.invite(board, 'observer'), 'Olumide')
  await ada.post(`/api/boards/${board}/commands`, storyOfANight())
  await ada.post(`/api/boards/${board}/versions`, { title: 'As told' })

  const o = await openBoard(browser, server, olu, board)
  await o.getByRole('button', { name: 'Versions' }).click()
  await expect(screen(o).getByRole('figure', { name: /As told/ })).toBeVisible()
  await expect(screen(o).getByRole('button', { name: /Restore|Keep/ })).toHaveCount(0)
  await screen(o).getByRole('radio', { name: 'Replay' }).click()
  await expect(screen(o).getByRole('slider', { name: 'Time' })).toBeVisible()

  const phone = await openBoard(browser, server, ada, board)
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.getByRole('button', { name: /here, and more/ }).click()
  await phone.getByRole('button', { name: 'Versions' }).click()
  await expect(screen(phone).getByRole('button', { name: /^As told/ })).toBeVisible()
  await expectAccessible(phone, 'versions on a phone')
  await screen(phone).getByRole('radio', { name: 'Replay' }).click()
  await expect(screen(phone).getByRole('slider', { name: 'Time' })).toBeVisible()
  await expectAccessible(phone, 'replay on a phone')
})

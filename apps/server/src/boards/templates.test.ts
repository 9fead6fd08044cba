import { readConduct } from '@second-story/board'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let bob: TestPerson
let team: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  bob = await host.signUp('Bob')
  team = (await ada.post('/api/teams', { title: 'Payments' })).body.team.id
  const { token } = (await ada.post(`/api/teams/${team}/invites`, {})).body
  await bob.post(`/api/invites/${token}/accept`, {})
})
afterEach(() => host.stop())

const names = async (person: TestPerson, board: string) =>
  (await person.get(`/api/boards/${board}/graph`)).body.items
    .map((item: { name?: string; text?: string }) => item.name ?? item.text)
    .sort()

const instructions = (board: string) =>
  host.rooms.read(board, { kind: 'conduct' }, (doc) => readConduct(doc.getMap('meta')).instructions)

async function review(): Promise<string> {
  const board = await makeBoard(ada, 'incident-review')
  await ada.post(`/api/boards/${board}/commands`, [
    { do: 'add', id: testId(1), type: 'component', fields: { name: 'orders' } },
    { do: 'add', id: testId(2), type: 'question', fields: { text: 'What did the screens show?' } },
  ])
  await ada.patch(`/api/boards/${board}`, {
    instructions: { meeting: 'Ask for the story first.', always: 'Nobody is to blame.' },
  })
  return board
}

test('a team’s template is looked at by the team, changed by who made it, and begun with by all of them', async () => {
  const from = await review()
  const made = await ada.post('/api/boards', {
    kind: 'incident-review',
    title: 'How we review',
    team,
    from,
    take: 'all',
    asTemplate: true,
  })
  expect(made.body).toMatchObject({ template: true, role: 'owner' })
  const template = made.body.id

  expect(await names(bob, template)).toEqual(['What did the screens show?', 'orders'])
  const add = { do: 'add', id: testId(9), type: 'note', fields: { text: 'mine' } }
  expect((await bob.post(`/api/boards/${template}/commands`, [add])).status).toBe(403)
  const cards = (await bob.get('/api/boards')).body.boards
  expect(cards.map((card: { id: string; template: boolean }) => [card.id, card.template])).toEqual([
    [template, true],
  ])

  const mine = await bob.post('/api/boards', { kind: 'incident-review', title: 'Tuesday', template })
  expect(mine.body).toMatchObject({ template: false, role: 'owner' })
  expect(await names(bob, mine.body.id)).toEqual(['What did the screens show?', 'orders'])
  expect(await instructions(mine.body.id)).toEqual({
    always: 'Nobody is to blame.',
    meeting: 'Ask for the story first.',
  })
  const eve = await host.signUp('Eve')
  expect((await eve.post('/api/boards', { kind: 'blank', title: 'x', template })).status).toBe(404)
  expect((await eve.get(`/api/boards/${template}`)).status).toBe(404)
})

test('a review that is no template stays with whom it was opened to', async () => {
  await ada.post('/api/boards', { kind: 'incident-review', title: 'Private', team })
  expect((await bob.get('/api/boards')).body.boards).toEqual([])
})

test('a board is copied with all, with its system, or with nothing that lies on it; always with its instructions', async () => {
  const from = await review()
  const copy = async (take: string) =>
    (await ada.post('/api/boards', { kind: 'incident-review', title: take, from, take })).body.id
  expect(await names(ada, await copy('all'))).toEqual(['What did the screens show?', 'orders'])
  expect(await names(ada, await copy('system'))).toEqual(['orders'])
  const bare = await copy('nothing')
  expect(await names(ada, bare)).toEqual([])
  expect(await instructions(bare)).toHaveProperty('meeting', 'Ask for the story first.')
})

test('instructions are set by who facilitates, step by step, and taken away by empty words', async () => {
  const board = await review()
  const guest = await host.joins(ada, board, 'participant', await host.signUp('Cleo'))
  expect((await guest.patch(`/api/boards/${board}`, { instructions: { always: 'x' } })).status).toBe(403)
  await ada.patch(`/api/boards/${board}`, { instructions: { meeting: ' ' } })
  expect(await instructions(board)).toEqual({ always: 'Nobody is to blame.' })
  for (const [instructions, status] of [
    [{ party: 'dance' }, 422],
    [{ __proto__x: 'y' }, 422],
    [{ always: 'x'.repeat(2_001) }, 422],
    [{ always: 7 }, 400],
  ] as const)
    expect((await ada.patch(`/api/boards/${board}`, { instructions })).status).toBe(status)
})

import { type Conduct, dotsOn, type ItemId, readConduct, type Vote } from '@second-story/board'
import { countedIds, must } from '@second-story/std'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { Votes } from './votes.ts'

let host: TestApp
let ada: TestPerson
let grace: TestPerson
let board: string
beforeEach(async () => {
  host = await TestApp.start()
  ada = await host.signUp('Ada')
  grace = await host.signUp('Grace')
  board = await makeBoard(ada, 'chaos-day')
  await host.joins(ada, board, 'participant', grace)
  await add(ada, 'note', 'a', 'b', 'c')
})
afterEach(() => host.stop())

const at = (path: string): string => `/api/boards/${board}/${path}`
const conduct = (): Promise<Conduct> =>
  host.rooms.read(board, { kind: 'conduct' }, (doc) => readConduct(doc.getMap('meta')))

async function add(person: TestPerson, type: string, ...names: string[]): Promise<void> {
  const commands = names.map((name) => ({ do: 'add', id: testId(name), type, fields: { text: name } }))
  const { status, text } = await person.post(at('commands'), commands)
  if (status !== 200) throw new Error(text)
}

async function begin(terms: object = {}): Promise<Vote> {
  const made = await ada.post(at('votes'), {
    title: 'What next?',
    dots: 3,
    on: { types: ['note'] },
    ...terms,
  })
  if (made.status !== 201) throw new Error(made.text)
  return made.body.vote
}

const put = (person: TestPerson, vote: Vote, name: string, dots: number) =>
  person.put(at(`votes/${vote.id}/dots`), { item: testId(name), dots })
const mine = async (person: TestPerson, vote: Vote) => (await person.get(at(`votes/${vote.id}/dots`))).body
const close = (vote: Vote) => ada.patch(at(`votes/${vote.id}`), { close: true })

describe('a dot vote', () => {
  test('is given dots, which can be taken back, and everybody sees how many are left to them', async () => {
    const vote = await begin()
    expect((await put(grace, vote, 'a', 2)).body).toEqual({ left: 1, dots: { [testId('a')]: 2 } })
    expect((await put(grace, vote, 'b', 1)).body.left).toBe(0)
    expect((await put(grace, vote, 'c', 1)).body.error.id).toBe('no-dots-left')
    expect((await put(grace, vote, 'a', 0)).body).toEqual({ left: 2, dots: { [testId('b')]: 1 } })
    expect((await put(grace, vote, 'c', 2)).body.left).toBe(0)
    // the same again: nothing is counted twice
    expect((await put(grace, vote, 'c', 2)).body.left).toBe(0)
    expect(await mine(ada, vote)).toEqual({ left: 3, dots: {} })
  })

  test('tells nobody how it goes while it is open, and only sums when it is closed', async () => {
    const vote = await begin()
    await put(grace, vote, 'a', 2)
    await put(ada, vote, 'a', 1)
    await put(ada, vote, 'b', 1)
    const open = await conduct()
    expect(open.votes).toEqual([vote])
    expect(JSON.stringify([open, (await ada.get(at('graph'))).body])).not.toContain(grace.account)

    const closed = (await close(vote)).body.vote
    expect(closed).toMatchObject({ state: 'closed', totals: { [testId('a')]: 3, [testId('b')]: 1 } })
    const after = await conduct()
    expect(after.votes).toEqual([closed])
    expect(dotsOn(after, testId('a') as ItemId)).toBe(3)
    expect(await host.sql('select * from vote_dots')).toEqual([])
    expect(await host.sql('select * from votes')).toEqual([])
    for (const person of [ada, grace]) {
      expect((await put(person, vote, 'a', 1)).body.error.id).toBe('vote-over')
      expect((await person.get(at(`votes/${vote.id}/dots`))).body.error.id).toBe('vote-over')
    }
    expect((await close(vote)).body.vote).toEqual(closed)
  })

  test('is one at a time, by whoever facilitates; whoever only reads gives none', async () => {
    const observer = await host.joins(ada, board, 'observer', await host.signUp('Olive'))
    expect((await grace.post(at('votes'), {})).status).toBe(403)
    const vote = await begin()
    expect((await put(observer, vote, 'a', 1)).status).toBe(403)
    const again = { title: 'And?', dots: 1, on: { types: ['note'] } }
    expect((await ada.post(at('votes'), again)).body.error.id).toBe('vote-open')
    expect(await host.sql('select id from votes')).toEqual([{ id: vote.id }])
    await close(vote)
    expect((await ada.post(at('votes'), again)).status).toBe(201)
  })

  test('is about what was named and lies there for everybody, never about what somebody keeps to themselves', async () => {
    const own = [{ do: 'add', id: testId('own'), type: 'note', layer: 'own', fields: { text: 'mine' } }]
    expect((await grace.post(at('commands'), own)).status).toBe(200)
    await add(ada, 'question', 'q')
    const vote = await begin()
    for (const [name, status] of [
      ['own', 422],
      ['q', 422],
      ['nothing', 422],
      ['a', 200],
    ] as const)
      expect((await put(grace, vote, name, 1)).status, name).toBe(status)
    await add(ada, 'note', 'late')
    expect((await put(grace, vote, 'late', 1)).status).toBe(200)
    await ada.post(at('commands'), [{ do: 'remove', ids: [testId('b')] }])
    expect((await put(grace, vote, 'b', 1)).status).toBe(422)
    await close(vote)

    const refused = await ada.post(at('votes'), { title: 'x', dots: 1, on: { ids: [testId('own'), 'none'] } })
    expect(refused.status).toBe(422)
    const some = await begin({ on: { ids: [testId('q'), testId('own'), testId('q')] } })
    expect(some.on).toEqual({ ids: [testId('q')] })
  })

  test('can be taken away, open or closed, and its dots off the things', async () => {
    const vote = await begin()
    await put(grace, vote, 'a', 1)
    expect((await ada.delete(at(`votes/${vote.id}`))).status).toBe(204)
    expect([(await conduct()).votes, await host.sql('select * from vote_dots')]).toEqual([[], []])
    const second = await begin()
    await put(grace, second, 'a', 1)
    await close(second)
    await ada.patch(at(`votes/${second.id}`), { shown: false })
    expect(dotsOn(await conduct(), testId('a') as ItemId)).toBe(0)
    await ada.patch(at(`votes/${second.id}`), { shown: true })
    expect(dotsOn(await conduct(), testId('a') as ItemId)).toBe(1)
    expect((await ada.delete(at('votes/none'))).status).toBe(404)
    expect((await ada.get(at('votes/none/dots'))).status).toBe(404)
    expect((await ada.patch(at('votes/none'), { close: true })).status).toBe(404)
  })

  test('whose closing was interrupted is closed at the next start', async () => {
    const vote = await begin()
    await put(grace, vote, 'a', 2)
    const { tables, clock } = host.parts
    await host.sql('update votes set open = 0')
    expect((await put(grace, vote, 'b', 1)).body.error.id).toBe('vote-over')
    await new Votes(tables, host.rooms, clock, countedIds('m')).finish()
    expect((await conduct()).votes[0]).toMatchObject({ state: 'closed', totals: { [testId('a')]: 2 } })
    expect(await host.sql('select * from votes')).toEqual([])
  })

  test.each([
    { title: '' },
    { dots: 0 },
    { dots: 11 },
    { dots: 1.5 },
    { on: { types: [] } },
    { on: {} },
    { on: { ids: [] } },
  ])('is not started by %j', async (terms) => {
    const { status } = await ada.post(at('votes'), { title: 'x', dots: 3, on: { types: ['note'] }, ...terms })
    expect([400, 422]).toContain(status)
    expect((await conduct()).votes).toEqual([])
  })
})

test('whatever is given and taken back at once: nobody gives one too many, and the sums are those of all dots', async () => {
  const people = [ada, grace, await host.joins(ada, board, 'participant', await host.signUp('Kay'))]
  const names = ['a', 'b', 'c']
  const act = fc.record({
    person: fc.nat({ max: people.length - 1 }),
    item: fc.constantFrom(...names),
    dots: fc.nat({ max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 5 }), async (waves) => {
      const vote = await begin()
      for (const wave of waves) {
        // all of a wave at the same moment, several by the same person
        await Promise.all(
          wave.map(({ person, item, dots }) => put(must(people[person], 'person'), vote, item, dots)),
        )
        for (const person of people) {
          const { left, dots } = await mine(person, vote)
          const given = Object.values(dots as Record<string, number>).reduce((sum, n) => sum + n, 0)
          expect(left).toBe(3 - given)
          expect(left).toBeGreaterThanOrEqual(0)
        }
      }
      const sums: Record<string, number> = {}
      for (const person of people)
        for (const [id, n] of Object.entries((await mine(person, vote)).dots as Record<string, number>))
          sums[id] = (sums[id] ?? 0) + n
      // and some while it is being closed: what is said to be given is counted
      const late = Promise.all(people.map((person) => put(person, vote, 'a', 3)))
      const closed = (await close(vote)).body.vote as Vote
      const said = await late
      let least = 0
      for (const { status } of said) if (status === 200) least += 3
      expect(closed.totals[testId('a')] ?? 0).toBeGreaterThanOrEqual(least)
      for (const name of ['b', 'c']) expect(closed.totals[testId(name)] ?? 0).toBe(sums[testId(name)] ?? 0)
      const all = Object.values(closed.totals).reduce((sum, n) => sum + n, 0)
      expect(all).toBeLessThanOrEqual(3 * people.length)
      await ada.delete(at(`votes/${vote.id}`))
    }),
    { seed: 41, numRuns: 25 },
  )
}, 60_000)

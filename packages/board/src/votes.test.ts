import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CONDUCT_UNKNOWN, dropVote, readConduct, writeConduct } from './conduct.ts'
import type { ItemId } from './ids.ts'
import { dotsOn, isVotedOn, openVote, shownVote, type Vote } from './votes.ts'

const first = 'a'.repeat(21) as ItemId
const vote = (over: Partial<Vote> = {}): Vote => ({
  id: 'v1',
  title: 'What next?',
  dots: 3,
  on: { types: ['note'] },
  state: 'closed',
  startedAt: 1,
  closedAt: 2,
  totals: { [first]: 4 },
  shown: true,
  ...over,
})

test('votes are kept in the order in which they began, and one can be taken away with all that came of it', () => {
  const doc = new Y.Doc()
  writeConduct(doc, { votes: [vote({ id: 'later', startedAt: 9 }), vote()] })
  writeConduct(doc, { votes: [vote({ title: 'Which one next?' })] })
  const read = () => readConduct(doc.getMap('meta')).votes
  expect(read().map(({ id, title }) => [id, title])).toEqual([
    ['v1', 'Which one next?'],
    ['later', 'What next?'],
  ])
  dropVote(doc, 'v1')
  expect(read().map(({ id }) => id)).toEqual(['later'])
})

test('a vote that is no vote is left out', () => {
  const doc = new Y.Doc()
  const votes = new Y.Map<unknown>([
    ['v1', vote()],
    ['v2', { ...vote({ id: 'v2' }), totals: { [first]: -1 } }],
    ['v3', { ...vote({ id: 'v3' }), on: { types: [], ids: [] } }],
    ['v4', new Y.Map()],
  ])
  doc.getMap('meta').set('votes', votes)
  expect(readConduct(doc.getMap('meta')).votes.map(({ id }) => id)).toEqual(['v1'])
})

test('the dots of the last closed vote stand on things, and none while people vote', () => {
  const conduct = { ...CONDUCT_UNKNOWN, votes: [vote()] }
  expect([dotsOn(conduct, first), dotsOn(conduct, 'b'.repeat(21) as ItemId)]).toEqual([4, 0])
  expect(openVote(conduct)).toBeNull()
  const open = vote({ id: 'v2', state: 'open', totals: {}, closedAt: null })
  const again = { ...CONDUCT_UNKNOWN, votes: [vote(), open] }
  expect([openVote(again)?.id, shownVote(again), dotsOn(again, first)]).toEqual(['v2', null, 0])
  expect(dotsOn({ ...CONDUCT_UNKNOWN, votes: [vote({ shown: false })] }, first)).toBe(0)
})

test('what only some can see is never voted on', () => {
  const thing = { id: first as string, type: 'note', layer: 'common', deleted: null } as const
  expect(isVotedOn(vote(), thing)).toBe(true)
  expect(isVotedOn(vote(), { ...thing, layer: 'own' })).toBe(false)
  expect(isVotedOn(vote(), { ...thing, deleted: 5 })).toBe(false)
  expect(isVotedOn(vote(), { ...thing, type: 'idea' })).toBe(false)
  expect(isVotedOn(vote({ on: { ids: ['x'] } }), thing)).toBe(false)
  expect(isVotedOn(vote({ on: { ids: [first] } }), thing)).toBe(true)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  BOARD_KINDS,
  CHAPTERS,
  CONDUCT_UNKNOWN,
  chapterOf,
  type Round,
  readConduct,
  STAGES,
  stagesOf,
  writeConduct,
} from './conduct.ts'

const round = (id: string, startedAt: number, state: Round['state'] = 'writing'): Round => ({
  id,
  writes: 'factors',
  prompt: 'What came together?',
  anonymous: true,
  startedAt,
  endsAt: startedAt + 360_000,
  state,
})

test('what is written is what is read', () => {
  const doc = new Y.Doc()
  const timer = { startedAt: 5, endsAt: 10, words: 'break' }
  writeConduct(doc, {
    title: 'A review',
    kind: 'incident-review',
    stage: 'meeting',
    timer,
    parkedInRecord: true,
  })
  expect(readConduct(doc.getMap('meta'))).toEqual({
    ...CONDUCT_UNKNOWN,
    title: 'A review',
    kind: 'incident-review',
    stage: 'meeting',
    timer,
    parkedInRecord: true,
  })
  writeConduct(doc, { timer: null })
  expect(readConduct(doc.getMap('meta'))).toMatchObject({ timer: null, title: 'A review' })
})

test('rounds are kept one by one, oldest first, whoever wrote them in what order', () => {
  const doc = new Y.Doc()
  writeConduct(doc, { rounds: [round('b', 20)] })
  writeConduct(doc, { rounds: [round('a', 10)] })
  writeConduct(doc, { rounds: [round('b', 20, 'shown')] })
  expect(readConduct(doc.getMap('meta')).rounds.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'a writing',
    'b shown',
  ])
})

test('nonsense reads as nothing known', () => {
  const meta = new Y.Doc().getMap<unknown>('meta')
  const odd: Record<string, unknown> = {
    title: 'x'.repeat(10_000),
    kind: 'court',
    stage: 'verdict',
    timer: { startedAt: Number.NaN },
    rounds: 'all',
    zone: '',
    schema: -1,
    parkedInRecord: 'yes',
  }
  for (const [key, value] of Object.entries(odd)) meta.set(key, value)
  expect(readConduct(meta)).toEqual(CONDUCT_UNKNOWN)
  expect(readConduct(undefined)).toEqual(CONDUCT_UNKNOWN)
})

test('every stage belongs to a chapter, and the chapters of a board come in order', () => {
  expect(new Set(STAGES.map(chapterOf))).toEqual(new Set(CHAPTERS))
  for (const kind of BOARD_KINDS) {
    const chapters = stagesOf(kind).map((stage) => CHAPTERS.indexOf(chapterOf(stage)))
    expect(chapters).toEqual([...chapters].sort())
  }
})

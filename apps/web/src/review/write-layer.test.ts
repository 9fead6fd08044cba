import { type LayerName, LiveBoard, type Round, writeConduct } from '@second-story/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeLayer, writingRound } from './write-layer.ts'

const round = (change: Partial<Round>): Round => ({
  id: 'r1',
  writes: 'factors',
  prompt: '',
  anonymous: true,
  startedAt: 0,
  endsAt: 1,
  state: 'writing',
  ...change,
})

function session(rounds: readonly Round[], layers: readonly LayerName[] = ['common', 'conduct', 'own']) {
  const docs = new Map(layers.map((layer) => [layer, new Y.Doc()]))
  const conduct = docs.get('conduct')
  if (conduct) writeConduct(conduct, { rounds })
  const live = new LiveBoard(docs, (work) => work())
  return { live, layer: (name: LayerName) => docs.get(name) }
}

test('while a round is on, what it asks for stays with the writer', () => {
  expect(writeLayer(session([round({})]), 'factor')).toEqual({ layer: 'own', fields: { round: 'r1' } })
  expect(writeLayer(session([round({ writes: 'notes' })]), 'note').layer).toBe('own')
})

test('everything else goes to everybody, as always', () => {
  expect(writeLayer(session([round({})]), 'note')).toEqual({ layer: 'common', fields: {} })
  expect(writeLayer(session([round({})]), 'component').layer).toBe('common')
  expect(writeLayer(session([]), 'factor').layer).toBe('common')
})

test('a round that was shown takes nothing more; one whose time is up still does', () => {
  expect(writeLayer(session([round({ state: 'shown' })]), 'factor').layer).toBe('common')
  expect(writingRound([round({ endsAt: 0 })])?.id).toBe('r1')
})

test('the newest round counts, and who has no place of their own writes for everybody', () => {
  const old = round({ id: 'r0', startedAt: -5 })
  expect(writeLayer(session([old, round({ state: 'shown' })]), 'factor').layer).toBe('common')
  expect(writeLayer(session([round({})], ['common', 'conduct']), 'factor').layer).toBe('common')
})

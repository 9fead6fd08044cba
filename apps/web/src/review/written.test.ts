import {
  apply,
  type LayerName,
  LiveBoard,
  parseCommands,
  type Round,
  writeConduct,
} from '@second-story/board'
import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLateCommands } from './add-late.ts'
import { mergeCommands } from './merge.ts'
import { late, mine, shownOf } from './written.ts'

const round: Round = {
  id: 'r1',
  writes: 'factors',
  prompt: '',
  anonymous: true,
  startedAt: 0,
  endsAt: 1,
  state: 'writing',
}

function board() {
  const docs = new Map<LayerName, Y.Doc>((['common', 'conduct', 'own'] as const).map((l) => [l, new Y.Doc()]))
  const live = new LiveBoard(docs, (work) => work())
  const makeId = countedIds('w')
  const run = (commands: readonly object[]): void => {
    const parsed = parseCommands(commands)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const done = apply(docs, parsed.commands, { now: 0, origin: null })
    if (!done.ok) throw new Error(done.refusal.message)
  }
  const write = (text: string, fields: object = {}, layer = 'own', type = 'factor'): string => {
    const id = makeId()
    run([{ do: 'add', id, type, layer, fields: { text, round: 'r1', ...fields } }])
    return id
  }
  const state = (next: Round['state']): void => {
    const conduct = docs.get('conduct')
    if (conduct) writeConduct(conduct, { rounds: [{ ...round, state: next }] })
  }
  return { live, run, write, state, makeId }
}

test('what is mine in a round is mine alone, the sketch beside it is not of the round', () => {
  const { live, write, state } = board()
  state('writing')
  write('in it')
  write('sketch', { round: null })
  write('of everybody', {}, 'common')
  expect(mine(live.snapshot, 'r1').map(({ text }) => text)).toEqual(['in it'])
  expect(shownOf(live.snapshot, 'r1').map(({ text }) => text)).toEqual(['of everybody'])
  expect(late(live.snapshot)).toEqual([])
})

test('words that came after Show all are asked about; what was kept back is not', () => {
  const { live, write, state } = board()
  state('shown')
  write('late')
  write('kept', { keptBack: true })
  write('  ')
  expect(late(live.snapshot).map(({ text }) => text)).toEqual(['late'])
})

test('late words go to the board under a new id, and leave no own copy behind', () => {
  const { live, run, write, state, makeId } = board()
  state('shown')
  const own = write('late', { kind: 'hid' })
  const [item] = late(live.snapshot)
  if (item) run(addLateCommands(live.snapshot, item, makeId))
  const [shown] = shownOf(live.snapshot, 'r1')
  expect(shown).toMatchObject({ text: 'late', kind: 'hid', layer: 'common' })
  expect(shown?.id).not.toBe(own)
  expect(late(live.snapshot)).toEqual([])
})

test('of two that say the same one stays, with everything the other was joined to', () => {
  const { live, run, write, makeId } = board()
  const [stays, goes, far, near] = [
    write('a', {}, 'common'),
    write('b', {}, 'common'),
    write('far', {}, 'common'),
    write('near', {}, 'common'),
  ]
  run([
    { do: 'connect', id: makeId(), from: goes, to: far, kind: 'hid', label: 'mail' },
    { do: 'connect', id: makeId(), from: stays, to: near, kind: 'relates-to' },
    { do: 'connect', id: makeId(), from: goes, to: near, kind: 'relates-to' },
    { do: 'connect', id: makeId(), from: stays, to: goes, kind: 'relates-to' },
  ])
  run(mergeCommands(live.snapshot, stays as never, goes as never))
  const left = [...live.snapshot.relations.values()].map(({ from, to, kind, label }) => [
    from,
    to,
    kind,
    label,
  ])
  expect(left).toEqual([
    [stays, far, 'hid', 'mail'],
    [stays, near, 'relates-to', ''],
  ])
  expect(live.snapshot.items.has(goes as never)).toBe(false)
})

import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import { flowsOf, stepsOf } from '../flows/steps-of.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { copySystem } from './copy-system.ts'

const box = (name: string, x: number, parent: string | null = null, type = 'boundary') => ({
  do: 'add',
  id: id(name),
  type,
  fields: { name },
  place: { x, y: 0, w: 400, h: 300, parent: parent && id(parent) },
})
const arrow = (name: string, from: string, to: string, more: Record<string, unknown> = {}) => ({
  do: 'connect',
  id: id(name),
  from: id(from),
  to: id(to),
  kind: 'calls',
  ...more,
})

function copied(from: TestBoard): TestBoard {
  const to = new TestBoard()
  to.run(...copySystem(from.board, 'board-1', countedIds('new')))
  return to
}

function byName(t: TestBoard): Record<string, { x: number | undefined; parent: string | null }> {
  const out: Record<string, { x: number | undefined; parent: string | null }> = {}
  for (const item of t.board.items.values()) {
    const parent = item.place?.parent ? t.board.items.get(item.place.parent) : undefined
    if ('name' in item)
      out[item.name] = { x: item.place?.x, parent: parent && 'name' in parent ? parent.name : null }
  }
  return out
}

test('components, boundaries, their arrows and places are copied under new ids, and nothing else', () => {
  const from = new TestBoard()
  from.run(
    box('out', 100),
    box('in', 10, 'out'),
    component('a', { place: { x: 5, y: 5, w: 90, h: 50, parent: id('in') } }),
    component('b', { fields: { name: 'b', kind: 'cache', technology: 'redis 7' }, place: null }),
    { do: 'add', id: id('f'), type: 'factor', fields: { text: 'a factor' } },
    arrow('r', 'a', 'b', { label: 'http' }),
    arrow('s', 'f', 'a', { kind: 'about' }),
  )
  const to = copied(from)
  expect(byName(to)).toEqual({
    out: { x: 100, parent: null },
    in: { x: 110, parent: 'out' },
    a: { x: 115, parent: 'in' },
    b: { x: undefined, parent: null },
  })
  expect([...to.board.relations.values()]).toMatchObject([{ kind: 'calls', label: 'http' }])
  for (const key of to.board.items.keys()) expect(from.board.items.has(key)).toBe(false)
})

test('what was copied says where it comes from, and keeps the file it came from before that', () => {
  const from = new TestBoard()
  const provenance = { format: 'docker-compose', file: 'compose.yml', key: 'b' }
  from.run(component('a'), component('b', { fields: { name: 'b', provenance } }))
  const items = [...copied(from).board.items.values()]
  expect(items.map((item) => item.type === 'component' && item.provenance)).toEqual([
    { format: 'board', file: 'board-1', key: id('a') },
    provenance,
  ])
})

test('what lay in something that stays behind keeps its place on the map', () => {
  const from = new TestBoard()
  from.run(
    box('frame', 100, null, 'frame'),
    component('a', { place: { x: 5, y: 5, w: 90, h: 50, parent: id('frame') } }),
  )
  expect(byName(copied(from)).a).toEqual({ x: 105, parent: null })
})

test('nothing private goes along, arrows included', () => {
  const from = new TestBoard(['common', 'own'])
  from.run(component('a'), component('b'), component('mine', { layer: 'own' }))
  from.run(arrow('r', 'a', 'b', { layer: 'own' }), arrow('s', 'a', 'mine'))
  const to = copied(from)
  expect(Object.keys(byName(to)).sort()).toEqual(['a', 'b'])
  expect(to.board.relations.size).toBe(0)
})

test('a flow comes along with the steps that are on something copied', () => {
  const from = new TestBoard()
  const step = (name: string, on: string) => ({ id: id(name), order: name, on: id(on), words: name })
  from.run(
    component('a'),
    component('b'),
    arrow('ab', 'a', 'b'),
    { do: 'add', id: id('n'), type: 'note', fields: { text: 'stays' } },
    {
      do: 'add',
      id: id('f'),
      type: 'flow',
      fields: { name: 'Pay', steps: [step('1', 'ab'), step('2', 'n')] },
    },
  )
  const { board } = copied(from)
  const [flow] = flowsOf(board)
  if (!flow) throw new Error('no flow')
  expect(stepsOf(board, flow).map(({ words, arrow: along }) => [words, along?.kind])).toEqual([
    ['1', 'calls'],
  ])
})

import { seededRandom, shuffled } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow } from '../snapshot.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { flowsOf, stepAt, stepsOf } from './steps-of.ts'

const step = (name: string, order: string, on: string, words = '') => ({
  id: id(name),
  order,
  on: id(on),
  words,
})

function shop(): TestBoard {
  const t = new TestBoard()
  t.run(
    component('web'),
    component('orders'),
    { do: 'connect', id: id('call'), from: id('web'), to: id('orders'), kind: 'calls' },
    {
      do: 'add',
      id: id('buy'),
      type: 'flow',
      fields: {
        name: 'Place an order',
        steps: [step('s2', 'a1', 'call', 'posts it'), step('s1', 'a0', 'web', 'somebody clicks')],
      },
    },
  )
  return t
}

const flow = (t: TestBoard): Flow => t.item('buy') as Flow

test('steps stand in their order, along an arrow or on a thing', () => {
  const t = shop()
  expect(stepsOf(t.board, flow(t)).map(({ words, arrow, at }) => [words, arrow?.id, at?.id])).toEqual([
    ['somebody clicks', undefined, id('web')],
    ['posts it', id('call'), id('orders')],
  ])
  expect(stepAt(t.board, id('s2'))).toMatchObject({ flow: { id: id('buy') }, at: 1 })
  expect(stepAt(t.board, id('nothing'))).toBeNull()
  expect(flowsOf(t.board)).toHaveLength(1)
})

test('a step whose arrow is gone keeps its place and its words', () => {
  const t = shop()
  t.run({ do: 'remove', ids: [id('orders')] })
  expect(stepsOf(t.board, flow(t))[1]).toMatchObject({ words: 'posts it', arrow: null, at: null })
  t.run({ do: 'restore', ids: [id('orders')] })
  expect(stepsOf(t.board, flow(t))[1]?.arrow?.id).toBe(id('call'))
})

test('two people who move different steps at once both win, and read the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a0', 'a1', 'a2', 'Zz'), { maxLength: 12 }),
      fc.integer(),
      (orders, seed) => {
        const [a, b] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
        a.run(component('web'), { do: 'add', id: id('buy'), type: 'flow', fields: { name: 'x', steps: [] } })
        b.hear(a)
        const puts = orders.map((order, at) => {
          const { id: entry, ...value } = step(`s${at}`, order, 'web', String(at))
          return { do: 'put', id: id('buy'), field: 'steps', entry, value }
        })
        for (const [at, put] of shuffled(puts, seededRandom(seed)).entries()) (at % 2 ? a : b).run(put)
        a.hear(b)
        b.hear(a)
        const said = (t: TestBoard) => stepsOf(t.board, flow(t)).map(({ words }) => words)
        expect(said(a)).toEqual(said(b))
        expect(said(a)).toHaveLength(orders.length)
      },
    ),
    { seed: 7, numRuns: 40 },
  )
})

test('a step on something that is no id is refused', () => {
  const t = shop()
  const value = { order: 'a2', on: 'javascript:', words: '' }
  expect(t.try({ do: 'put', id: id('buy'), field: 'steps', entry: 'x', value })).toMatchObject({ ok: false })
})

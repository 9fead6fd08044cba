import { type BoardSnapshot, type ItemId, type RelationId, stepsOf } from '@second-story/board'
import { countedIds } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardWith, idOf } from '../map/board-for-tests.ts'
import { flowCommand, layerOf, nameFor, stepTo, wayThrough } from './make-flow.ts'
import { orderAt } from './order-at.ts'
import { litInStep, playedAt } from './play.ts'

const id = (name: string): ItemId => idOf(name) as ItemId
const place = (x: number) => ({ x, y: 0, w: 144, h: 56, parent: null, order: '' })

function shop(flow?: Record<string, unknown>): BoardSnapshot {
  return boardWith(
    [
      { id: 'web', fields: { name: 'web' }, place: place(0) },
      { id: 'orders', fields: { name: 'orders' }, place: place(300) },
      { id: 'db', fields: { name: 'db' }, place: place(600) },
      { id: 'mine', fields: { name: 'mine' }, layer: 'own', place: place(900) },
      ...(flow ? [{ id: 'flow', type: 'flow' as const, fields: flow }] : []),
    ],
    [
      ['web', 'calls', 'orders', 'http'],
      ['orders', 'writes', 'db'],
      ['db', 'depends-on', 'web'],
    ],
  ).snapshot
}

test('a way through things goes along the arrows between them, and begins with the first arrow', () => {
  const board = shop()
  expect(wayThrough(board, [id('web'), id('orders'), id('db')], [])).toEqual([
    idOf('web-orders'),
    idOf('orders-db'),
  ])
  // nothing leads back that runs
  expect(wayThrough(board, [id('db'), id('web')], [])).toEqual([id('db'), id('web')])
  expect(wayThrough(board, [], [idOf('orders-db') as RelationId])).toEqual([idOf('orders-db')])
})

test('pointing again at where the flow stands adds nothing', () => {
  const board = shop()
  expect(stepTo(board, idOf('web-orders'), id('orders'))).toBeNull()
  expect(stepTo(board, null, id('web'))).toBe(id('web'))
})

test('a flow through what is private is as private as that', () => {
  const board = shop()
  expect(layerOf(board, [idOf('web-orders')])).toBe('common')
  expect(layerOf(board, [idOf('web-orders'), id('mine')])).toBe('own')
  expect(flowCommand(board, countedIds('n'), [id('web'), id('mine')]).command).toMatchObject({ layer: 'own' })
})

test('a new flow is named by its ends and takes the words of its arrows', () => {
  const board = shop()
  const targets = [idOf('web-orders'), idOf('orders-db')]
  expect(nameFor(board, targets)).toBe('web to db')
  const { command } = flowCommand(board, countedIds('n'), targets)
  expect(command).toMatchObject({ fields: { name: 'web to db', steps: [{ words: 'http' }, { words: '' }] } })
})

test('a step lights its arrow with both ends, and nothing where that is gone', () => {
  const step = (name: string, order: string, on: string) => ({
    id: idOf(name),
    order,
    on: idOf(on),
    words: '',
  })
  const board = shop({ name: 'x', steps: [step('one', 'a0', 'web-orders'), step('two', 'a1', 'gone')] })
  expect(playedAt(board, id('two'))?.at).toBe(1)
  const lit = litInStep(board, id('one'))
  expect([...(lit?.items ?? [])].sort()).toEqual([id('orders'), id('web')])
  expect([...(lit?.relations ?? [])]).toEqual([idOf('web-orders')])
  expect(litInStep(board, id('two'))?.items.size).toBe(0)
  expect(litInStep(board, id('web'))).toBeNull()
})

test('moving a step by its order alone brings it exactly there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat(), (count, a, b) => {
      const [from, to] = [a % count, b % count]
      const { command } = flowCommand(shop(), countedIds('n'), Array(count).fill(id('web')))
      const { steps } = (
        command as { fields: { steps: { id: string; order: string; on: string; words: string }[] } }
      ).fields
      const named = steps.map((step, at) => ({ ...step, words: String(at) }))
      const wanted = named.map(({ words }) => words)
      const [taken] = wanted.splice(from, 1)
      wanted.splice(to, 0, taken ?? '')
      const moved = named.map((step, at) =>
        at === from ? { ...step, order: orderAt(named, from, to) } : step,
      )
      const board = shop({ name: 'x', steps: moved })
      const flow = board.items.get(id('flow'))
      if (flow?.type !== 'flow') throw new Error('it is a flow')
      expect(stepsOf(board, flow).map(({ words }) => words)).toEqual(wanted)
    }),
    { seed: 11 },
  )
})

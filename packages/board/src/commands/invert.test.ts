import { countedIds, seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LayerName } from '../layers.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { RandomCommands } from '../testing/random-commands.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { apply } from './apply.ts'
import { describe, invert } from './invert.ts'
import { parseCommands } from './parse.ts'

/** What people see; what was made and taken back lies among the deleted. */
function visible({ items, relations, strokes, prose, conduct }: BoardSnapshot): unknown {
  const written = new Map([...prose].filter(([, blocks]) => blocks.length > 0))
  return { items, relations, strokes, prose: written, conduct }
}

test('a command and its inverse leave the board as it was, where nobody else touched it', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const random = seededRandom(seed)
    const layers: LayerName[] = ['common', 'own']
    const t = new TestBoard(layers)
    const commands = new RandomCommands(random, countedIds('r'), layers)
    for (let step = 0; step < 40; step++) {
      const before = t.board
      const next = commands.next(before)
      const applied = apply(t.docs, next, { now: step, origin: 'test' })
      if (!applied.ok) throw new Error(applied.refusal.message)
      const back = next.flatMap((command) => invert(command, before))
      const undone = apply(t.docs, back, { now: step, origin: 'test' })
      if (!undone.ok) throw new Error(undone.refusal.message)
      expect(visible(t.board), describe(next, before)).toEqual(visible(before))
      // and on, from a board that has grown
      apply(t.docs, commands.next(t.board), { now: step, origin: 'test' })
    }
  })
  fc.assert(property, { seed: 1, numRuns: 25 })
}, 30_000)

function words(t: TestBoard, ...raw: readonly unknown[]): string {
  const parsed = parseCommands(raw)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return describe(parsed.commands, t.board)
}

test('what was done is said in words that people know', () => {
  const t = new TestBoard()
  t.run(component('orders'), component('payment'))
  const place = { x: 9, y: 9, w: 144, h: 56 }
  expect(words(t, component('bus'))).toBe('added “bus”')
  expect(words(t, { do: 'set', id: id('orders'), fields: { name: 'order' } })).toBe('renamed “orders”')
  expect(words(t, { do: 'set', id: id('orders'), fields: { kind: 'job' } })).toBe('changed “orders”')
  expect(words(t, { do: 'place', places: [{ id: id('orders'), place }] })).toBe('moved “orders”')
  const pinned = { ...place, pinned: true }
  expect(words(t, { do: 'place', places: [{ id: id('orders'), place: pinned }] })).toBe('pinned “orders”')
  expect(words(t, { do: 'remove', ids: [id('orders'), id('payment')] })).toBe('deleted 2 things')
  expect(words(t, { do: 'connect', id: id('r'), from: id('orders'), to: id('payment'), kind: 'calls' })).toBe(
    'said that “orders” calls “payment”',
  )
  expect(words(t, component('a'), component('b'))).toBe('added “a” and more')
})

test('what is pinned reads as pinned, and says nothing about it where nobody did', () => {
  const t = new TestBoard()
  t.run(component('a'), component('b', { place: { x: 0, y: 0, w: 144, h: 56, pinned: true } }))
  expect(t.item('b')?.place?.pinned).toBe(true)
  expect(Object.keys(t.item('a')?.place ?? {})).not.toContain('pinned')
  const parsed = parseCommands([
    { do: 'place', places: [{ id: id('b'), place: { x: 0, y: 0, w: 144, h: 56 } }] },
  ])
  const [command] = parsed.ok ? parsed.commands : []
  if (!command) throw new Error('not a command')
  const back = invert(command, t.board)
  t.run(command)
  expect(t.item('b')?.place?.pinned).toBeUndefined()
  t.run(...back)
  expect(t.item('b')?.place?.pinned).toBe(true)
})

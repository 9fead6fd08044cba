import { expect, test } from 'vitest'
import { addCommand, EVERYBODY, openPlace } from './make-item.ts'
import { TestBoard } from './test-board.ts'

test('a factor is stored with the part chosen, a component by its name', () => {
  const { shot } = new TestBoard()
  expect(addCommand(shot, { type: 'factor', words: ' fog ', part: 'harder' }, 'x', EVERYBODY)).toMatchObject({
    type: 'factor',
    layer: 'common',
    fields: { text: 'fog', kind: 'made-difficult' },
  })
  expect(addCommand(shot, { type: 'component', words: 'orders' }, 'x', EVERYBODY)).toMatchObject({
    fields: { name: 'orders' },
  })
})

test('while people write quietly it goes where the round says', () => {
  const { shot } = new TestBoard()
  const where = { layer: 'own' as const, fields: { round: 'r1' } }
  expect(addCommand(shot, { type: 'note', words: 'n' }, 'x', where)).toMatchObject({
    layer: 'own',
    fields: { round: 'r1', text: 'n' },
  })
})

test('twenty new things never cover anything, and every command is accepted', () => {
  const board = new TestBoard()
  board.add('component', { name: 'here' }, [100, 100])
  for (let n = 0; n < 20; n++) {
    const type = (['factor', 'event', 'note', 'component'] as const)[n % 4] ?? 'note'
    board.do([addCommand(board.shot, { type, words: `${n}` }, board.makeId(), EVERYBODY)])
  }
  const places = [...board.shot.items.values()].flatMap((item) => (item.place ? [item.place] : []))
  expect(places).toHaveLength(21)
  for (const a of places)
    for (const b of places)
      if (a !== b)
        expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false)
  expect(openPlace(new TestBoard().shot, 'factor')).toMatchObject({ x: 0, y: 0 })
})

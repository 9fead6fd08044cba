import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { History, type LayerName, LiveBoard, parseCommands, read } from './index.ts'

test('a component is added, moved, undone and redone', () => {
  const docs = new Map<LayerName, Y.Doc>([['common', new Y.Doc()]])
  const live = new LiveBoard(docs, (work) => work())
  const history = new History(live, () => 1_000)
  const id = countedIds('i')()
  const parsed = parseCommands([
    { do: 'add', id, type: 'component', fields: { name: 'orders' }, place: { x: 1, y: 2, w: 3, h: 4 } },
  ])
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  expect(history.run(parsed.commands).ok).toBe(true)
  expect([...read(docs).items.values()][0]).toMatchObject({
    type: 'component',
    name: 'orders',
    place: { x: 1 },
  })
  const moved = parseCommands([{ do: 'place', places: [{ id, place: { x: 50, y: 2, w: 30, h: 40 } }] }])
  if (!moved.ok) throw new Error(moved.refusal.message)
  history.run(moved.commands)
  expect(live.snapshot.items.get(id as never)?.place?.x).toBe(50)
  expect(history.undo()).toEqual({ words: 'resized “orders”', left: 0 })
  expect(live.snapshot.items.get(id as never)?.place?.x).toBe(1)
  expect(history.undo()?.words).toBe('added “orders”')
  expect(live.snapshot.items.size).toBe(0)
  expect(live.snapshot.deleted.size).toBe(1)
  history.redo()
  history.redo()
  expect(live.snapshot.items.get(id as never)?.place?.x).toBe(50)
})

import { expect, test } from 'vitest'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { invert } from './invert.ts'
import { parseCommands } from './parse.ts'

const tag = (words: string, value: string | null = words, entry = words) => ({
  do: 'put',
  id: id('a'),
  field: 'tags',
  entry,
  value,
})

test('tags are put on and taken off by their words, whatever their entries are called, and said once', () => {
  const t = new TestBoard()
  t.run(component('a'), tag('slow'), tag('pay'), tag('slow', 'slow', 'another'))
  expect(t.item('a')?.tags).toEqual(['pay', 'slow'])
  t.run(tag('slow', null))
  expect(t.item('a')?.tags).toEqual(['pay'])
})

test('what a tag was is what taking it back gives', () => {
  const t = new TestBoard()
  t.run(component('a'), tag('pay'))
  const before = t.board
  for (const raw of [tag('pay', null), tag('slow')]) {
    const parsed = parseCommands([raw])
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    t.run(raw)
    t.run(...parsed.commands.flatMap((command) => invert(command, before)))
    expect(t.item('a')?.tags).toEqual(['pay'])
  }
})

test('a tag is one line of at most sixty characters', () => {
  const t = new TestBoard()
  t.run(component('a'))
  expect(t.try(tag('x'.repeat(61), 'x'.repeat(61), 'e'))).toMatchObject({ ok: false })
})

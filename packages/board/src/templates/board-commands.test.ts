import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import { parseCommands } from '../commands/parse.ts'
import { flowsOf, stepsOf } from '../flows/steps-of.ts'
import type { LayerName } from '../layers.ts'
import { read } from '../read/read.ts'
import { boardCommands } from './board-commands.ts'
import { SAMPLES } from './samples/samples.ts'
import type { Template } from './template.ts'

function boardFrom(commands: Template['commands']) {
  const docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
    ['own', new Y.Doc()],
  ])
  const applied = apply(docs, commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  return read(docs)
}

describe('a sample that is kept', () => {
  for (const sample of SAMPLES) {
    it(`comes out the same: ${sample.name}`, () => {
      const before = boardFrom(sample.build().commands)
      const parsed = parseCommands(boardCommands(before))
      if (!parsed.ok) throw new Error(parsed.refusal.message)
      const after = boardFrom(parsed.commands)
      expect(after.items.size).toBeGreaterThan(10)
      expect(new Map([...after.items].sort())).toEqual(new Map([...before.items].sort()))
      expect(new Map([...after.relations].sort())).toEqual(new Map([...before.relations].sort()))
      for (const [section, blocks] of after.prose) expect(blocks).toEqual(before.prose.get(section))
    })
  }
})

it('what people shaped, grouped, pinned and tagged comes along, under new names where it must', () => {
  const id = (name: string): never => name.padEnd(21, '0') as never
  const place = { x: 10, y: 10, w: 144, h: 56, parent: id('shop'), order: 'a0', pinned: true }
  const made = boardFrom([
    {
      do: 'add',
      id: id('shop'),
      type: 'boundary',
      layer: 'common',
      fields: { name: 'Shop' },
      place: { ...place, x: 500, parent: null },
    },
    {
      do: 'add',
      id: id('a'),
      type: 'component',
      layer: 'common',
      fields: { name: 'a', group: 'pair' },
      place,
    },
    {
      do: 'add',
      id: id('b'),
      type: 'component',
      layer: 'common',
      fields: { name: 'b', group: 'pair' },
      place,
    },
    { do: 'put', id: id('a'), field: 'tags', entry: 'hot', value: 'hot' },
    {
      do: 'connect',
      id: id('r'),
      from: id('a'),
      to: id('b'),
      kind: 'calls',
      label: 'x',
      line: 'curved',
      wordsAt: 0.25,
    },
  ] as unknown as Template['commands'])
  const rename = (old: string): string => `new${old}`.slice(0, 21)
  const parsed = parseCommands(boardCommands(made, { rename }))
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const copy = boardFrom(parsed.commands)
  const [before, after] = [made.items.get(id('a')), copy.items.get(rename(id('a')) as never)]
  expect(after?.place).toEqual({ ...before?.place, parent: rename(id('shop')) })
  expect([after?.tags, after?.group]).toEqual([['hot'], 'newpair'])
  expect([...copy.relations.values()][0]).toMatchObject({ line: 'curved', wordsAt: 0.25, label: 'x' })
})

it('a flow comes out under new names with its steps on what they were on, and tags come along', () => {
  const id = (name: string) => name.padEnd(21, '-')
  const parsed = parseCommands([
    { do: 'add', id: id('a'), type: 'component', fields: { name: 'a' } },
    { do: 'put', id: id('a'), field: 'tags', entry: 'pay', value: 'pay' },
    {
      do: 'add',
      id: id('f'),
      type: 'flow',
      fields: { name: 'F', steps: [{ id: 's', order: 'a0', on: id('a'), words: 'w' }] },
    },
  ])
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const rename = (was: string): string => `new${was}`.slice(0, 21)
  const again = parseCommands(boardCommands(boardFrom(parsed.commands), { rename }))
  if (!again.ok) throw new Error(again.refusal.message)
  const board = boardFrom(again.commands)
  const [flow] = flowsOf(board)
  if (!flow) throw new Error('no flow')
  expect(stepsOf(board, flow)[0]).toMatchObject({ words: 'w', at: { name: 'a', tags: ['pay'] } })
})

import { type Flow, flowsOf } from '@second-story/board'
import { expect, test } from 'vitest'
import { TestBoard } from '../testing.ts'
import { writeSequence } from './write-sequence.ts'

const id = (name: string): string => name.padEnd(21, '_')

test('a flow is written step by step, and words of people stay words', () => {
  const t = new TestBoard()
  const step = (order: string, on: string, words: string) => ({ id: order, order, on: id(on), words })
  t.apply([
    { do: 'add', id: id('a'), type: 'component', fields: { name: 'web; <b>' } },
    { do: 'add', id: id('b'), type: 'component', fields: { name: 'orders' } },
    { do: 'connect', id: id('ab'), from: id('a'), to: id('b'), kind: 'calls' },
    {
      do: 'add',
      id: id('f'),
      type: 'flow',
      fields: {
        name: 'Buy',
        steps: [step('a0', 'ab', 'posts: it\nend'), step('a1', 'b', 'keeps it'), step('a2', 'gone', 'left')],
      },
    },
  ])
  const { board } = t
  const [flow] = flowsOf(board) as [Flow]
  expect(writeSequence(board, flow)).toBe(
    [
      'sequenceDiagram',
      '  participant n1 as web#59; #60;b#62;',
      '  participant n2 as orders',
      '  n1->>n2: posts#58; it end',
      '  Note over n2: keeps it',
      '  %% left',
      '',
    ].join('\n'),
  )
})

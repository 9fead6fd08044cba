import { expect, test } from 'vitest'
import { toMarkdown } from '../markdown/to-markdown.ts'
import { add, buildBoard, connect, id } from '../testing/build-board.ts'
import { composeRecord } from './compose-record.ts'

const step = (order: string, on: string, words: string) => ({ id: order, order, on: id(on), words })

function written(more: Record<string, unknown> = {}): string {
  const call = { ...connect('a', 'calls', 'b'), id: id('ab') }
  const board = buildBoard([
    add('a', 'component', { name: 'web', criticality: 'every order' }),
    add('b', 'component', {
      name: 'orders',
      steadyState: [{ id: 's', signal: 'orders a minute', usual: '300', where: 'dashboard' }],
    }),
    add('mine', 'component', { name: 'SECRET' }, { layer: 'own' }),
    call,
    add('f', 'flow', {
      name: 'Buy',
      steps: [step('a0', 'ab', 'posts it'), step('a1', 'b', ''), step('a2', 'mine', 'somewhere')],
      ...more,
    }),
  ])
  return toMarkdown(composeRecord(board))
}

test('a flow is a numbered list below the system, and names nothing private', () => {
  const text = written()
  expect(text).toContain('Flow: Buy')
  expect(text).toContain('**web** calls **orders**: posts it')
  expect(text).toContain('somewhere')
  expect(text).not.toContain('SECRET')
})

test('what matters and how normal looks are said beside a component', () => {
  expect(written()).toContain('matters: every order')
  expect(written()).toContain('usually 300 orders a minute (dashboard)')
})

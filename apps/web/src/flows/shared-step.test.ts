import type { ItemId } from '@second-story/board'
import { expect, test, vi } from 'vitest'
import { boardWith, idOf } from '../map/board-for-tests.ts'
import type { BoardSession } from '../session/board-session.ts'
import { playFlow } from './play.ts'

function played(layer: 'common' | 'own'): unknown {
  const step = { id: idOf('step'), order: 'a0', on: idOf('a'), words: '' }
  const live = boardWith([
    { id: 'a', layer },
    { id: 'flow', type: 'flow', layer, fields: { name: 'x', steps: [step] } },
  ])
  const show = vi.fn()
  const session = {
    live,
    me: { get: () => ({ role: 'facilitator' }) },
    people: { show, list: { get: () => [] } },
  } as unknown as BoardSession
  expect(playFlow(session, idOf('flow') as ItemId)).toBe(true)
  return show.mock.calls.at(-1)?.[0]
}

test('who leads takes everybody along a flow that everybody has', () => {
  expect(played('common')).toEqual({ walking: idOf('step') })
})

test('of a flow in one’s own sketch nothing is told', () => {
  expect(played('own')).toEqual({ walking: null })
})

import { ITEM_TYPES } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith } from '../board-for-tests.ts'
import { guessKind } from './guess-kind.ts'
import { parseLine } from './parse-line.ts'
import { planLine, sayLine } from './plan-line.ts'

const board = boardWith([{ id: 'orders', type: 'component', fields: { name: 'Orders' } }]).snapshot

describe('what a typed line will draw', () => {
  it('takes components that are there, and makes the others', () => {
    const plan = planLine(board, parseLine('orders > payment-db (sql)'))
    expect(plan.ends.map((end) => [end.name, end.known !== null, end.kind])).toEqual([
      ['Orders', true, 'service'],
      ['payment-db', false, 'datastore'],
    ])
  })

  it('says it in words', () => {
    expect(sayLine(planLine(board, parseLine('orders > payment (http)')))).toBe('Orders calls payment, http')
    expect(sayLine(planLine(board, parseLine('a ~> b')))).toBe('a publishes to b')
    expect(sayLine(planLine(board, parseLine('orders')))).toBe('already on the map')
    expect(sayLine(planLine(board, parseLine('')))).toBe('')
  })

  it('guesses kinds from names that are whole words', () => {
    expect(guessKind('orders-db')).toBe('datastore')
    expect(guessKind('edge-router')).toBe('gateway')
    expect(guessKind('webhooks')).toBe('service')
    expect(guessKind('?')).toBe('unknown')
    expect(Object.keys(ITEM_TYPES)).toContain('component')
  })
})

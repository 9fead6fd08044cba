import { type ItemId, itemId, type Vote } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { isShareable, shareableDrag, shareableSelection } from './shareable.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const place = { x: 0, y: 0, w: 100, h: 50, parent: null, order: '' }
const board = boardWith([
  { id: 'common', place },
  { id: 'secret', type: 'factor', layer: 'own', fields: { text: 'only mine' }, place },
]).snapshot
const box = { x: 1, y: 2, w: 3, h: 4 }

describe('what others may see of my hand', () => {
  it('never names a private thing, selected, dragged or typed in', () => {
    expect(shareableSelection(board, [id('common'), id('secret')])).toEqual([id('common')])
    expect(shareableDrag(board, new Map([[id('secret'), box]]), false)).toBeNull()
    expect(isShareable(board, id('secret'))).toBe(false)
  })

  it('says nothing of what I vote on while people vote', () => {
    const vote: Vote = {
      id: 'v',
      title: 'Which?',
      dots: 3,
      on: { types: ['component'] },
      state: 'open',
      startedAt: 1,
      closedAt: null,
      totals: {},
      shown: true,
    }
    const voting = { ...board, conduct: { ...board.conduct, votes: [vote] } }
    expect(shareableSelection(voting, [id('common')])).toEqual([])
    const over = { ...board, conduct: { ...board.conduct, votes: [{ ...vote, state: 'closed' as const }] } }
    expect(shareableSelection(over, [id('common')])).toEqual([id('common')])
  })

  it('never names what is not there', () => {
    expect(shareableSelection(board, [id('gone')])).toEqual([])
  })

  it('shows where common things are, sizes only when they change', () => {
    const both = new Map([
      [id('common'), box],
      [id('secret'), box],
    ])
    expect(shareableDrag(board, both, false)).toEqual([{ id: id('common'), x: 1, y: 2 }])
    expect(shareableDrag(board, both, true)).toEqual([{ id: id('common'), ...box }])
  })
})

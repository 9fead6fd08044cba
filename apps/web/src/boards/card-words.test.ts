import type { BoardCard } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import { cardWords, editedWords, newTitle } from './card-words.ts'

const noon = new Date(2026, 2, 11, 12).getTime()
const day = 24 * 60 * 60_000
const card = (change: Partial<BoardCard>): BoardCard => ({
  id: 'b',
  title: 'T',
  kind: 'incident-review',
  stage: 'meeting',
  team: { id: 't', title: 'T' },
  role: 'owner',
  createdAt: 0,
  updatedAt: noon - day,
  deletedAt: null,
  sensitive: false,
  counts: { components: 15, factors: 14, events: 3 },
  here: [],
  mentions: 0,
  template: false,
  picture: '',
  ...change,
})

describe('a card', () => {
  it('says kind, chapter and what is on the board', () => {
    expect(cardWords(card({}), noon)).toEqual(['Incident review', 'Meet', '14 factors'])
    expect(cardWords(card({ kind: 'chaos-day', stage: 'plan' }), noon)).toEqual([
      'Chaos Day',
      'Prepare',
      '15 components',
    ])
  })

  it('says when an empty board was edited', () => {
    const empty = { components: 0, factors: 0, events: 0 }
    expect(cardWords(card({ kind: 'blank', stage: null, counts: empty }), noon)).toEqual([
      'Blank',
      'edited yesterday',
    ])
  })

  it('names days of this week, and dates before', () => {
    expect(editedWords(noon, noon)).toBe('edited today')
    expect(editedWords(noon - 3 * day, noon)).toBe('edited on Sunday')
    expect(editedWords(noon - 10 * day, noon)).toBe('edited on 1 March')
  })

  it('never calls a new board untitled', () => {
    expect(newTitle('incident-review', noon)).toBe('Review of 11 March')
    expect(newTitle('chaos-day', noon)).toBe('Chaos Day, 11 March')
  })
})

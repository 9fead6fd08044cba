import { describe, expect, it } from 'vitest'
import { rank, ranked } from './rank.ts'

const find = (typed: string, labels: readonly string[]) => ranked(typed, labels, (label) => [label, ''])

describe('finding in the palette', () => {
  it('wants every word that was typed, in any order', () => {
    expect(find('rename board', ['Rename the board', 'Delete the board'])).toEqual(['Rename the board'])
    expect(find('db orders', ['orders-db', 'carts-db'])).toEqual(['orders-db'])
  })

  it('puts beginnings of words before their middles', () => {
    expect(find('ord', ['Password', 'Order', 'orders-db'])).toEqual(['Order', 'orders-db', 'Password'])
  })

  it('does not mind case and accents', () => {
    expect(rank('koln', 'Köln')).toBeGreaterThan(0)
    expect(rank('KÖLN', 'koln')).toBeGreaterThan(0)
  })

  it('keeps the order where nothing is typed', () => {
    expect(find(' ', ['b', 'a'])).toEqual(['b', 'a'])
  })

  it('looks into the other words too, but after the name', () => {
    const rows = [
      { label: 'Standby', others: 'PostgreSQL' },
      { label: 'postgres', others: '' },
    ]
    const found = ranked('postgres', rows, (row) => [row.label, row.others])
    expect(found.map((row) => row.label)).toEqual(['postgres', 'Standby'])
  })
})

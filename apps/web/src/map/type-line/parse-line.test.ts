import { describe, expect, it } from 'vitest'
import { parseLine } from './parse-line.ts'

function arrows(text: string): string[] {
  return parseLine(text).arrows.map(
    (a) => `${a.from}${a.later ? '~' : ''}>${a.to}${a.label ? `(${a.label})` : ''}`,
  )
}

describe('reading a typed line', () => {
  it('reads an arrow with words', () => {
    expect(parseLine('orders > payment (http)')).toEqual({
      names: ['orders', 'payment'],
      arrows: [{ from: 'orders', to: 'payment', label: 'http', later: false }],
    })
  })

  it('reads a chain', () => expect(arrows('a -> b -> c')).toEqual(['a>b', 'b>c']))
  it('reads every arrow people type', () => {
    for (const sign of ['>', '->', '-->', '=>', '→', ' > ']) expect(arrows(`a${sign}b`)).toEqual(['a>b'])
  })
  it('reads asynchronous arrows', () => expect(arrows('a ~> b ..> c')).toEqual(['a~>b', 'b~>c']))
  it('joins several with several', () => {
    expect(arrows('a, b > c (grpc)')).toEqual(['a>c(grpc)', 'b>c(grpc)'])
    expect(arrows('a > b, c')).toEqual(['a>b', 'a>c'])
  })
  it('takes one name alone', () => expect(parseLine('orders')).toEqual({ names: ['orders'], arrows: [] }))
  it('knows a name again in other letters', () => {
    expect(parseLine('Orders > payment > orders').names).toEqual(['Orders', 'payment'])
  })
  it('draws no arrow that has no end yet', () => {
    expect(parseLine('orders >')).toEqual({ names: ['orders'], arrows: [] })
    expect(parseLine('> payment')).toEqual({ names: ['payment'], arrows: [] })
  })
  it('keeps hyphens and dots in names', () => {
    expect(parseLine('edge-router > orders-db.eu').names).toEqual(['edge-router', 'orders-db.eu'])
  })
  it('leaves an open bracket in the name while it is typed', () => {
    expect(parseLine('orders > payment (ht').names).toEqual(['orders', 'payment (ht'])
  })
  it('makes nothing of nothing', () => {
    for (const text of ['', '   ', '>>>', ', ,', '()', '-> ->']) expect(parseLine(text).arrows).toEqual([])
  })
  it('stays bounded whatever is pasted', () => {
    const line = parseLine(Array.from({ length: 500 }, (_, i) => `n${i}`).join(' > '))
    expect(line.names.length).toBe(60)
  })
})

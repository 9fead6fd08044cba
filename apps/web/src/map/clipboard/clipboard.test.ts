import { type ItemId, itemId, parseCommands } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import { boardWith, idOf } from '../board-for-tests.ts'
import { asText, copyOf, readCopied } from './copied.ts'
import { noteLines, notesAt, pasteCopied } from './paste.ts'

const id = (name: string): ItemId => itemId(idOf(name))
const at = (x: number, y: number, parent: string | null = null) => ({
  x,
  y,
  w: 100,
  h: 50,
  parent,
  order: 'V',
})

const board = boardWith(
  [
    { id: 'zone', type: 'boundary', fields: { name: 'Production' }, place: at(100, 100) },
    { id: 'a', fields: { name: 'orders' }, place: at(20, 20, 'zone') },
    { id: 'b', fields: { name: 'payment' }, place: at(400, 80) },
    { id: 'c', fields: { name: 'far' }, place: at(900, 900) },
  ],
  [
    ['a', 'calls', 'b', 'http'],
    ['b', 'calls', 'c'],
  ],
).snapshot

describe('copy and paste', () => {
  it('takes what lies in a boundary along, and only the arrows between copied things', () => {
    const copied = copyOf(board, new Set([id('zone'), id('b')]))
    expect(copied?.items.map((item) => item.fields.name)).toEqual(['Production', 'orders', 'payment'])
    expect(copied?.relations).toEqual([{ from: id('a'), to: id('b'), kind: 'calls', label: 'http' }])
  })

  it('survives the clipboard and comes back under fresh ids at another place', () => {
    const copied = copyOf(board, new Set([id('zone'), id('b')]))
    const back = readCopied(JSON.stringify(copied))
    if (!back) throw new Error('not read back')
    const { commands, ids } = pasteCopied(back, { x: 800, y: 0 }, countedIds('p'))
    expect(parseCommands(commands).ok).toBe(true)
    const [zone, inner, free] = commands as {
      id: string
      place: { x: number; y: number; parent: string | null }
    }[]
    expect(zone?.place).toMatchObject({ x: 800, y: 20, parent: null })
    expect(inner?.place).toMatchObject({ x: 20, y: 20, parent: zone?.id })
    expect(free?.place).toMatchObject({ x: 1100, y: 0, parent: null })
    expect(ids).toEqual([zone?.id, free?.id])
    expect(commands.at(-1)).toMatchObject({ do: 'connect', from: inner?.id, to: free?.id, label: 'http' })
  })

  it('reads as plain lines elsewhere', () => {
    const copied = copyOf(board, new Set([id('b'), id('c')]))
    expect(copied && asText(copied)).toBe('payment\nfar')
  })

  it('takes foreign or broken text for what it is', () => {
    for (const text of [
      '',
      'hello',
      '{"second-story":1}',
      '{"second-story":2,"items":[]}',
      '{"second-story":',
    ])
      expect(readCopied(text)).toBeNull()
  })

  it('outlives a forged circle of parents', () => {
    const item = { type: 'boundary', fields: {}, place: { x: 0, y: 0, w: 9, h: 9 }, order: '' }
    const forged = readCopied(
      JSON.stringify({
        'second-story': 1,
        items: [
          { ...item, key: 'x', parent: 'y' },
          { ...item, key: 'y', parent: 'x' },
        ],
        relations: [],
      }),
    )
    expect(forged && pasteCopied(forged, { x: 0, y: 0 }, countedIds('p')).commands.length).toBe(2)
  })
})

describe('pasting plain text', () => {
  it('makes a note of each line, without list signs', () => {
    const lines = noteLines('- one\n2. two\n\n  three\nfour\nfive')
    expect(lines).toEqual(['one', 'two', 'three', 'four', 'five'])
    const boxes = lines.map((_, at) => ({ x: at * 200, y: 0, w: 168, h: 88 }))
    const { commands, ids } = notesAt(lines, boxes, countedIds('n'), 'own', { colour: 'blue' })
    expect(ids).toHaveLength(5)
    expect(commands[4]).toMatchObject({
      do: 'add',
      type: 'note',
      layer: 'own',
      fields: { text: 'five', colour: 'blue' },
      place: { x: 800, y: 0 },
    })
  })

  it('stays bounded', () => {
    expect(noteLines('x\n'.repeat(5000))).toHaveLength(200)
    expect(noteLines('x'.repeat(90_000))[0]?.length).toBeLessThan(90_000)
  })
})

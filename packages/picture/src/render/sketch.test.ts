import { apply, type BoardSnapshot, type Command, parseCommands, read } from '@second-story/board'
import { countedIds, seededRandom, shuffled } from '@second-story/std'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardPicture } from '../board-picture.ts'

const TYPES = ['component', 'component', 'factor', 'event', 'note'] as const

/** A board of so many items and 1.3 times as many arrows, its commands in an order of their own. */
function large(count: number, seed = 1): BoardSnapshot {
  const makeId = countedIds('i')
  const ids = Array.from({ length: count }, makeId)
  const adds = ids.map((id, i) => {
    const type = TYPES[i % TYPES.length] ?? 'note'
    const words = `something that was said in a number of words, ${i}`
    const fields = type === 'component' ? { name: words } : { text: words }
    const place = { x: (i % 40) * 240.4, y: Math.floor(i / 40) * 120.7, w: 176, h: 80 }
    return { do: 'add', id, type, fields, place }
  })
  const connects = Array.from({ length: count * 1.3 }, (_, i) => {
    const [from, to] = [ids[i % count], ids[(i * 7 + 3) % count]]
    return { do: 'connect', id: makeId(), from, to, kind: 'relates-to' }
  }).filter(({ from, to }) => from !== to)
  const random = seededRandom(seed)
  const parsed = parseCommands([...shuffled(adds, random), ...shuffled(connects, random)])
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const docs = new Map([['common' as const, new Y.Doc()]])
  const applied = apply(docs, parsed.commands as Command[], { now: 0, origin: null })
  if (!applied.ok) throw new Error(applied.refusal.message)
  return read(docs)
}

test('a large board is a small picture: under 60 kB for 500 items, without a word of them', () => {
  const picture = boardPicture(large(500), { thumb: true })
  expect(picture.length).toBeLessThan(60_000)
  expect(picture).not.toMatch(/<text|said/)
})

test('thousands of items stay under 150 kB', () => {
  expect(boardPicture(large(2000), { thumb: true }).length).toBeLessThan(150_000)
})

test('it covers what the whole picture covers, but for what hangs over', () => {
  const sizeOf = (thumb: boolean): number[] => {
    const found = /width="(\d+)" height="(\d+)"/.exec(boardPicture(large(100), { thumb, titles: false }))
    return (found ?? []).slice(1).map(Number)
  }
  const [[w = 0, h = 0], [wide = 0, high = 0]] = [sizeOf(true), sizeOf(false)]
  expect(Math.abs(w - wide)).toBeLessThan(60)
  expect(Math.abs(h - high)).toBeLessThan(60)
})

test('equal boards give equal bytes, whatever order their items came in', () => {
  expect(boardPicture(large(80, 2), { thumb: true })).toBe(boardPicture(large(80, 3), { thumb: true }))
})

test('what is left out is left out, with its arrows', () => {
  const board = large(100)
  const all = boardPicture(board, { thumb: true })
  const fewer = boardPicture(board, { thumb: true, without: (item) => item.type === 'note' })
  expect(fewer.length).toBeLessThan(all.length * 0.85)
  expect(fewer).not.toContain('#FBF1BF')
})

import { seededRandom, shuffled } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaBox, areasOf } from './areas.ts'
import { boardPicture } from './board-picture.ts'
import { BoardMaker } from './testing/make-board.ts'

function review(): BoardMaker {
  const maker = new BoardMaker()
  maker.add('boundary', { name: 'Production' }, { x: 0, y: 0, w: 400, h: 300 })
  const app = maker.add('component', { name: 'App' }, { x: 20, y: 30, w: 144, h: 56 })
  const db = maker.add('component', { name: 'Primary', kind: 'datastore' }, { x: 20, y: 180, w: 144, h: 62 })
  const factor = maker.add('factor', { text: 'One primary' }, { x: 600, y: 30, w: 168, h: 70 })
  const event = maker.add('event', { text: 'Load rises' }, { x: 850, y: 40, w: 168, h: 44 })
  maker.add('question', { text: 'Who would see it first?' }, { x: 20, y: 330, w: 184, h: 74 })
  maker.add('note', { text: 'near the story' }, { x: 700, y: 200, w: 168, h: 56 })
  maker.connect(app, 'reads', db)
  maker.connect(factor, 'about', db)
  maker.connect(factor, 'contributed-to', event)
  return maker
}

test('equal boards give equal bytes, in whatever order their items came', () => {
  const maker = review()
  const first = boardPicture(maker.board())
  for (let seed = 1; seed <= 8; seed += 1) {
    const random = seededRandom(seed)
    expect(boardPicture(maker.board((list) => shuffled(list, random)))).toBe(first)
  }
})

test('what is not common is not in it, and does not shift it', () => {
  const maker = review()
  const before = boardPicture(maker.board())
  const mine = maker.add('component', { name: 'CANARY' }, { x: 2000, y: 0, w: 144, h: 56 }, { layer: 'own' })
  const other = maker.add('note', { text: 'CANARY' }, { x: -900, y: 0, w: 144, h: 56 }, { layer: 'story.x' })
  maker.connect(mine, 'calls', other, 'CANARY', 'own')
  expect(boardPicture(maker.board())).toBe(before)
})

test('each area alone holds its own, and what lies loose goes to the nearer one', () => {
  const board = review().board()
  const system = boardPicture(board, { area: 'system' })
  const story = boardPicture(board, { area: 'story' })
  expect(system).toContain('Who would')
  expect(system).toContain('Our system')
  expect(system).not.toContain('near the story')
  expect(story).toContain('near the story')
  expect(story).toContain('How it came about')
  expect(story).not.toContain('Production')
  expect(areasOf(board).size).toBe(7)
  expect(areaBox(board, 'system')).toEqual({ x: 0, y: 0, w: 400, h: 404 })
})

test('an empty board is a picture that says so', () => {
  expect(boardPicture(new BoardMaker().board())).toContain('that is fine')
})

test('it carries its own ground unless told not to', () => {
  const board = review().board()
  expect(boardPicture(board, { theme: 'dark' })).toContain('fill="#16181C"/>')
  expect(boardPicture(board, { background: false })).not.toContain('<rect')
})

test('a small preview has bars for words', () => {
  expect(boardPicture(review().board(), { thumb: true })).not.toContain('<text')
})

test('items left out of the record are left out of its picture, arrows and all', () => {
  const board = review().board()
  const picture = boardPicture(board, { area: 'story', without: (item) => item.type === 'event' })
  expect(picture).not.toContain('Load rises')
})

test('words are words: no tag, no attribute, no script comes out of them', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><image href="x"/>',
      "' onload='x",
      ']]>',
      '&lt;b&gt;',
      '\u0000\u0008',
    ),
  )
  const expected =
    /^<svg [^<>]*><title>[^<>]*<\/title>(<(rect|path) [^<>]*\/>|<text [^<>]*>[^<>]*<\/text>|<g transform="[^"<>]*">|<\/g>)*<\/svg>$/
  fc.assert(
    fc.property(hostile, (text) => {
      const maker = new BoardMaker()
      maker.title = text
      const a = maker.add('component', { name: text, technology: text }, { x: 0, y: 0, w: 144, h: 56 })
      const b = maker.add('factor', { text }, { x: 400, y: 0, w: 168, h: 56 })
      maker.connect(a, 'calls', b, text)
      const svg = boardPicture(maker.board())
      expect(svg).toMatch(expected)
      const tags = svg.replace(/>[^<]*</g, '><')
      expect(tags).not.toMatch(/ on[a-z]+=|href=/)
    }),
    { seed: 31 },
  )
}, 20_000)

test('a frame alone: what lies in it however deep, the arrows between that, and nothing else', () => {
  const maker = new BoardMaker()
  maker.title = 'Shop'
  const frame = maker.add('frame', { name: 'Paying <b>' }, { x: 0, y: 0, w: 600, h: 300 })
  const inner = maker.add('boundary', { name: 'Bank' }, { x: 20, y: 20, w: 300, h: 200 })
  const a = maker.add('component', { name: 'inside' }, { x: 40, y: 60, w: 144, h: 56 })
  const b = maker.add('component', { name: 'beside' }, { x: 400, y: 60, w: 144, h: 56 })
  const out = maker.add('component', { name: 'elsewhere' }, { x: 900, y: 900, w: 144, h: 56 })
  const parents = new Map([
    [inner, frame],
    [a, inner],
    [b, frame],
  ])
  maker.items.splice(
    0,
    maker.items.length,
    ...maker.items.map((item) => {
      const place = item.place && { ...item.place, parent: parents.get(item.id) ?? null }
      return { ...item, place } as typeof item
    }),
  )
  maker.connect(a, 'calls', b, 'kept')
  maker.connect(a, 'calls', out, 'cut off')
  const picture = boardPicture(maker.board(), { part: [frame] })
  for (const words of ['inside', 'beside', 'Bank', 'kept', 'Shop: Paying &lt;b&gt;'])
    expect(picture).toContain(words)
  for (const words of ['elsewhere', 'cut off', '<b>']) expect(picture).not.toContain(words)
  expect(boardPicture(maker.board(), { part: [out] })).toContain('elsewhere')
  expect(boardPicture(maker.board(), { part: [] })).toContain('Nothing drawn yet')
})

test('what was drawn by hand is over the cards, what was marked lies under them, and neither is private', () => {
  const maker = review()
  const before = boardPicture(maker.board())
  maker.draw([0, 0, 50, 50], { layer: 'own', colour: 'magenta' })
  expect(boardPicture(maker.board())).toBe(before)
  maker.draw([30, 40, 90, 60, 120, 40], { colour: 'magenta' })
  maker.draw([30, 40, 120, 40], { kind: 'highlighter', colour: 'magenta' })
  const picture = boardPicture(maker.board())
  const pen = picture.indexOf('fill="#A8327A"')
  const marked = picture.indexOf('stroke="#A8327A"')
  const card = picture.indexOf('>App<')
  expect(marked).toBeGreaterThan(0)
  expect(card).toBeGreaterThan(marked)
  expect(pen).toBeGreaterThan(card)
})

test('a part of a board takes along what was drawn on it, and ink alone is a picture too', () => {
  const maker = review()
  maker.draw([30, 40, 90, 60], { colour: 'magenta' })
  expect(boardPicture(maker.board(), { area: 'system' })).toContain('#A8327A')
  expect(boardPicture(maker.board(), { area: 'story' })).not.toContain('#A8327A')
  const blank = new BoardMaker()
  blank.draw([0, 0, 500, 300])
  const alone = boardPicture(blank.board())
  expect(alone).not.toContain('Nothing drawn')
  expect(alone).toContain('width="562"')
})

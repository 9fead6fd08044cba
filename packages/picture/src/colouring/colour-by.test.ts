import { expect, test } from 'vitest'
import { boardPicture } from '../board-picture.ts'
import { drawItem, itemBox } from '../shapes/catalogue.ts'
import { BoardMaker } from '../testing/make-board.ts'
import { colourBy, colouringsOf } from './colour-by.ts'

const AT = { x: 0, y: 0, w: 144, h: 56 }
const owned = (ownerTeam: string, criticality = '') => ({ name: 'x', ownerTeam, criticality })

test('components of one team have one colour and one letter, however it is written', () => {
  const maker = new BoardMaker()
  const a = maker.add('component', owned('Payments'), AT)
  const b = maker.add('component', owned(' payments'), AT)
  const c = maker.add('component', owned('Orders'), AT)
  const nobody = maker.add('component', owned(''), AT)
  const { tints, legend } = colourBy(maker.board(), 'owner')
  expect(legend.map(({ tint, words, count }) => [tint.letter, words, count])).toEqual([
    ['A', 'Orders', 1],
    ['B', 'Payments', 2],
  ])
  expect(tints.get(a)).toEqual(tints.get(b))
  expect(tints.get(c)?.letter).toBe('A')
  expect(tints.has(nobody)).toBe(false)
})

test('criticality stands in the order that everybody knows', () => {
  const maker = new BoardMaker()
  for (const words of ['low', 'every order', 'High', 'critical', 'medium'])
    maker.add('component', owned('', words), AT)
  expect(colourBy(maker.board(), 'criticality').legend.map(({ words }) => words)).toEqual([
    'critical',
    'High',
    'medium',
    'low',
    'every order',
  ])
})

test('a choice that would colour nothing is not offered', () => {
  const maker = new BoardMaker()
  const plain = maker.add('component', owned(''), AT)
  const factor = maker.add('factor', { text: 'One primary' }, AT)
  expect(colouringsOf(maker.board())).toEqual([])
  maker.connect(factor, 'about', plain)
  expect(colouringsOf(maker.board())).toEqual(['touched'])
})

test('what is private decides no letter and stands in no legend', () => {
  const maker = new BoardMaker()
  maker.add('component', owned('Billing'), AT)
  const before = colourBy(maker.board(), 'owner')
  maker.add('component', owned('Aardvarks'), AT, { layer: 'own' })
  expect(colourBy(maker.board(), 'owner').legend).toEqual(before.legend)
})

test('the box of a coloured thing is the box it has anyway, and its letter is said', () => {
  const maker = new BoardMaker()
  const a = maker.add('component', owned('Payments'), AT)
  const board = maker.board()
  const item = board.items.get(a)
  const tint = colourBy(board, 'owner').tints.get(a)
  if (!item || !tint) throw new Error('it has a colour')
  const drawing = drawItem(item, { board, tint })
  expect({ w: drawing.w, h: drawing.h }).toEqual({ w: itemBox(item, board).w, h: itemBox(item, board).h })
  expect(drawing.marks[0]).toMatchObject({ fill: 'tint-1', stroke: 'tint-1-line' })
  expect(drawing.marks.some((mark) => mark.mark === 'text' && mark.text === 'A')).toBe(true)
})

test('a picture in colours has its legend, and one without has none', () => {
  const maker = new BoardMaker()
  maker.add('component', owned('Payments & <co>'), AT)
  const board = maker.board()
  expect(boardPicture(board, { colour: 'owner' })).toContain('Payments &amp; &lt;co&gt;')
  expect(boardPicture(board, { colour: 'owner' })).toContain('Looked after by')
  expect(boardPicture(board)).not.toContain('Payments')
})

test('arrows can be left out of a picture as things can', () => {
  const maker = new BoardMaker()
  const a = maker.add('component', owned(''), AT)
  const b = maker.add('component', owned(''), { ...AT, x: 400 })
  maker.connect(a, 'calls', b, 'told')
  expect(boardPicture(maker.board())).toContain('told')
  expect(boardPicture(maker.board(), { withoutArrow: () => true })).not.toContain('told')
})

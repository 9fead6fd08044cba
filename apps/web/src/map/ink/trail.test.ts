import { expect, test } from 'vitest'
import { TRAIL_MS, Trail } from './trail.ts'

test('a trail is gone a second after the hand passed', () => {
  const trail = new Trail()
  trail.add({ x: 0, y: 0 }, 0)
  trail.add({ x: 1, y: 0 }, 400)
  expect(trail.seen(500)).toHaveLength(2)
  expect(trail.seen(TRAIL_MS + 100).map(({ x }) => x)).toEqual([1])
  expect(trail.seen(TRAIL_MS + 400)).toEqual([])
})

test('others see each point once, however often they are told of it, and where the hand was lifted', () => {
  const [mine, theirs] = [new Trail(), new Trail()]
  const tell = (now: number): void => {
    const told = mine.told(Math.round)
    if (told) theirs.hear(told, now)
  }
  for (let x = 0; x < 5; x++) {
    mine.add({ x, y: 0 }, x * 10)
    tell(x * 10)
    tell(x * 10)
  }
  expect(theirs.seen(50).map(({ x }) => x)).toEqual([0, 1, 2, 3, 4])
  expect(theirs.seen(50).filter(({ isFirst }) => isFirst)).toHaveLength(1)
  theirs.lift()
  mine.lift()
  mine.add({ x: 90, y: 0 }, 60)
  tell(60)
  expect(theirs.seen(60).at(-1)).toMatchObject({ x: 90, isFirst: true })
})

test('a trail that began anew on the other side is followed from its beginning', () => {
  const [first, again, theirs] = [new Trail(), new Trail(), new Trail()]
  for (let x = 0; x < 40; x++) first.add({ x, y: 0 }, 0)
  theirs.hear(first.told(Math.round) as never, 0)
  again.add({ x: 7, y: 7 }, 10)
  theirs.hear(again.told(Math.round) as never, 10)
  expect(theirs.seen(10).at(-1)).toMatchObject({ x: 7, y: 7, isFirst: true })
})

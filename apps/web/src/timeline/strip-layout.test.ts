import type { ItemId, TimelineEvent } from '@second-story/board'
import { expect, test } from 'vitest'
import { layStrip, type StripLayout } from './strip-layout.ts'

let count = 0
function event(at: string | null, precision: TimelineEvent['when']['precision'] = 'exact'): TimelineEvent {
  const when = {
    precision: at ? precision : ('unknown' as const),
    at,
    end: null,
    words: '',
    zone: 'UTC',
    order: '',
  }
  count++
  return {
    id: `e${count}` as ItemId,
    type: 'event',
    text: `Something happened ${count}`,
    when,
  } as TimelineEvent
}

const night = [
  '2017-01-31T17:20:00Z',
  '2017-01-31T18:00:00Z',
  '2017-01-31T19:00:00Z',
  '2017-01-31T21:00:00Z',
  '2017-01-31T22:00:00Z',
  '2017-01-31T23:00:00Z',
  '2017-01-31T23:00:00Z',
  null,
  null,
  null,
  '2017-01-31T23:27:00Z',
  '2017-01-31T23:27:00Z',
  null,
  null,
  null,
  '2017-02-01T17:00:00Z',
  '2017-02-01T18:00:00Z',
].map((at) => event(at))

const view = { width: 1130, zone: 'UTC', walking: null }

function checkSound(layout: StripLayout, width: number): void {
  const xs = layout.dots.map(({ x }) => x)
  for (const [i, x] of xs.entries()) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(width)
    if (i > 0) expect(x).toBeGreaterThanOrEqual(xs[i - 1] ?? 0)
  }
  for (const row of [0, 1]) {
    const labels = layout.labels.filter((label) => label.row === row && label.side === 'right')
    for (const [i, label] of labels.entries()) {
      const next = labels[i + 1]
      if (next) expect(label.x + label.width).toBeLessThan(next.x)
    }
  }
}

test('a night is folded away, the busy hour is stretched', () => {
  const layout = layStrip(night, view)
  checkSound(layout, view.width)
  expect(layout.axis.folds).toHaveLength(1)
  expect(layout.ticks.map(({ words }) => words).join(' ')).toBe(
    '17:00 18:00 19:00 20:00 21:00 22:00 23:00 23:15 23:30 23:45 17:00 18:00',
  )
  expect(layout.days.map(({ words }) => words)).toEqual(['31 January', '1 February'])
})

test('what has no time stands between its neighbours, on this side of the fold, with a dashed ring', () => {
  const layout = layStrip(night, view)
  const fold = layout.axis.folds[0]
  expect(layout.dots[14]?.x).toBeLessThanOrEqual(fold?.x0 ?? 0)
  expect(layout.dots[15]?.x).toBeGreaterThanOrEqual(fold?.x1 ?? 0)
  expect(layout.dots.map(({ loose }) => (loose ? '~' : '.')).join('')).toBe('.......~~~..~~~..')
})

test('the event that people stand on has its words, wherever it is', () => {
  for (const { id } of night) {
    const layout = layStrip(night, { ...view, walking: id })
    checkSound(layout, view.width)
    expect(layout.labels.some((label) => label.id === id)).toBe(true)
  }
})

test('times are told in the zone of the board', () => {
  const layout = layStrip(night, { ...view, zone: 'Asia/Kolkata' })
  expect(layout.ticks[0]?.words).toBe('22:00')
  expect(layout.days[0]?.words).toBe('31 January')
})

test('none, one, all at once, hundreds, and years apart are all laid out', () => {
  checkSound(layStrip([], view), view.width)
  checkSound(layStrip([event(null), event(null)], view), view.width)
  checkSound(layStrip([event('2017-01-31T17:20:00Z')], view), view.width)
  checkSound(
    layStrip(
      Array.from({ length: 40 }, () => event('2017-01-31T17:20:00Z')),
      view,
    ),
    view.width,
  )
  const many = Array.from({ length: 400 }, (_, i) =>
    event(new Date(1_500_000_000_000 + i * 61_000).toISOString()),
  )
  checkSound(layStrip(many, { ...view, width: 600 }), 600)
  const years = layStrip([event('2012-01-31T17:20:00Z'), event('2017-01-31T17:20:00Z')], view)
  checkSound(years, view.width)
  expect(years.days.map(({ words }) => words)).toEqual(['31 January 2012', '31 January 2017'])
})

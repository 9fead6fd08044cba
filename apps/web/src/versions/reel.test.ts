import { gzipSync } from 'node:zlib'
import { apply, type Prints, parseCommands, stepSince } from '@second-story/board'
import type { HistoryStep } from '@second-story/protocol'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { pictureOf } from './picture-of.ts'
import { makeReel } from './reel.ts'

const id = (name: string): string => `${name}${'-'.repeat(21)}`.slice(0, 21)
const component = (name: string, x: number) => ({
  do: 'add',
  id: id(name),
  type: 'component',
  fields: { name },
  place: { x, y: 0, w: 144, h: 56 },
})

/** A board and its steps, as the server sends them. */
function story() {
  const doc = new Y.Doc()
  const steps: HistoryStep[] = []
  let prints: Prints = new Map()
  const run = (...raw: readonly unknown[]): void => {
    const parsed = parseCommands(raw)
    if (!parsed.ok || !apply(new Map([['common', doc]]), parsed.commands, { now: 1, origin: 'test' }).ok)
      throw new Error('refused')
  }
  const keep = (at: number, restoredTo: number | null = null): void => {
    const next = stepSince(doc, prints)
    prints = next.prints
    if (next.step)
      steps.push({
        at,
        put: gzipSync(next.step.put).toString('base64'),
        gone: [...next.step.gone],
        restoredTo,
      })
  }
  return { doc, steps, run, keep }
}

it('plays what the server kept, and ends with the board as it is now', async () => {
  const { doc, steps, run, keep } = story()
  run(component('payment', 0))
  keep(10)
  run(component('orders', 300))
  keep(20)
  run({ do: 'remove', ids: [id('payment')] })
  const reel = await makeReel(steps, doc, undefined, 99)
  expect(reel.frames.map(({ at }) => at)).toEqual([10, 20, 99])
  expect([0, 1, 2].map((frame) => [...reel.at(frame).items.keys()])).toEqual([
    [id('payment')],
    [id('payment'), id('orders')],
    [id('orders')],
  ])
  expect([0, 1, 2].map((frame) => reel.changesAt(frame))).toEqual([
    [],
    ['“orders” added'],
    ['“payment” deleted'],
  ])
  expect([...reel.touchedAt(1)]).toEqual([id('orders')])
})

it('has no further moment where nothing changed since the last', async () => {
  const { doc, steps, run, keep } = story()
  run(component('payment', 0))
  keep(10)
  expect((await makeReel(steps, doc, undefined, 99)).frames).toHaveLength(1)
  expect((await makeReel([], new Y.Doc(), undefined, 99)).frames).toHaveLength(0)
})

it('puts the names of versions where they were given', async () => {
  const { doc, steps, run, keep } = story()
  for (const [i, name] of ['a', 'b', 'c'].entries()) {
    run(component(name, i * 300))
    keep((i + 1) * 10)
  }
  const reel = await makeReel(steps, doc, undefined, 99)
  const version = (at: number, title: string | null) => ({
    id: `${at}`,
    at,
    title,
    kind: 'named' as const,
    counts: { components: 0, factors: 0, events: 0, arrows: 0 },
    changes: [],
  })
  const marks = reel.marks([
    version(35, 'end'),
    version(25, 'two'),
    version(12, null),
    version(5, 'before all'),
  ])
  expect(marks).toEqual([
    { frame: 1, title: 'two' },
    { frame: 2, title: 'end' },
  ])
})

it('keeps the picture where it is while the board grows, and marks what came', async () => {
  const { doc, steps, run, keep } = story()
  run(component('payment', 0))
  keep(10)
  run(component('orders', 900))
  keep(20)
  const reel = await makeReel(steps, doc, undefined, 99)
  const end = pictureOf(reel.at(1), 'light')
  const first = pictureOf(reel.at(0), 'light', end.box)
  expect(first.box).toEqual(end.box)
  expect(first.svg).toContain(`viewBox="${end.box.x} ${end.box.y} ${end.box.w} ${end.box.h}"`)
  expect(first.svg.match(/viewBox/g)).toHaveLength(1)
  expect(first.svg).not.toContain('var(--hand)')
  const marked = pictureOf(reel.at(1), 'light', end.box, reel.touchedAt(1))
  expect(marked.svg.match(/var\(--hand\)/g)).toHaveLength(1)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import { parseCommands } from '../commands/parse.ts'
import { readConduct, writeConduct } from '../conduct.ts'
import { metaOf } from '../document/roots.ts'
import type { LayerName } from '../layers.ts'
import { read } from '../read/read.ts'
import type { BoardSnapshot, Item, Place } from '../snapshot.ts'
import { inTimeOrder } from '../timeline/in-time-order.ts'
import type { Sample } from './sample.ts'
import { SAMPLES } from './samples/samples.ts'

function open(sample: Sample): BoardSnapshot {
  const { commands, conduct } = sample.build()
  const docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
  ])
  const parsed = parseCommands(JSON.parse(JSON.stringify(commands)))
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 0, origin: 'template' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  writeConduct(docs.get('conduct') as Y.Doc, conduct)
  return read(docs)
}

function overlap(a: Place, b: Place, room: number): boolean {
  return a.x < b.x + b.w + room && b.x < a.x + a.w + room && a.y < b.y + b.h + room && b.y < a.y + a.h + room
}

function contains(item: Item): boolean {
  return item.type === 'boundary' || item.type === 'frame'
}

const wordsOf = (item: Item): string => ('name' in item ? item.name : item.text)

for (const sample of SAMPLES) {
  test(`${sample.name}: every command is taken, every arrow has its two ends`, () => {
    const board = open(sample)
    const { commands } = sample.build()
    const count = (what: string): number => commands.filter((command) => command.do === what).length
    expect(board.items.size).toBe(count('add'))
    expect(board.relations.size).toBe(count('connect'))
    expect(board.deleted.size).toBe(0)
    expect([...board.prose.keys()].sort()).toEqual(['description', 'impact', 'summary'])
  })

  test(`${sample.name}: is the same each time`, () => {
    expect(sample.build()).toEqual(sample.build())
  })

  test(`${sample.name}: no two cards overlap, and what lies in a boundary lies wholly in it`, () => {
    const board = open(sample)
    const placed = [...board.items.values()].filter((item) => item.place !== null)
    for (const [i, a] of placed.entries()) {
      const { place } = a
      if (!place) continue
      for (const b of placed.slice(i + 1)) {
        if (!b.place || contains(a) || contains(b)) continue
        expect(overlap(place, b.place, 8), `${wordsOf(a)} | ${wordsOf(b)}`).toBe(false)
      }
      const parent = place.parent ? board.items.get(place.parent)?.place : null
      if (!parent) continue
      const inside =
        place.x > parent.x &&
        place.y > parent.y &&
        place.x + place.w < parent.x + parent.w &&
        place.y + place.h < parent.y + parent.h
      expect(inside, wordsOf(a)).toBe(true)
    }
  })

  test(`${sample.name}: what lies outside a boundary does not touch it`, () => {
    const board = open(sample)
    const items = [...board.items.values()]
    for (const boundary of items.filter(contains)) {
      for (const other of items) {
        if (!boundary.place || !other.place || other === boundary || other.place.parent === boundary.id)
          continue
        expect(overlap(boundary.place, other.place, 8), `${wordsOf(boundary)} | ${wordsOf(other)}`).toBe(
          false,
        )
      }
    }
  })

  test(`${sample.name}: words on the map are short, and nothing is nameless`, () => {
    for (const item of open(sample).items.values()) {
      const words = wordsOf(item)
      expect(words, item.id).toMatch(/\S/)
      const most = { component: 16, boundary: 20, event: 24, factor: 52, note: 76, question: 52 } as Record<
        string,
        number
      >
      if (item.place) expect(words.length, words).toBeLessThanOrEqual(most[item.type] ?? 40)
      else expect(words.length, words).toBeLessThanOrEqual(100)
    }
  })

  test(`${sample.name}: title, kind and stage stand in conduct`, () => {
    const doc = new Y.Doc()
    writeConduct(doc, sample.build().conduct)
    expect(readConduct(metaOf(doc))).toMatchObject({ title: sample.title, kind: sample.kind, zone: 'UTC' })
  })
}

function sampleNamed(name: string): Sample {
  const sample = SAMPLES.find((one) => one.name === name)
  if (!sample) throw new Error(name)
  return sample
}

test('the incident has its seventeen events in the order in which they happened', () => {
  const board = open(sampleNamed('gitlab'))
  const events = inTimeOrder([...board.items.values()].filter((item) => item.type === 'event'))
  expect(events.map((event) => event.when.at?.slice(11, 16) ?? event.when.words)).toEqual([
    '17:20',
    '18:00',
    '19:00',
    '21:00',
    '22:00',
    '23:00',
    '23:00',
    '23:00',
    '23:00',
    'shortly before 23:27',
    '23:27',
    '23:27',
    'after 23:30',
    'that night',
    'during the recovery',
    '17:00',
    '18:00',
  ])
  expect(events.every((event) => event.sources.length > 0)).toBe(true)
})

test('the incident’s record begins filled: what came together, made it harder, helped, surprised, is asked and learnt', () => {
  const items = [...open(sampleNamed('gitlab')).items.values()]
  const kinds = new Set(items.flatMap((item) => (item.type === 'factor' ? [item.kind] : [])))
  expect([...kinds].sort()).toEqual([
    'context',
    'contributed-to',
    'enabled',
    'helped',
    'hid',
    'limited',
    'made-difficult',
  ])
  const count = (type: string): number => items.filter((item) => item.type === type).length
  expect([count('component'), count('factor'), count('question'), count('insight'), count('idea')]).toEqual([
    8, 19, 6, 3, 3,
  ])
  const marks = items.flatMap((item) => (item.type === 'factor' ? item.marks : []))
  expect(new Set(marks)).toEqual(new Set(['surprise', 'luck', 'went-well', 'still-there']))
})

test('the incident blames nobody: no names, no root, no error of people', () => {
  const all = JSON.stringify(sampleNamed('gitlab').build())
  expect(all).not.toMatch(
    /human error|root cause|mistake|fault|fail(ed|ure) to|should have|careless|\bhe\b|\bshe\b/i,
  )
})

test('the sketch says first that it is made up, and has the fifteen components', () => {
  const items = [...open(sampleNamed('sock-shop')).items.values()]
  expect(items.filter((item) => item.type === 'component')).toHaveLength(15)
  const [first] = items.filter((item) => item.type === 'note')
  expect(first?.text).toMatch(/^A made-up sketch/)
})

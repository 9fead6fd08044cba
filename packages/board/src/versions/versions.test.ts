import { countedIds, seededRandom } from '@second-story/std'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../commands/apply.ts'
import { itemMap, itemsOf, placesOf, proseOf, relationsOf } from '../document/roots.ts'
import { LIMITS } from '../limits.ts'
import { read } from '../read/read.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { garbage } from '../testing/garbage.ts'
import { RandomCommands } from '../testing/random-commands.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { changesInWords } from './changes.ts'
import { Film } from './film.ts'
import { type printsOf, samePrints } from './prints.ts'
import { restoreTo } from './restore-to.ts'
import { documentOf, mergeSteps, printsAfter, type Step, sharedCopy, stepSince } from './steps.ts'

// many boards, each changed and read again and again: a busy machine takes its time
vi.setConfig({ testTimeout: 30_000 })

/** What people see of a board, as plain values in one order. */
function seen(board: BoardSnapshot) {
  const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    items: sorted(board.items),
    relations: sorted(board.relations),
    strokes: sorted(board.strokes),
    prose: sorted(board.prose).filter(([, blocks]) => blocks.length > 0),
  }
}

function shown(doc: Y.Doc) {
  return seen(read(new Map([['common', doc]])))
}

/** Without what a thing lies in, where that was deleted and is gone for good: it lies where it was seen, in nothing. */
function onTheMap({ items, ...rest }: ReturnType<typeof seen>) {
  const there = new Set(items.map(([key]) => key))
  return {
    ...rest,
    items: items.map(([key, item]) => {
      const { place } = item
      return [
        key,
        place?.parent && !there.has(place.parent) ? { ...item, place: { ...place, parent: null } } : item,
      ]
    }),
  }
}

function aRandomBoard(seed: number) {
  const t = new TestBoard()
  const random = seededRandom(seed)
  const commands = new RandomCommands(random, countedIds(`m${seed}`))
  const go = (count: number): void => {
    for (let i = 0; i < count; i++) apply(t.docs, commands.next(t.board), { now: ++t.now, origin: 'test' })
  }
  return { t, random, go }
}

function restore(doc: Y.Doc, version: Uint8Array): void {
  doc.transact(() => restoreTo(doc, documentOf(version), 5_000))
}

describe('what a version holds', () => {
  test('reads as the board did, whatever was drawn, with nothing of what was deleted and no hand in it', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const { t, go } = aRandomBoard(seed)
      go(50)
      const copy = documentOf(sharedCopy(t.common))
      expect(shown(copy)).toEqual(shown(t.common))
      expect(read(new Map([['common', copy]])).deleted.size).toBe(0)
      expect([...copy.store.clients.keys()].filter((client) => client !== 1)).toEqual([])
    }
  })

  test('words that were taken back before it was kept are not in its bytes', () => {
    const t = new TestBoard()
    t.run({ do: 'add', id: id('n'), type: 'note', fields: { text: 'Magdalena pressed the button' } })
    t.run({ do: 'add', id: id('m'), type: 'note', fields: { text: 'Magdalena was on call' } })
    t.run(
      { do: 'set', id: id('n'), fields: { text: 'the button was pressed' } },
      { do: 'remove', ids: [id('m')] },
    )
    const bytes = new TextDecoder('latin1').decode(sharedCopy(t.common))
    expect(bytes).toContain('the button was pressed')
    expect(bytes).not.toContain('agdalena')
  })

  test('is taken from any state of a document', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const doc = garbage(seededRandom(seed))
      expect(shown(documentOf(sharedCopy(doc)))).toEqual(shown(doc))
    }
  })
})

describe('restoring a version', () => {
  test('the board reads as the version does, and the one kept before leads back', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const { t, go } = aRandomBoard(seed)
      go(40)
      const then = shown(t.common)
      const version = sharedCopy(t.common)
      go(40)
      const now = shown(t.common)
      const before = sharedCopy(t.common)
      const known = [...itemsOf(t.common).keys()]
      restore(t.common, version)
      expect(shown(t.common), `seed ${seed}`).toEqual(then)
      restore(t.common, before)
      expect(shown(t.common), `seed ${seed}, back`).toEqual(now)
      restore(t.common, version)
      restore(t.common, version)
      expect(shown(t.common), `seed ${seed}, again`).toEqual(then)
      // nothing left the document on the way
      for (const one of known) expect(itemMap(t.common, one)).toBeDefined()
    }
  })

  test('a second restore of the same writes nothing', () => {
    const { t, go } = aRandomBoard(7)
    go(40)
    const version = sharedCopy(t.common)
    go(40)
    restore(t.common, version)
    const vector = Y.encodeStateVector(t.common)
    restore(t.common, version)
    expect(Y.encodeStateVector(t.common)).toEqual(vector)
  })

  test('what is gone from the document for good is laid back, arrows and all', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { t, go } = aRandomBoard(seed)
      go(50)
      const then = shown(t.common)
      const version = sharedCopy(t.common)
      for (const root of [itemsOf, placesOf, relationsOf, proseOf])
        for (const key of [...root(t.common).keys()]) root(t.common).delete(key)
      restore(t.common, version)
      expect(onTheMap(shown(t.common)), `seed ${seed}`).toEqual(onTheMap(then))
    }
  })

  test('any two states of documents go over into each other', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const [one, two] = [garbage(seededRandom(seed)), garbage(seededRandom(seed + 1_000))]
      restore(one, sharedCopy(two))
      const left = new Set(shown(two).items.map(([key]) => key))
      for (const [key] of shown(one).items) expect(left.has(key), `seed ${seed}`).toBe(true)
    }
  })

  test('what others write meanwhile, offline, is there when they come back', () => {
    const [here, away] = [new TestBoard(['common'], 1), new TestBoard(['common'], 2)]
    here.run(component('a'), {
      do: 'prose',
      section: 'summary',
      blocks: [{ kind: 'paragraph', runs: [{ text: 'one' }] }],
    })
    const version = sharedCopy(here.common)
    here.run({ do: 'add', id: id('n'), type: 'note', fields: { text: 'first' } })
    away.hear(here)
    away.run({ do: 'set', id: id('n'), fields: { text: 'first, and more' } }, component('b'))
    const paragraph = (proseOf(away.common).get('summary') as Y.XmlFragment).get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(3, ' and two')
    restore(here.common, version)
    here.hear(away)
    expect(here.board.deleted.get(id('n') as never)).toMatchObject({ text: 'first, and more' })
    expect(here.item('b')).toMatchObject({ name: 'b' })
    expect(here.board.prose.get('summary')).toMatchObject([{ runs: [{ text: 'one and two' }] }])
  })

  test('what was shown from quiet writing since then stays, with its arrows', () => {
    const t = new TestBoard()
    t.run(component('a'))
    const version = sharedCopy(t.common)
    t.run(
      { do: 'add', id: id('f'), type: 'factor', fields: { text: 'said alone', round: 'r1' } },
      component('b'),
    )
    for (const [name, to] of [
      ['r', 'a'],
      ['s', 'b'],
    ] as const)
      t.run({ do: 'connect', id: id(name), from: id('f'), to: id(to), kind: 'about' })
    restore(t.common, version)
    expect([...t.board.items.keys()].sort()).toEqual([id('a'), id('f')])
    expect([...t.board.relations.keys()]).toEqual([id('r')])
  })

  test('a text longer than one may write is set back too', () => {
    const t = new TestBoard()
    t.run({ do: 'add', id: id('n'), type: 'note', fields: { text: '' } })
    const text = itemMap(t.common, id('n'))?.get('text') as Y.Text
    text.insert(0, 'x'.repeat(LIMITS.text + 5))
    const version = sharedCopy(t.common)
    text.delete(0, LIMITS.text)
    restore(t.common, version)
    expect(text.toString()).toHaveLength(LIMITS.text + 5)
  })

  test('a thing of a type that nobody here knows comes back as it was', () => {
    const t = new TestBoard()
    itemsOf(t.common).set(
      id('x'),
      new Y.Map([
        ['type', 'hologram'],
        ['name', 'x'],
        ['beam', { w: 3 }],
      ] as [string, unknown][]),
    )
    const version = sharedCopy(t.common)
    itemsOf(t.common).delete(id('x'))
    restore(t.common, version)
    expect(itemMap(t.common, id('x'))?.toJSON()).toEqual({ type: 'hologram', name: 'x', beam: { w: 3 } })
  })
})

describe('steps and film', () => {
  /** A board's life in steps, and how it looked after each. */
  function life(seed: number, count = 30) {
    const { t, random, go } = aRandomBoard(seed)
    const steps: Step[] = []
    const boards: unknown[] = []
    let prints: ReturnType<typeof printsOf> = new Map()
    for (let i = 0; i < count; i++) {
      go(1 + Math.floor(random() * 4))
      const next = stepSince(t.common, prints)
      prints = next.prints
      if (!next.step) continue
      steps.push(next.step)
      boards.push(shown(t.common))
    }
    return { t, steps, boards, prints, random }
  }

  test('a film shows the board as it was after each step, in whatever order it is looked at', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { steps, boards, random } = life(seed)
      const film = new Film(steps)
      for (const i of boards.keys()) expect(seen(film.at(i)), `seed ${seed} step ${i}`).toEqual(boards[i])
      for (let look = 0; look < 20; look++) {
        const i = Math.floor(random() * boards.length)
        expect(seen(film.at(i)), `seed ${seed} step ${i}`).toEqual(boards[i])
      }
    }
  })

  test('merging any two neighbours changes nothing that is seen at the steps that are left', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { steps, boards, random } = life(seed, 15)
      while (steps.length > 1) {
        const i = Math.floor(random() * (steps.length - 1))
        steps.splice(i, 2, mergeSteps(steps[i] as Step, steps[i + 1] as Step))
        boards.splice(i, 1)
        const film = new Film(steps)
        for (const j of boards.keys()) expect(seen(film.at(j)), `seed ${seed} step ${j}`).toEqual(boards[j])
      }
    }
  })

  test('the prints of a board can be had from its steps; of an unchanged board there is no step', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { t, steps, prints } = life(seed)
      expect(samePrints(printsAfter(steps), prints)).toBe(true)
      const again = new Y.Doc()
      Y.applyUpdate(again, Y.encodeStateAsUpdate(t.common))
      expect(stepSince(again, printsAfter(steps)).step).toBeNull()
    }
  })

  test('what did not change keeps its identity from frame to frame', () => {
    const t = new TestBoard()
    t.run(component('a'))
    const first = stepSince(t.common, new Map())
    t.run(component('b'))
    const second = stepSince(t.common, first.prints)
    const film = new Film([first.step as Step, second.step as Step])
    const a = film.at(0).items.get(id('a') as never)
    expect(film.at(1).items.get(id('a') as never)).toBe(a)
  })
})

describe('what changed, in words', () => {
  function words(change: (t: TestBoard) => void): readonly string[] {
    const t = new TestBoard()
    t.run(component('payment'), component('orders'), {
      do: 'add',
      id: id('n'),
      type: 'note',
      fields: { text: 'Bo did it' },
    })
    const before = t.board
    change(t)
    return changesInWords(before, t.board)
  }
  const factor = (name: string) => ({
    do: 'add',
    id: id(name),
    type: 'factor',
    fields: { text: 'Ada slept' },
  })

  test.each([
    ['3 factors added', (t: TestBoard) => t.run(factor('x'), factor('y'), factor('z'))],
    ['“checkout” added', (t: TestBoard) => t.run(component('checkout'))],
    ['1 note deleted', (t: TestBoard) => t.run({ do: 'remove', ids: [id('n')] })],
    [
      '“payment” renamed to “payments”',
      (t: TestBoard) => t.run({ do: 'set', id: id('payment'), fields: { name: 'payments' } }),
    ],
    ['1 note reworded', (t: TestBoard) => t.run({ do: 'set', id: id('n'), fields: { text: 'Cy did it' } })],
    ['“orders” changed', (t: TestBoard) => t.run({ do: 'set', id: id('orders'), fields: { kind: 'cache' } })],
    [
      '1 arrow drawn',
      (t: TestBoard) =>
        t.run({ do: 'connect', id: id('r'), from: id('orders'), to: id('payment'), kind: 'calls' }),
    ],
    [
      '1 thing moved',
      (t: TestBoard) =>
        t.run({ do: 'place', places: [{ id: id('orders'), place: { x: 9, y: 9, w: 90, h: 50 } }] }),
    ],
    [
      'the summary written',
      (t: TestBoard) => t.run({ do: 'prose', section: 'summary', blocks: [{ kind: 'rule' }] }),
    ],
  ])('%s', (wanted, change) => {
    expect(words(change)).toEqual([wanted])
  })

  test('nothing that people wrote in sentences is repeated', () => {
    const said = words((t) =>
      t.run(factor('x'), { do: 'set', id: id('n'), fields: { text: 'Bo again' } }),
    ).join()
    expect(said).not.toMatch(/Bo|Ada/)
  })
})

import { countedIds, seededRandom } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseCommands } from '../commands/parse.ts'
import { itemMap, proseOf } from '../document/roots.ts'
import type { LayerName } from '../layers.ts'
import { LiveBoard } from '../live/live-board.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { RandomCommands } from '../testing/random-commands.ts'
import { component, id, TestBoard } from '../testing/test-board.ts'
import { History } from './history.ts'

/** One person at a board, with another one on the same documents. */
class Person {
  readonly t: TestBoard
  readonly live: LiveBoard
  readonly history: History

  constructor(layers: readonly LayerName[] = ['common', 'own'], client = 1) {
    this.t = new TestBoard(layers, client)
    this.live = new LiveBoard(this.t.docs, (work) => work())
    this.history = new History(this.live, () => this.t.now)
  }

  run(...raw: readonly unknown[]): void {
    const parsed = parseCommands(raw)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const applied = this.history.run(parsed.commands)
    if (!applied.ok) throw new Error(applied.refusal.message)
  }

  type(name: string, at: number, letters: string): void {
    const text = itemMap(this.t.common, id(name))?.get('text') as Y.Text
    this.t.common.transact(() => text.insert(at, letters), this.history.origins.text)
  }

  get names(): string {
    return [...this.live.snapshot.items.values()]
      .map((item) => ('name' in item ? item.name : item.text))
      .sort()
      .join(' ')
  }
}

function two(): [Person, Person] {
  return [new Person(['common'], 1), new Person(['common'], 2)]
}

function meet(a: Person, b: Person): void {
  a.t.hear(b.t)
  b.t.hear(a.t)
  a.t.hear(b.t)
}

const note = (name: string, text = name) => ({ do: 'add', id: id(name), type: 'note', fields: { text } })
const rename = (name: string, to: string) => ({ do: 'set', id: id(name), fields: { name: to } })
const arrow = (name: string, from: string, to: string) => ({
  do: 'connect',
  id: id(name),
  from: id(from),
  to: id(to),
  kind: 'calls',
})

test('steps are taken back last first, whichever layer they went to, each in its own words', () => {
  const me = new Person()
  me.run(component('a'))
  me.run({ ...component('mine'), layer: 'own' })
  me.run(rename('a', 'b'))
  expect(me.names).toBe('b mine')
  expect(me.history.undo()).toEqual({ words: 'renamed “a”', left: 0 })
  expect(me.history.undo()).toEqual({ words: 'added “mine”', left: 0 })
  expect(me.history.undo()).toEqual({ words: 'added “a”', left: 0 })
  expect(me.history.undo()).toBeNull()
  expect(me.names).toBe('')
  for (const words of ['added “a”', 'added “mine”', 'renamed “a”'])
    expect(me.history.redo()?.words).toBe(words)
  expect(me.history.redo()).toBeNull()
  expect(me.names).toBe('b mine')
})

test('any steps undone and done again give the boards in between, there and back', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const me = new Person()
    const commands = new RandomCommands(seededRandom(seed), countedIds('r'), ['common', 'own'])
    const boards = [shown(me.live.snapshot)]
    for (let step = 0; step < 15; step++) {
      const before = me.history.canUndo
      const count = boards.length
      me.history.run(commands.next(me.live.snapshot), `step ${step}`)
      if (me.history.canUndo !== before) boards[count] = shown(me.live.snapshot)
    }
    for (let round = 0; round < 2; round++) {
      for (let i = boards.length - 2; i >= 0; i--) {
        expect(me.history.undo()).not.toBeNull()
        expect(shown(me.live.snapshot)).toEqual(boards[i])
      }
      expect(me.history.canUndo).toBeNull()
      for (let i = 1; i < boards.length; i++) {
        expect(me.history.redo()).not.toBeNull()
        expect(shown(me.live.snapshot)).toEqual(boards[i])
      }
      expect(me.history.canRedo).toBeNull()
    }
  })
  fc.assert(property, { seed: 11, numRuns: 40 })
}, 30_000)

function shown({ items, relations, prose }: BoardSnapshot): unknown {
  return { items, relations, prose: new Map([...prose].filter(([, blocks]) => blocks.length > 0)) }
}

test('undo never takes back what somebody else did', () => {
  const [me, other] = two()
  me.run(component('a'), component('b'))
  meet(me, other)
  me.run(rename('a', 'mine'))
  other.run(rename('b', 'theirs'))
  other.run(component('c'))
  meet(me, other)
  expect(me.history.undo()?.words).toBe('renamed “a”')
  expect(me.names).toBe('a c theirs')
  me.history.undo()
  // b was touched: it stays, a goes, c was never mine
  expect(me.names).toBe('c theirs')
  expect(me.history.undo()).toBeNull()
  expect(me.names).toBe('c theirs')
})

test('a value that somebody changed after me keeps their change', () => {
  const [me, other] = two()
  me.run(component('a'))
  meet(me, other)
  me.run(rename('a', 'mine'))
  meet(me, other)
  other.run(rename('a', 'theirs'))
  meet(me, other)
  me.history.undo()
  expect(me.names).toBe('theirs')
})

test('a creation that others have written in stays, and that is said', () => {
  const [me, other] = two()
  me.run(note('n'))
  meet(me, other)
  other.type('n', 1, ' and theirs')
  meet(me, other)
  expect(me.history.undo()).toEqual({ words: 'added “n”', left: 1 })
  expect(me.names).toBe('n and theirs')
})

test('a creation that others have connected stays; of several only the untouched go', () => {
  const [me, other] = two()
  me.run(component('a'), component('b'), component('c'))
  meet(me, other)
  other.run(arrow('r', 'a', 'b'))
  meet(me, other)
  expect(me.history.undo()).toEqual({ words: 'added “a” and more', left: 2 })
  expect(me.names).toBe('a b')
  expect(me.live.snapshot.relations.size).toBe(1)
  expect(me.history.redo()).toEqual({ words: 'added “a” and more', left: 0 })
  expect(me.names).toBe('a b c')
})

test('an arrow that others took away again does not hold a creation', () => {
  const [me, other] = two()
  me.run(component('a'), component('b'))
  meet(me, other)
  other.run(arrow('r', 'a', 'b'))
  other.run({ do: 'disconnect', ids: [id('r')] })
  meet(me, other)
  expect(me.history.undo()?.left).toBe(0)
})

test('an undone creation is only hidden: words that arrive late are there when it comes back', () => {
  const [me, other] = two()
  me.run(note('n'))
  meet(me, other)
  other.type('n', 1, ' late')
  me.history.undo()
  expect(me.names).toBe('')
  meet(me, other)
  me.history.redo()
  expect(me.names).toBe('n late')
})

test('an import is one step, with words of its own', () => {
  const me = new Person()
  const batch = [
    {
      do: 'add',
      id: id('box'),
      type: 'boundary',
      fields: { name: 'box' },
      place: { x: 0, y: 0, w: 400, h: 300 },
    },
    component('a', { place: { x: 9, y: 9, w: 90, h: 50, parent: id('box') } }),
    component('b'),
    arrow('r', 'a', 'b'),
  ]
  const parsed = parseCommands(batch)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  me.history.run(parsed.commands, 'imported 2 components')
  const imported = me.live.snapshot
  expect(me.history.undo()).toEqual({ words: 'imported 2 components', left: 0 })
  expect(me.live.snapshot.items.size + me.live.snapshot.relations.size).toBe(0)
  me.history.redo()
  expect(shown(me.live.snapshot)).toEqual(shown(imported))
  expect(me.live.snapshot.items.get(id('a') as never)?.place).toMatchObject({ x: 9, parent: id('box') })
})

const moved = (name: string, x: number, y = 0) => ({
  do: 'place',
  places: [{ id: id(name), place: { x, y, w: 144, h: 56 } }],
})

/** A drag: what is under a hand is written now and then. */
function drag(me: Person, stroke: object, ...xs: readonly number[]): void {
  for (const x of xs) {
    const parsed = parseCommands([moved('a', x)])
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    me.history.run(parsed.commands, undefined, stroke)
  }
}

test('a stroke that is written many times is one step, there and back', () => {
  const me = new Person()
  const at = () => me.live.snapshot.items.get(id('a') as never)?.place?.x
  me.run(component('a'))
  drag(me, {}, 10, 20, 30)
  drag(me, {}, 40, 50)
  expect(me.history.undo()).toEqual({ words: 'moved “a”', left: 0 })
  expect(at()).toBe(30)
  me.history.redo()
  expect(at()).toBe(50)
  me.history.undo()
  me.history.undo()
  expect(at()).toBe(0)
  me.history.redo()
  expect(at()).toBe(30)
})

test('a stroke in the middle of which something else was done goes on as a step of its own', () => {
  const me = new Person()
  me.run(component('a'))
  const stroke = {}
  drag(me, stroke, 10)
  me.run(rename('a', 'b'))
  drag(me, stroke, 20)
  me.history.undo()
  expect(me.names).toBe('b')
  expect(me.live.snapshot.items.get(id('a') as never)?.place?.x).toBe(10)
})

test('undoing a stroke leaves what somebody else moved meanwhile', () => {
  const [me, other] = two()
  me.run(component('a'))
  meet(me, other)
  drag(me, {}, 10, 20)
  meet(me, other)
  other.run(moved('a', 500))
  meet(me, other)
  me.history.undo()
  expect(me.live.snapshot.items.get(id('a') as never)?.place?.x).toBe(500)
})

test('a stroke that is given up has never been, and what was before can be undone', () => {
  const me = new Person()
  me.run(component('a'))
  const stroke = {}
  drag(me, stroke, 10, 20)
  me.history.giveUp(stroke)
  me.history.giveUp(stroke)
  expect(me.live.snapshot.items.get(id('a') as never)?.place?.x).toBe(0)
  expect(me.history.canRedo).toBeNull()
  expect(me.history.undo()?.words).toBe('added “a”')
  me.history.redo()
  expect(me.names).toBe('a')
})

test('a deletion is taken back, with what was typed before it in place', () => {
  const me = new Person()
  me.run(note('n', 'words'), component('a'))
  me.run({ do: 'remove', ids: [id('n'), id('a')] })
  expect(me.history.undo()?.words).toBe('deleted 2 things')
  expect(me.names).toBe('a words')
  me.history.redo()
  expect(me.names).toBe('')
})

test('letters typed in an editor are steps in the same list', () => {
  const me = new Person()
  me.run(note('n'))
  me.type('n', 1, 'one')
  me.run(component('a'))
  me.type('n', 4, 'two')
  expect(me.names).toBe('a nonetwo')
  expect(me.history.undo()?.words).toBe('typing')
  expect(me.names).toBe('a none')
  expect(me.history.undo()?.words).toBe('added “a”')
  expect(me.history.undo()?.words).toBe('typing')
  expect(me.names).toBe('n')
})

test('what was typed into a creation comes back with it, letter by letter', () => {
  const me = new Person()
  me.run(note('n'))
  me.type('n', 1, 'one')
  me.history.undo()
  me.history.undo()
  expect(me.names).toBe('')
  me.history.redo()
  expect(me.names).toBe('n')
  me.history.redo()
  expect(me.names).toBe('none')
})

test('two people who do, undo and redo anything see the same board in the end', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const random = seededRandom(seed)
    const people = two()
    const commands = people.map((_, i) => new RandomCommands(random, countedIds(`p${i}`)))
    for (let step = 0; step < 40; step++) {
      const i = random() < 0.5 ? 0 : 1
      const [one, other] = i === 0 ? people : [people[1], people[0]]
      const dice = random()
      if (dice < 0.5) one.history.run(commands[i]?.next(one.live.snapshot) ?? [])
      else if (dice < 0.7) one.history.undo()
      else if (dice < 0.8) one.history.redo()
      else one.t.hear(other.t)
    }
    meet(...people)
    expect(people[0].t.board).toEqual(people[1].t.board)
    for (const one of people) expect(one.live.snapshot).toEqual(one.t.board)
  })
  fc.assert(property, { seed: 12, numRuns: 40 })
}, 30_000)

test('what somebody takes back is not taken from those who brought it back since', () => {
  const [me, other] = two()
  me.run(component('a'))
  me.history.undo()
  meet(me, other)
  other.run({ do: 'restore', ids: [id('a')] })
  meet(me, other)
  expect(me.names).toBe('a')
  me.history.redo()
  expect(me.names).toBe('a')
})

test('an editor’s own origin counts once it is tracked; others never do', () => {
  const me = new Person()
  const editor = { plugin: 'prose' }
  me.run({ do: 'prose', section: 'summary', blocks: [] })
  me.history.track(editor)
  const fragment = proseOf(me.t.common).get('summary') as Y.XmlFragment
  const write = (words: string, origin: unknown): void =>
    me.t.common.transact(() => fragment.insert(0, [new Y.XmlText(words)]), origin)
  write('mine', editor)
  write('theirs', 'remote')
  expect(me.history.undo()?.words).toBe('typing')
  expect(fragment.toString()).toBe('theirs')
})

test('undo in prose leaves the words that others wrote into my paragraph, wherever it stands', () => {
  const me = new Person()
  me.run({ do: 'prose', section: 'summary', blocks: [] })
  const editor = { plugin: 'prose' }
  me.history.track(editor)
  const fragment = proseOf(me.t.common).get('summary') as Y.XmlFragment
  const words = new Y.XmlText('mine')
  me.t.common.transact(() => {
    const [list, entry] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
    entry.insert(0, [words])
    list.insert(0, [entry])
    fragment.insert(0, [list])
  }, editor)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(me.t.common))
  const theirs = (proseOf(other).get('summary') as Y.XmlFragment).get(0) as Y.XmlElement
  ;((theirs.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' and theirs')
  Y.applyUpdate(me.t.common, Y.encodeStateAsUpdate(other), 'remote')
  me.history.undo()
  expect(fragment.toString()).toBe('<bulletlist><listitem> and theirs</listitem></bulletlist>')
  me.history.redo()
  expect(fragment.toString()).toBe('<bulletlist><listitem>mine and theirs</listitem></bulletlist>')
})

test('something new after an undo leaves nothing to redo', () => {
  const me = new Person()
  me.run(component('a'))
  me.history.undo()
  expect(me.history.canRedo).toBe('added “a”')
  me.run(component('b'))
  expect(me.history.canRedo).toBeNull()
  expect(me.history.redo()).toBeNull()
  expect(me.names).toBe('b')
})

test('what changes nothing is no step, and a refused command neither', () => {
  const me = new Person()
  me.run(component('a'))
  me.run(rename('a', 'a'))
  expect(me.history.run([{ do: 'remove', ids: [id('nobody')] }]).ok).toBe(false)
  expect(me.history.canUndo).toBe('added “a”')
})

test('after a reveal nothing before it can be taken back', () => {
  const me = new Person()
  me.run(component('a'))
  me.history.undo()
  me.history.redo()
  me.history.clear()
  expect([me.history.undo(), me.history.redo()]).toEqual([null, null])
  expect(me.names).toBe('a')
})

test('whoever listens hears that undo became possible, until they leave', () => {
  const me = new Person()
  const heard: (string | null)[] = []
  const leave = me.history.subscribe(() => heard.push(me.history.canUndo))
  me.run(component('a'))
  me.history.undo()
  leave()
  me.history.redo()
  expect(heard).toEqual(['added “a”', null])
})

test('a layer that goes takes the steps with it: what is gone cannot be taken back by halves', () => {
  const me = new Person()
  me.run({ ...component('mine'), layer: 'own' })
  me.live.removeLayer('own')
  me.history.removeLayer('own')
  expect(me.history.undo()).toBeNull()
})

const line = (name: string) => ({ do: 'ink', id: id(name), points: [0, 0, 10, 0] })
const drawn = ({ live }: Person) =>
  [...live.snapshot.strokes.values()].map(({ id: one, box }) => [one[0], box.x])

test('a line that was drawn, moved or erased is undone and done again, and undo says which', () => {
  const me = new Person()
  me.run(line('a'))
  me.run(line('b'))
  me.run({ do: 'shift', ids: [id('a')], x: 5, y: 0 })
  me.run({ do: 'erase', ids: [id('a'), id('b')] })
  expect(drawn(me)).toEqual([])
  expect(me.history.undo()).toEqual({ words: 'erased 2 lines', left: 0 })
  expect(drawn(me).sort()).toEqual([
    ['a', 5],
    ['b', 0],
  ])
  expect(me.history.undo()?.words).toBe('moved a line')
  expect(me.history.undo()?.words).toBe('drew a line')
  expect(drawn(me)).toEqual([['a', 0]])
  for (const words of ['drew a line', 'moved a line', 'erased 2 lines'])
    expect(me.history.redo()?.words).toBe(words)
  expect(drawn(me)).toEqual([])
})

test('a line that somebody else has moved since stays where they put it', () => {
  const [me, other] = two()
  me.run(line('a'))
  meet(me, other)
  other.run({ do: 'shift', ids: [id('a')], x: 7, y: 0 })
  meet(me, other)
  expect(me.history.undo()).toEqual({ words: 'drew a line', left: 1 })
  meet(me, other)
  expect(drawn(me)).toEqual([['a', 7]])
  expect(drawn(other)).toEqual([['a', 7]])
})

test('taking back that one erased a line does not bring it twice, nor over what another did meanwhile', () => {
  const [me, other] = two()
  me.run(line('a'))
  meet(me, other)
  me.run({ do: 'erase', ids: [id('a')] })
  other.run({ do: 'shift', ids: [id('a')], x: 7, y: 0 })
  meet(me, other)
  me.history.undo()
  meet(me, other)
  expect(drawn(me)).toEqual([['a', 7]])
  expect(drawn(other)).toEqual([['a', 7]])
})

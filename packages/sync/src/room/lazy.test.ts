import { encodeStep2, encodeUpdate, LIMITS } from '@second-story/protocol'
import { type Random, seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { digestOf } from '../document/digest.ts'
import { documentOf, fold } from '../document/fold.ts'
import { Author } from '../testing/author.ts'
import { bombs } from '../testing/bombs/index.ts'
import { Hostile } from '../testing/hostile.ts'
import { applyMessage, Disk, Stage, session } from '../testing/stage.ts'
import { readUpdate } from '../update/read.ts'

const OWNER = 5

/** What ann wrote: a folded layer and a few rows. Her document goes on. */
function written(): { disk: Disk; doc: Y.Doc; take: () => Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = OWNER
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const take = (): Uint8Array => Y.mergeUpdates(updates.splice(0))
  const disk = new Disk()
  const items = doc.getMap('items')
  for (let i = 0; i < 40; i++) items.set(`k${i % 7}`, new Y.Map([['n', i]]))
  items.delete('k3')
  foldedInto(disk, [take()])
  for (let i = 0; i < 3; i++) {
    items.set(`r${i}`, i)
    disk.append(take(), [[OWNER, 'ann']])
  }
  return { disk, doc, take }
}

function foldedInto(disk: Disk, updates: readonly Uint8Array[]): void {
  for (const _ of updates) disk.head++
  disk.through = disk.head
  disk.snapshot = fold(updates)
  disk.digest = digestOf(disk.snapshot)
}

const lazy = (disk: Disk): Stage => Stage.loaded({ learnAtOnce: 0 }, disk)

const wordsOf = (stage: Stage, id: number): string => stage.take(id).join(', ')

describe('rule 1: before the gate has learned what is stored', () => {
  it('it is served: the same as when it has, with every deletion', () => {
    const { disk, doc } = written()
    const [one, other] = [lazy(disk), Stage.loaded({}, disk)]
    expect([one.wantsToLearn, other.wantsToLearn]).toEqual(['some time', null])
    for (const stage of [one, other]) {
      stage.open(1)
      stage.step1(1)
    }
    const [heard, expected] = [one.takeRaw(1), other.takeRaw(1)]
    expect(heard).toEqual(expected)
    const copy = new Y.Doc()
    for (const message of heard) applyMessage(copy, message)
    expect(copy.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
    // who has all structs lacks what was deleted meanwhile
    one.open(2)
    one.step1(2, copy)
    expect(one.takeRaw(2).at(-1)).toEqual(expected.at(-1))
    expect(one.wantsToLearn).toBe('some time')
  })

  it('what adds nothing is dealt with at once, and its marks answered', () => {
    const { disk, doc } = written()
    const stage = lazy(disk)
    stage.open(1, session('bob'))
    stage.take(1)
    stage.send(1, encodeStep2(Y.encodeStateAsUpdate(doc)))
    stage.mark(1, 1)
    stage.present(1, 9, 1, { at: 'here' })
    stage.flush()
    expect(wordsOf(stage, 1)).toMatch(/^saved 1, presence 9@/)
    expect(stage.wantsToLearn).toBe('some time')
  })

  it('what is to be judged is held with all that its connection sends later, and nobody else', () => {
    const { disk, doc, take } = written()
    const stage = lazy(disk)
    stage.open(1, session('ann'))
    stage.open(2, session('bob'))
    stage.take(1)
    doc.getMap('items').set('new', 1)
    stage.update(1, take())
    expect(stage.wantsToLearn).toBe('soon')
    stage.mark(1, 1)
    stage.present(1, OWNER, 1, { at: 'here' })
    stage.step1(1)
    stage.send(2, encodeStep2(new Uint8Array([0, 0])))
    stage.mark(2, 7)
    stage.flush()
    expect(stage.take(1)).toEqual([])
    expect(wordsOf(stage, 2)).toContain('saved 7')
    for (let i = 0; stage.wantsToLearn !== null && i < 100; i++) stage.learn(5)
    stage.step1(2)
    stage.flush()
    expect(wordsOf(stage, 1)).toMatch(/^update.*step2.*saved 1/)
    expect(documentOf(disk.updates).getMap('items').get('new')).toBe(1)
    expect(stage.closes).toEqual([])
  })

  it('is bounded what is held, for each connection alone', () => {
    const { disk, doc, take } = written()
    const stage = lazy(disk)
    stage.open(1, session('ann'))
    stage.open(2, session('bob'))
    doc.getMap('items').set('new', 1)
    stage.update(2, take())
    for (let i = 0; i <= LIMITS.waitingMessages; i++) stage.update(1, Y.encodeStateAsUpdate(doc))
    expect(stage.closes).toEqual(['1: 4422 too much at once'])
    stage.learn()
    // bob wrote under ann's client
    expect(stage.closes.slice(1)).toEqual(['2: 4422 written under the name of another'])
  })

  it('what somebody sent who has gone is for nobody', () => {
    const { disk, doc, take } = written()
    const stage = lazy(disk)
    stage.open(1, session('ann'))
    doc.getMap('items').set('new', 1)
    stage.update(1, take())
    stage.handle({ type: 'closed', connection: 1 })
    stage.learn()
    expect(stage.room.accepted).toBe(0)
    expect(stage.isAwake).toBe(false)
  })

  it.each(bombs().map((bomb) => [bomb.name, bomb] as const))(
    'rule 2: refused when it has learned, as ever: %s',
    (_name, { here, update, because }) => {
      const disk = new Disk()
      if (here.length > 0) foldedInto(disk, here)
      disk.owners.set(666, 'somebody else')
      const stage = lazy(disk)
      stage.join(1)
      stage.update(1, update)
      if (stage.wantsToLearn !== null) stage.learn()
      stage.send(1, encodeStep2(update))
      expect(stage.closes).toEqual([`1: 4422 ${because}`])
      expect(stage.room.accepted).toBe(0)
    },
  )
})

describe('rule 1: what does not wait for the gate to learn little by little', () => {
  it('rule 14: what the server writes is taken at once, after what was held', () => {
    const { disk, doc, take } = written()
    const stage = lazy(disk)
    stage.open(1, session('ann'))
    doc.getMap('items').set('from', 'ann')
    stage.update(1, take())
    const hand = documentOf(stage.room.allUpdates)
    hand.clientID = 900
    const before = Y.encodeStateVector(hand)
    hand.getMap('items').set('by', 'the server')
    stage.handle({ type: 'write', update: Y.encodeStateAsUpdate(hand, before) })
    expect(stage.room.accepted).toBe(2)
    stage.flush()
    expect(documentOf(disk.updates).getMap('items').toJSON()).toMatchObject({ from: 'ann', by: 'the server' })
  })

  it('rule 11: a row of another node is taken over and told', () => {
    const { disk, doc, take } = written()
    const stage = lazy(disk)
    stage.open(1)
    stage.take(1)
    doc.getMap('items').set('elsewhere', 1)
    const row = { n: disk.head + 1, bytes: take() }
    stage.handle({ type: 'heard-row', row, owners: [] })
    expect(wordsOf(stage, 1)).toBe('update')
    doc.getMap('items').set('elsewhere', 2)
    stage.handle({ type: 'heard-row', row: { n: row.n + 1, bytes: new Uint8Array([1, 2, 3]) }, owners: [] })
    expect(stage.reports).toEqual(['quarantined: ends too early'])
    stage.update(1, take())
    stage.learn()
    expect(stage.closes).toEqual(['1: 4422 written under the name of another'])
  })

  it('what was replaced is not kept to be learned', () => {
    const { disk } = written()
    const stage = lazy(disk)
    const snapshot = fold(stage.room.storedUpdates)
    stage.handle({ type: 'compacted', snapshot, digest: digestOf(snapshot), through: disk.head, epoch: 1 })
    stage.wantsToLearn = null
    stage.join(1)
    stage.update(1, anyUpdate())
    expect(stage.wantsToLearn).toBe(null)
    expect(stage.room.accepted).toBe(1)
  })
})

function anyUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('items').set('x', 1)
  return Y.encodeStateAsUpdate(doc)
}

describe('rule 10: a digest', () => {
  it('that is missing, torn, of another version or of another snapshot is passed over: the snapshot is read', () => {
    const { disk, doc } = written()
    const digest = disk.digest as Uint8Array
    for (const other of [null, new Uint8Array(), digest.subarray(0, -1), digestOf(fold([anyUpdate()]))]) {
      disk.digest = other
      const stage = lazy(disk)
      stage.open(1)
      stage.step1(1)
      const copy = new Y.Doc()
      for (const message of stage.takeRaw(1)) applyMessage(copy, message)
      expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc))
      stage.learn()
      expect(stage.reports).toEqual([])
    }
  })

  it('that lies is found out when the gate learns: it is said, and the log never folded', () => {
    const { disk } = written()
    const digest = Uint8Array.from(disk.digest as Uint8Array)
    // how many structs the first client has
    const at = digest.indexOf(OWNER, 4) + 3
    digest[at] = (digest[at] as number) - 1
    disk.digest = digest
    const stage = Stage.loaded({ learnAtOnce: 0, restRows: 0 }, disk)
    stage.learn()
    expect(stage.reports.join()).toContain('quarantined: not what its digest says')
    stage.beat(60_000)
    stage.beat(60_000)
    expect([stage.wantsCompaction, stage.wantsUnload]).toEqual([false, true])
  })
})

describe('rule 9: a room that has not learned', () => {
  it('is neither folded, for that costs what is stored anew, nor kept', () => {
    const { disk } = written()
    const stage = Stage.loaded({ learnAtOnce: 0, restRows: 0 }, disk)
    stage.beat(60_000)
    stage.beat(60_000)
    expect([stage.wantsCompaction, stage.wantsUnload]).toEqual([false, true])
  })
})

describe('rule 3: in a layer that heals', () => {
  it('others’ structs are held and taken, as when all is learned', () => {
    const { disk, doc, take } = written()
    disk.isHealing = true
    doc.getMap('items').set('lost', 'in the backup')
    const stage = lazy(disk)
    stage.join(1, session('bob'))
    stage.update(1, take())
    stage.learn()
    stage.flush()
    expect(documentOf(disk.updates).getMap('items').get('lost')).toBe('in the backup')
  })
})

/** Two rooms of one layer hear the same; one of them learns while it does. */
function playTwice(seed: number): void {
  const random = seededRandom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const [disk, author] = layerOf(random)
  const other = Object.assign(new Disk(), disk, { rows: [...disk.rows], owners: new Map(disk.owners) })
  const stages = [Stage.loaded({}, disk), lazy(other)] as const
  const hostile = new Hostile(random)
  for (const part of disk.updates) {
    const update = readUpdate(part)
    if (!('malformed' in update)) hostile.learn(update)
  }
  for (const stage of stages)
    for (const id of [1, 2, 3]) stage.join(id, session(`m${id}`, id === 3 ? 'observer' : 'participant'))
  const rounds = 10 + below(30)
  for (let i = 0; i < rounds; i++) {
    const from = 1 + below(3)
    if (random() < 0.5) author.edit()
    const update =
      from === 1 ? Y.encodeStateAsUpdate(author.doc) : hostile.update([70 + from], random() * 0.3)
    const bytes = random() < 0.3 ? encodeStep2(update) : encodeUpdate(update)
    for (const stage of stages) stage.send(from, bytes)
    if (stages[1].wantsToLearn !== null && random() < 0.5) stages[1].learn(1 + below(9))
  }
  while (stages[1].wantsToLearn !== null) stages[1].learn(3)
  for (const stage of stages) stage.flush()
  expect(stages[1].closes.toSorted(), `seed ${seed}`).toEqual(stages[0].closes.toSorted())
  const docs = [disk, other].map(({ updates }) => Y.encodeStateAsUpdate(documentOf(updates)))
  expect(docs[1], `seed ${seed}`).toEqual(docs[0])
}

function layerOf(random: Random): [Disk, Author] {
  const author = new Author(1, random)
  const rows: Uint8Array[] = []
  author.doc.on('update', (update: Uint8Array) => rows.push(update))
  for (let i = 0; i < 30; i++) author.edit()
  const disk = new Disk()
  const cut = Math.floor(random() * rows.length)
  foldedInto(disk, rows.slice(0, cut))
  for (const row of rows.slice(cut)) disk.append(row, [[1, 'm1']])
  return [disk, author]
}

describe('rule 2: learned at once or little by little', () => {
  it('a room lets in and refuses the same', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 40; seed++) playTwice(seed)
  })
})

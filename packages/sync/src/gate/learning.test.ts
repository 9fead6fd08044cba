import { Malformed, ROOT_NAMES } from '@second-story/protocol'
import { type Random, seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { digestOf, readDeletions, readDigest } from '../document/digest.ts'
import { fold } from '../document/fold.ts'
import { Author } from '../testing/author.ts'
import { bombs } from '../testing/bombs/index.ts'
import { CROWDS } from '../testing/crowds.ts'
import { Hostile } from '../testing/hostile.ts'
import type { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { endsOf } from '../update/state-vector.ts'
import { unread } from '../update/stretch.ts'
import type { Update } from '../update/structs.ts'
import { writeUpdate } from '../update/write.ts'
import { glance } from './glance.ts'
import { type GateRules, judge, type Verdict, wholeOf } from './judge.ts'
import { deletedBy, Knowledge } from './knowledge.ts'
import { Learning } from './learning.ts'
import { findStoredOrder } from './order.ts'

const roots = new Set<string>(ROOT_NAMES)

function read(bytes: Uint8Array): Update {
  const update = readUpdate(bytes)
  if ('malformed' in update) throw new Error(update.malformed)
  return update
}

/** Everything read, put in order and learned at once. */
function eager(parts: readonly Uint8Array[]): Knowledge {
  const known = new Knowledge()
  for (const bytes of parts) {
    const update = read(bytes)
    findStoredOrder(update.sections, known)
    known.learnStored(update)
  }
  return known
}

/** The snapshot from its digest, the rows after it; learned in slices of any size. */
function lazy([snapshot, ...rows]: readonly Uint8Array[], slice: () => number): Knowledge {
  const known = new Knowledge()
  const learning = new Learning(known.tables)
  if (snapshot === undefined) return known
  const digest = readDigest(digestOf(snapshot) as Uint8Array, snapshot.length)
  if (digest === null) throw new Error('no digest')
  const deletions = { bytes: digest.deletions, read: () => readDeletions(digest.deletions) as DeleteSet }
  known.reach(endsOf(digest.stretches), deletions)
  learning.add({ bytes: snapshot, ...digest })
  for (const row of rows) {
    const update = read(row)
    known.reach(endsOf(wholeOf(update).runs), deletedBy(update))
    learning.add(unread(update))
  }
  while (!learning.isDone) learning.go(slice())
  expect(learning.left).toBe(0)
  return known
}

/** A snapshot of what a few people wrote, and what they wrote since, row by row. */
function layerOf(random: Random, edits: number): Uint8Array[] {
  const rows: Uint8Array[] = []
  const authors = [1, 2, 3].map((client) => new Author(client, random))
  for (const { doc } of authors)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') rows.push(update)
    })
  for (let i = 0; i < edits; i++) {
    authors[Math.floor(random() * 3)]?.edit()
    // now and then somebody hears of everything
    const doc = random() < 0.2 ? authors[Math.floor(random() * 3)]?.doc : undefined
    if (doc !== undefined) for (const row of rows) Y.applyUpdate(doc, row, 'net')
  }
  const cut = Math.floor(random() * rows.length)
  return [fold(rows.slice(0, cut)), ...rows.slice(cut)]
}

const plain = (verdict: Verdict): unknown =>
  verdict.type === 'addition'
    ? writeUpdate(verdict.addition.runs, verdict.addition.deleted).join()
    : { ...verdict }

describe('rule 1: what is learned in slices', () => {
  it('is what is learned at once: the same updates are judged alike', { timeout: 60_000 }, () => {
    const seen = new Map<string, number>()
    for (let seed = 1; seed <= 25; seed++) {
      const random = seededRandom(seed)
      const parts = layerOf(random, 10 + Math.floor(random() * 80))
      const [one, other] = [eager(parts), lazy(parts, () => 1 + Math.floor(random() * 12))]
      expect([...other.vector].sort()).toEqual([...one.vector].sort())
      expect(other.storedDeletes).toEqual(one.storedDeletes)
      expect(other.work.counted).toEqual(one.work.counted)
      const hostile = new Hostile(random)
      for (const part of parts) hostile.learn(read(part))
      const rules: GateRules = { roots, mayUse: (client) => client !== 3, account: 'ann', layer: () => parts }
      for (let i = 0; i < 120; i++) {
        const bytes = hostile.update([77, 78, 1], random())
        const [verdict, again] = [judge(bytes, one, rules), judge(bytes, other, rules)]
        expect(plain(again), `seed ${seed}, update ${i}`).toEqual(plain(verdict))
        seen.set(verdict.type, (seen.get(verdict.type) ?? 0) + 1)
        if (verdict.type !== 'addition' || again.type !== 'addition') continue
        one.learn(verdict.addition.sections, verdict.addition.deleted, 'ann')
        other.learn(again.addition.sections, again.addition.deleted, 'ann')
        hostile.learn({ bytes, ...verdict.addition, deletes: [], deletesAt: 0 })
      }
    }
    for (const type of ['nothing', 'addition', 'early', 'foreign', 'refused'])
      expect(seen.get(type), type).toBeGreaterThan(20)
  })

  it('bounds the same work', { timeout: 20_000 }, () => {
    const verdictsOn = (updates: readonly Uint8Array[]): Verdict[] => {
      const parts = [fold(updates.slice(0, -1))]
      const rules: GateRules = { roots, mayUse: () => true, account: 'ann', layer: () => parts }
      const known = [eager(parts), lazy(parts, () => 100)]
      return known.map((one) => judge(updates.at(-1) as Uint8Array, one, rules))
    }
    for (const [name, make] of Object.entries(CROWDS)) {
      const [verdict, again] = verdictsOn(make(500)).map(plain)
      expect(again, name).toEqual(verdict)
    }
    const crowded = verdictsOn(
      CROWDS['entries without origins, then more under higher clients']?.(1500) ?? [],
    )
    const reason = 'too much written at one place'
    expect(crowded).toEqual([
      { type: 'refused', reason },
      { type: 'refused', reason },
    ])
  })

  it('knows how deep everything lies', () => {
    const doc = new Y.Doc()
    doc.clientID = 5
    const nest = (into: Y.Map<unknown>, levels: number): Y.Map<unknown> => {
      let inner = into
      for (let i = 0; i < levels; i++) inner = inner.set('in', new Y.Map())
      return inner
    }
    const deep = nest(doc.getMap('items'), 200)
    const known = lazy([Y.encodeStateAsUpdate(doc)], () => 9)
    const vector = Y.encodeStateVector(doc)
    nest(deep, 100)
    const verdict = judge(Y.encodeStateAsUpdate(doc, vector), known, { roots, mayUse: () => true })
    expect(verdict).toEqual({ type: 'refused', reason: 'nested too deeply' })
  })

  it.each(bombs().map((bomb) => [bomb.name, bomb] as const))(
    'refuses %s',
    (_name, { here, update, because }) => {
      const known = here.length === 0 ? new Knowledge() : lazy(here, () => 7)
      const verdict = judge(update, known, { roots, mayUse: (client) => client !== 666 })
      expect('reason' in verdict ? verdict.reason : verdict.type).toBe(because)
    },
  )

  it('never says of an update at a glance what judging it would not say', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = seededRandom(seed)
      const parts = layerOf(random, 40)
      const known = eager(parts)
      const hostile = new Hostile(random)
      for (const part of parts) hostile.learn(read(part))
      const rules: GateRules = { roots, mayUse: () => true, layer: () => parts }
      for (const bytes of [...parts, ...Array.from({ length: 60 }, () => hostile.update([77], random()))]) {
        const verdict = glance(bytes, known)
        if (verdict !== null) expect(plain(judge(bytes, known, rules))).toEqual(plain(verdict))
        if (parts.includes(bytes)) expect(verdict).toEqual({ type: 'nothing' })
      }
    }
  })

  it('stops where a digest says what its snapshot does not', () => {
    const snapshot = fold(layerOf(seededRandom(1), 30))
    const digest = readDigest(digestOf(snapshot) as Uint8Array, snapshot.length)
    const first = digest?.stretches[0]
    if (digest === null || first === undefined) throw new Error('no digest')
    for (const lie of [{ end: first.end + 1 }, { at: snapshot.length }, { count: first.count - 1 }]) {
      const learning = new Learning(new Knowledge().tables)
      const stretches = [{ ...first, ...lie }, ...digest.stretches.slice(1)]
      learning.add({ bytes: snapshot, stretches, ranges: 0 })
      expect(() => learning.go(Number.POSITIVE_INFINITY)).toThrow(Malformed)
    }
  })
})

describe('rule 10: a digest', () => {
  it('says of a snapshot how far it goes and all that is deleted in it', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const snapshot = fold(layerOf(seededRandom(seed), 60))
      const known = eager([snapshot])
      const digest = readDigest(digestOf(snapshot) as Uint8Array, snapshot.length)
      expect(new Map(digest?.stretches.map(({ client, end }) => [client, end]))).toEqual(known.vector)
      expect(new Uint8Array([0, ...(digest?.deletions ?? [])])).toEqual(known.storedDeletes)
    }
  })

  it('is not read when it is of another snapshot, torn, or longer than it should be; and none is made of what cannot be read', () => {
    const snapshot = fold(layerOf(seededRandom(5), 60))
    const bytes = digestOf(snapshot) as Uint8Array
    expect(readDigest(bytes, snapshot.length)).not.toBeNull()
    expect(readDigest(bytes, snapshot.length + 1)).toBeNull()
    const deletionsIn = (torn: Uint8Array): DeleteSet | null => {
      const digest = readDigest(torn, snapshot.length)
      return digest && readDeletions(digest.deletions)
    }
    expect(deletionsIn(bytes)).not.toBeNull()
    for (let n = 0; n < bytes.length; n++) expect(deletionsIn(bytes.subarray(0, n))).toBeNull()
    expect(deletionsIn(new Uint8Array([...bytes, 0]))).toBeNull()
    expect(readDigest(new Uint8Array([2, ...bytes.subarray(1)]), snapshot.length)).toBeNull()
    expect(digestOf(snapshot.subarray(0, -1))).toBeNull()
  })
})

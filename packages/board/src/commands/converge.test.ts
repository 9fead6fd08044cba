import { countedIds, type Random, seededRandom, shuffled } from '@second-story/std'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { LayerName } from '../layers.ts'
import { LiveBoard } from '../live/live-board.ts'
import { read } from '../read/read.ts'
import { pick, RandomCommands } from '../testing/random-commands.ts'
import { apply } from './apply.ts'

/** One person's copy: what it sends goes to a post that delivers late, twice, and in any order. */
class Replica {
  readonly docs: Map<LayerName, Y.Doc>
  readonly live: LiveBoard
  readonly outbox: Uint8Array[] = []
  readonly #commands: RandomCommands
  #time = 0

  constructor(client: number, random: Random) {
    const doc = new Y.Doc()
    doc.clientID = client
    this.docs = new Map([['common', doc]])
    this.live = new LiveBoard(this.docs, (work) => work())
    this.#commands = new RandomCommands(random, countedIds(`c${client}`))
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'me') this.outbox.push(update)
    })
  }

  get doc(): Y.Doc {
    return this.docs.get('common') as Y.Doc
  }

  act(): void {
    const applied = apply(this.docs, this.#commands.next(read(this.docs)), {
      now: ++this.#time,
      origin: 'me',
    })
    if (!applied.ok) throw new Error(applied.refusal.message)
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'post')
  }
}

function play(seed: number): Replica[] {
  const random = seededRandom(seed)
  const replicas = [11, 22, 33].map((client) => new Replica(client, random))
  const sent: Uint8Array[] = []
  for (let step = 0; step < 60; step++) {
    const one = pick(random, replicas)
    if (random() < 0.6) one.act()
    sent.push(...one.outbox.splice(0))
    // any letter, whoever it is for, however often it came before
    if (sent.length > 0 && random() < 0.7) pick(random, replicas).hear(pick(random, sent))
  }
  for (let round = 0; round < 2; round++) {
    for (const [from, to] of shuffled(pairs(replicas), random))
      to.hear(Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
  }
  return replicas
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a) => list.filter((b) => b !== a).map((b): [T, T] => [a, b]))
}

test('three people who do anything, heard late, twice and out of order, see the same board in the end', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const [first, ...others] = play(seed).map((replica) => read(replica.docs))
    for (const other of others) expect(other).toEqual(first)
  })
  fc.assert(property, { seed: 20170131, numRuns: 40 })
}, 30_000)

test('a board that followed every change is the board read afresh', () => {
  const property = fc.property(fc.integer(), (seed) => {
    for (const replica of play(seed)) expect(replica.live.snapshot).toEqual(read(replica.docs))
  })
  fc.assert(property, { seed: 42, numRuns: 25 })
}, 30_000)

test('reading changes nothing: what is repaired is repaired the same way each time', () => {
  const property = fc.property(fc.integer(), (seed) => {
    const [replica] = play(seed)
    if (!replica) return
    const before = Y.encodeStateAsUpdate(replica.doc)
    const once = read(replica.docs)
    expect(read(replica.docs)).toEqual(once)
    expect(Y.encodeStateAsUpdate(replica.doc)).toEqual(before)
  })
  fc.assert(property, { seed: 7, numRuns: 30 })
}, 30_000)

import { ROOT_NAMES } from '@second-story/protocol'
import { type Random, seededRandom } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CROWDS } from '../testing/crowds.ts'
import { between, type ForgedStruct, forge } from '../testing/forge.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import type { Update } from '../update/structs.ts'
import { writeUpdate } from '../update/write.ts'
import { Crowding } from './crowding.ts'
import { type GateRules, judge } from './judge.ts'
import { Knowledge } from './knowledge.ts'
import { findOrder } from './order.ts'
import { weigh } from './weight.ts'
import { WORK } from './work.ts'

const roots = new Set<string>(ROOT_NAMES)

function read(bytes: Uint8Array): Update {
  const update = readUpdate(bytes)
  if ('malformed' in update) throw new Error(update.malformed)
  return update
}

/** How often Yjs steps over an item while it integrates: it notes each in two sets. */
function stepsOf(updates: readonly Uint8Array[]): number {
  const add = Set.prototype.add
  let added = 0
  Set.prototype.add = function (value: unknown) {
    added++
    return add.call(this, value)
  }
  try {
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
  } finally {
    Set.prototype.add = add
  }
  return added / 2
}

/** Several letters by several clients, each between any two that are there. */
function anyhow(random: Random, letters: number): Uint8Array[] {
  const below = (n: number): number => Math.floor(random() * n)
  const next = new Map<number, number>()
  const ids: [number, number][] = []
  const pick = (): [number, number] | null => (random() < 0.3 ? null : (ids[below(ids.length)] ?? null))
  return Array.from({ length: letters }, () => {
    const client = 1 + below(6)
    const clock = next.get(client) ?? 0
    const last: [number, number] | null = clock === 0 ? null : [client, clock - 1]
    const struct: ForgedStruct =
      random() < 0.3 ? between(last, null) : between(pick(), random() < 0.5 ? null : pick())
    next.set(client, clock + 1)
    ids.push([client, clock])
    return forge([{ client, clock, structs: [struct] }])
  })
}

function fearOf(updates: readonly Uint8Array[]): number {
  const known = new Knowledge()
  const crowding = new Crowding()
  for (const bytes of updates) {
    const { sections } = read(bytes)
    expect(findOrder(sections, known, roots)).toBeNull()
    known.learn(sections, new DeleteSet())
    crowding.addAll(sections)
  }
  return crowding.steps
}

describe('rule 2: how much walking a layer makes', () => {
  it('is never more than was weighed, nor that more than was feared, in any order', {
    timeout: 60_000,
  }, () => {
    let steps = 0
    for (let seed = 1; seed <= 150; seed++) {
      const updates = anyhow(seededRandom(seed), 120)
      const weight = weigh(updates.map(read)).steps
      expect(fearOf(updates)).toBeGreaterThanOrEqual(weight)
      const merged = Y.mergeUpdates(updates)
      const half = Y.mergeUpdates(updates.slice(0, 60))
      for (const order of [updates, [merged], [half, merged]]) {
        const walked = stepsOf(order)
        steps += walked
        // each letter may take a step to find out that it is where it belongs, and is noted as changed
        expect(walked).toBeLessThanOrEqual(weight + updates.length * 4)
      }
    }
    expect(steps).toBeGreaterThan(150 * 500)
  })

  it.each(Object.entries(CROWDS))('is weighed where it is much: %s', (_name, make) => {
    const updates = make(200)
    const merged = Y.mergeUpdates(updates)
    const weight = weigh(updates.map(read)).steps
    expect(weight).toBeGreaterThan(200 * 200 * 0.4)
    expect(fearOf(updates)).toBeGreaterThanOrEqual(weight)
    expect(stepsOf(updates)).toBeLessThanOrEqual(weight + 400 * 4)
    expect(stepsOf([merged])).toBeLessThanOrEqual(weight + 400 * 4)
  })

  it.each(Object.entries(CROWDS))('is bounded: %s', { timeout: 30_000 }, (_name, make) => {
    const known = new Knowledge()
    const taken: Uint8Array[] = []
    const rules: GateRules = { roots, mayUse: () => true, account: 'a', layer: () => taken }
    const reasons = make(10_000).map((bytes) => {
      const verdict = judge(bytes, known, rules)
      if (verdict.type !== 'addition') return 'reason' in verdict ? verdict.reason : verdict.type
      known.learn(verdict.addition.sections, verdict.addition.deleted, 'a')
      taken.push(writeUpdate(verdict.addition.runs, verdict.addition.deleted))
      return 'taken'
    })
    expect(reasons).toContain('too much written at one place')
    expect(weigh(taken.map(read)).steps).toBeLessThanOrEqual(WORK.account + WORK.unweighed * WORK.patience)
  })
})

import * as Y from 'yjs'
import type { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { encodeStateVector } from '../update/state-vector.ts'
import type { DeleteRange, Section, Struct, Update } from '../update/structs.ts'
import type { Run } from '../update/write.ts'
import { deletedBy, type Knowledge } from './knowledge.ts'
import { findOrder } from './order.ts'

/** What an update adds to a room: only what the room lacked. */
export interface Addition {
  readonly sections: readonly Section[]
  readonly runs: readonly Run[]
  readonly deleted: DeleteSet
}

export type Verdict =
  | { readonly type: 'nothing' }
  | { readonly type: 'addition'; readonly addition: Addition }
  /** an honest client that is ahead of its own step 2 looks like this */
  | { readonly type: 'early'; readonly reason: string }
  | { readonly type: 'foreign'; readonly client: number; readonly reason: string }
  | { readonly type: 'refused'; readonly reason: string }

export interface GateRules {
  readonly roots: ReadonlySet<string>
  /** false for a client that belongs to another member */
  mayUse(client: number): boolean
  /** whose update it is */
  readonly account?: string
  /** everything that is here, for the rare update that asks for a close look */
  layer?(): readonly Uint8Array[]
}

/**
 * Judges an update without a document (SPEC.md rules 2 and 3). What the room has already is stripped and never judged, since
 * honest clients resend others' structs. Changes nothing.
 */
export function judge(bytes: Uint8Array, known: Knowledge, rules: GateRules): Verdict {
  const update = readUpdate(bytes)
  if ('malformed' in update) return { type: 'refused', reason: update.malformed }
  return judgeRead(update, known, rules)
}

function judgeRead(update: Update, known: Knowledge, rules: GateRules): Verdict {
  const sections: Section[] = []
  for (const section of update.sections) {
    const structs = unknownStructs(section, known)
    const first = structs[0]
    if (first === undefined) continue
    const next = known.next(section.client)
    const { client } = section
    if (!rules.mayUse(client)) return { type: 'foreign', client, reason: 'written under the name of another' }
    if (first.clock < next) return judge(withoutKnown(update, known), known, rules)
    if (first.clock > next) return { type: 'early', reason: 'gap' }
    sections.push({ client: section.client, structs })
  }
  // what is deleted already may be said to be in other pieces than it was stored in
  const deletes = update.deletes.filter((range) => !known.isDeleted(range.client, range.clock, range.length))
  const problem = findOrder(sections, known, rules.roots, deletes)
  if (problem !== null) {
    return 'early' in problem
      ? { type: 'early', reason: problem.early }
      : { type: 'refused', reason: problem.refused }
  }
  const verdict = judgeDeletes(update, sections, known)
  if (verdict.type !== 'addition') return verdict
  const reason = tooMuchWork({ ...update, sections }, known, rules)
  return reason === null ? verdict : { type: 'refused', reason }
}

/** What is well formed and known may still be made to keep everybody's browser busy. */
function tooMuchWork(update: Update, known: Knowledge, rules: GateRules): string | null {
  if (!known.values.admits(update.sections)) return 'too many values side by side'
  const layer = (): Update[] => (rules.layer?.() ?? []).map(readUpdate).filter((one) => 'bytes' in one)
  return known.work.admits(update, rules.account ?? '', layer) ? null : 'too much written at one place'
}

function judgeDeletes(update: Update, sections: readonly Section[], known: Knowledge): Verdict {
  const ends = new Map<number, number>()
  for (const { client, structs } of sections) {
    const last = structs[structs.length - 1]
    if (last !== undefined) ends.set(client, last.clock + last.length)
  }
  const deletes: DeleteRange[] = []
  for (const range of update.deletes) {
    if (range.clock + range.length > (ends.get(range.client) ?? known.next(range.client))) {
      return { type: 'early', reason: 'deletes what nobody wrote' }
    }
    if (!known.isDeleted(range.client, range.clock, range.length)) deletes.push(range)
  }
  if (sections.length === 0 && deletes.length === 0) return { type: 'nothing' }
  const runs = sections.map((section) => runOf(update.bytes, section))
  return { type: 'addition', addition: { sections, runs, deleted: deletedBy({ sections, deletes }) } }
}

function unknownStructs(section: Section, known: Knowledge): readonly Struct[] {
  const next = known.next(section.client)
  const from = section.structs.findIndex((struct) => struct.clock + struct.length > next)
  return from < 0 ? [] : from === 0 ? section.structs : section.structs.slice(from)
}

/** Cuts a struct that is partly known; seldom needed, so Yjs may decode the whole update for it. */
function withoutKnown(update: Update, known: Knowledge): Uint8Array {
  const named = new Map(update.sections.map(({ client }) => [client, known.next(client)] as const))
  return Y.diffUpdate(update.bytes, encodeStateVector(named))
}

/** The structs of a section as the bytes they came in. */
export function runOf(bytes: Uint8Array, { client, structs }: Section): Run {
  const first = structs[0] as Struct
  const last = structs[structs.length - 1] as Struct
  return {
    client,
    clock: first.clock,
    end: last.clock + last.length,
    count: structs.length,
    bytes: bytes.subarray(first.from, last.to),
  }
}

/** Everything an update holds, as an addition; for what was judged before. */
export function wholeOf(update: Update): Addition {
  return {
    sections: update.sections,
    runs: update.sections.map((section) => runOf(update.bytes, section)),
    deleted: deletedBy(update),
  }
}

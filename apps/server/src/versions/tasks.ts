import { gunzipSync, gzipSync } from 'node:zlib'
import {
  type BoardSnapshot,
  changesInWords,
  documentOf,
  mergeSteps,
  type Prints,
  printsAfter,
  printsOf,
  read,
  type Step,
  samePrints,
  sharedCopy,
  stepSince,
} from '@second-story/board'
import { documentOf as documentOfLog } from '@second-story/sync'
import * as Y from 'yjs'
import type { VersionRow } from '../storage/schema.ts'

/** Bytes that an update unfolds to at most: far above any board. */
const MOST_BYTES = 256 * 1024 * 1024

/** Phrases kept of what changed. */
const MOST_PHRASES = 12

/** A step as it lies on the disk. */
export interface PackedStep {
  /** gzipped */
  readonly put: Uint8Array
  /** a JSON list */
  readonly gone: string
}

/** Prints as two plain values, quick to hand from thread to thread. */
export interface PackedPrints {
  readonly keys: readonly string[]
  readonly values: Float64Array
}

/** What a board is on disk: its snapshot and what came after, as `common` holds them. */
type Log = readonly Uint8Array[]

/** What changed since `prints` were taken, or since the last of `steps`; null when it looks the same. */
export function lookAtBoard(input: {
  readonly log: Log
  readonly prints: PackedPrints | null
  readonly steps: readonly PackedStep[]
}): { readonly step: PackedStep | null; readonly prints: PackedPrints } {
  const before = input.prints ? unpackPrints(input.prints) : printsAfter(unpackSteps(input.steps))
  const doc = documentOfLog(input.log)
  const { step, prints } = stepSince(doc, before)
  doc.destroy()
  return { step: step && packStep(step), prints: packPrints(prints) }
}

/** The steps as one; null where none of them holds anything. */
export function mergeHistory(steps: readonly PackedStep[]): PackedStep | null {
  const merged = unpackSteps(steps).reduce<Step | null>(
    (all, one) => (all ? mergeSteps(all, one) : one),
    null,
  )
  return merged && packStep(merged)
}

export interface BoardCopy {
  /** what everybody sees, as a V2 update, gzipped */
  readonly bytes: Uint8Array
  readonly counts: Pick<VersionRow, 'components' | 'factors' | 'events' | 'arrows'>
  /** since `before`, as a JSON list */
  readonly words: string
  readonly isEmpty: boolean
  /** it looks as `before` does */
  readonly isSame: boolean
  /** which changes it holds: a Yjs snapshot of `common` */
  readonly stamp: Uint8Array
}

/** A board to be kept as a version. `before`: the bytes of the version before it. */
export function copyBoard({
  log,
  before,
}: {
  readonly log: Log
  readonly before: Uint8Array | null
}): BoardCopy {
  const doc = documentOfLog(log)
  const update = sharedCopy(doc)
  const stamp = Y.encodeSnapshot(Y.snapshot(doc))
  const isSame = before !== null && samePrints(printsOf(unpackBoard(before)), printsOf(doc))
  doc.destroy()
  return { ...describe(update, before), isSame, stamp }
}

function describe(update: Uint8Array, before: Uint8Array | null): Omit<BoardCopy, 'isSame' | 'stamp'> {
  const board = boardOf(documentOf(update))
  const counts = { components: 0, factors: 0, events: 0, arrows: board.relations.size }
  for (const { type } of board.items.values()) {
    if (type === 'component') counts.components++
    else if (type === 'factor') counts.factors++
    else if (type === 'event') counts.events++
  }
  const was = before && boardOf(unpackBoard(before))
  return {
    bytes: gzipSync(update),
    counts,
    words: JSON.stringify(was ? changesInWords(was, board).slice(0, MOST_PHRASES) : []),
    isEmpty: board.items.size === 0,
  }
}

/** What changed from one version to the next, as a JSON list. */
export function tellChanges(input: {
  readonly older: Uint8Array | null
  readonly newer: Uint8Array
}): string {
  if (!input.older) return '[]'
  const [older, newer] = [boardOf(unpackBoard(input.older)), boardOf(unpackBoard(input.newer))]
  return JSON.stringify(changesInWords(older, newer).slice(0, MOST_PHRASES))
}

/** A version's document. */
export function unpackBoard(bytes: Uint8Array): Y.Doc {
  return documentOf(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }))
}

function boardOf(common: Y.Doc): BoardSnapshot {
  return read(new Map([['common' as const, common]]))
}

function packStep(step: Step): PackedStep {
  return { put: gzipSync(step.put), gone: JSON.stringify(step.gone) }
}

function unpackSteps(steps: readonly PackedStep[]): Step[] {
  // a step without bytes marks where everything was taken away
  return steps
    .filter(({ put }) => put.length > 0)
    .map(({ put, gone }) => ({
      put: gunzipSync(put, { maxOutputLength: MOST_BYTES }),
      gone: JSON.parse(gone) as string[],
    }))
}

function packPrints(prints: Prints): PackedPrints {
  return { keys: [...prints.keys()], values: Float64Array.from(prints.values()) }
}

function unpackPrints({ keys, values }: PackedPrints): Prints {
  return new Map(keys.map((key, i) => [key, values[i] ?? 0])) as unknown as Prints
}

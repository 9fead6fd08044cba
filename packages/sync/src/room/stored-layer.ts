import * as Y from 'yjs'
import { wholeOf } from '../gate/judge.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { covers, encodeStateVector, type StateVector } from '../update/state-vector.ts'
import type { Update } from '../update/structs.ts'
import { writeUpdate } from '../update/write.ts'
import type { Row } from './events.ts'

interface KnownRow extends Row {
  /** by client: where its structs in this row end */
  readonly ends: StateVector
}

/** Differences of the snapshot that are kept: in a storm of rejoining there are few distinct ones. */
const DIFFERENCES_KEPT = 8

/** A layer as bytes on disk: a snapshot and the rows since. Serves readers without a document. */
export class StoredLayer {
  #snapshot: Uint8Array | null = null
  #snapshotVector: StateVector = new Map()
  #rows: KnownRow[] = []
  #rowBytes = 0
  readonly #differences = new Map<string, Uint8Array>()

  get snapshotBytes(): number {
    return this.#snapshot?.length ?? 0
  }

  get rowCount(): number {
    return this.#rows.length
  }

  get rowBytes(): number {
    return this.#rowBytes
  }

  /** The whole layer, oldest first. */
  get parts(): Uint8Array[] {
    const rows = this.#rows.map((row) => row.bytes)
    return this.#snapshot === null ? rows : [this.#snapshot, ...rows]
  }

  setSnapshot(bytes: Uint8Array, update: Update): void {
    this.#snapshot = bytes
    this.#snapshotVector = endsOf(update)
    this.#differences.clear()
  }

  addRow(row: Row, update: Update): void {
    this.#rows.push({ ...row, ends: endsOf(update) })
    this.#rowBytes += row.bytes.length
  }

  dropRows(through: number): void {
    this.#rows = this.#rows.filter((row) => row.n > through)
    this.#rowBytes = this.#rows.reduce((sum, row) => sum + row.bytes.length, 0)
  }

  /** Updates that bring someone who has `vector` up to what is stored, deletions aside. */
  updatesFor(vector: StateVector): Uint8Array[] {
    const updates: Uint8Array[] = []
    if (this.#snapshot !== null && !covers(vector, this.#snapshotVector)) {
      updates.push(vector.size === 0 ? this.#snapshot : this.#difference(this.#snapshot, vector))
    }
    const rows = this.#rows.filter((row) => !covers(vector, row.ends))
    if (rows.length > 0) updates.push(mergeRows(rows, vector))
    return updates
  }

  #difference(snapshot: Uint8Array, vector: StateVector): Uint8Array {
    const bytes = encodeStateVector(vector)
    const key = bytes.join()
    const kept = this.#differences.get(key)
    if (kept !== undefined) return kept
    const difference = Y.diffUpdate(snapshot, bytes)
    if (this.#differences.size >= DIFFERENCES_KEPT) this.#differences.clear()
    this.#differences.set(key, difference)
    return difference
  }
}

function endsOf(update: Update): StateVector {
  const ends = new Map<number, number>()
  for (const { client, structs } of update.sections) {
    const last = structs[structs.length - 1]
    if (last !== undefined) ends.set(client, last.clock + last.length)
  }
  return ends
}

/** What `vector` lacks of the rows, put side by side as one update; deletions travel in the step 2 that follows. */
function mergeRows(rows: readonly Row[], vector: StateVector): Uint8Array {
  const first = rows[0]
  if (rows.length === 1 && first !== undefined) return first.bytes
  const runs = rows.flatMap((row) => {
    const update = readUpdate(row.bytes)
    return 'malformed' in update ? [] : wholeOf(update).runs
  })
  // a row whose runs are all known may be missing here: only runs that are not known follow each other without gaps
  return writeUpdate(
    runs.filter((run) => run.end > (vector.get(run.client) ?? 0)),
    new DeleteSet(),
  )
}

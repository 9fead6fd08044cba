import { encodeUpdate } from '@second-story/protocol'
import * as Y from 'yjs'
import { DeleteSet } from '../update/delete-set.ts'
import { Spans } from '../update/spans.ts'
import { encodeStateVector, endsOf, type StateVector } from '../update/state-vector.ts'
import type { Stretch } from '../update/stretch.ts'
import { type Run, writeUpdate } from '../update/write.ts'
import type { Row } from './events.ts'
import { SnapshotSpans } from './snapshot-spans.ts'

/** One or several rows that follow each other, as one update. */
interface Piece extends Framed {
  /** number of its last row */
  readonly n: number
  readonly spans: Spans
  readonly rows: number
  /** how often it was joined */
  readonly level: number
}

/** An update and the message that tells it: the one lies in the other, so that nothing is copied for each who opens the layer. */
interface Framed {
  readonly bytes: Uint8Array
  readonly message: Uint8Array
}

function framed(bytes: Uint8Array): Framed {
  const message = encodeUpdate(bytes)
  return { message, bytes: message.subarray(message.length - bytes.length) }
}

/** So many pieces of one level are joined into one of the next: a log of n rows is held in about 8 log8 n pieces. */
const JOINED = 8

/** Differences of the snapshot that are kept: in a storm of rejoining there are few distinct ones. */
const DIFFERENCES_KEPT = 8

/** A layer as bytes on disk: a snapshot and the rows since. Serves readers without a document. */
export class StoredLayer {
  #snapshot: Uint8Array | null = null
  /** the message that tells it, once somebody asked for it */
  #framed: Uint8Array | null = null
  #snapshotSpans = new SnapshotSpans([])
  #pieces: Piece[] = []
  /** of everything here */
  readonly #vector = new Map<number, number>()
  readonly #differences = new Map<string, Uint8Array>()

  /** By client: the first clock that is not on disk. */
  get vector(): StateVector {
    return this.#vector
  }

  get snapshotBytes(): number {
    return this.#snapshot?.length ?? 0
  }

  /** How many rows are not in the snapshot. */
  get rowCount(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.rows, 0)
  }

  get rowBytes(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.bytes.length, 0)
  }

  /** The whole layer, oldest first. */
  get parts(): Uint8Array[] {
    const pieces = this.#pieces.map((piece) => piece.bytes)
    return this.#snapshot === null ? pieces : [this.#snapshot, ...pieces]
  }

  /** `stretches`: where in it the structs of each client lie. */
  setSnapshot(bytes: Uint8Array, stretches: readonly Stretch[]): void {
    this.#snapshot = bytes
    this.#framed = null
    this.#snapshotSpans = new SnapshotSpans(stretches)
    this.#reach(endsOf(stretches))
    this.#differences.clear()
  }

  #reach(ends: StateVector): void {
    for (const [client, end] of ends) if (end > (this.#vector.get(client) ?? 0)) this.#vector.set(client, end)
  }

  /** Its structs follow on those that are here: what two rows hold is for the caller to cut. */
  addRow({ n, bytes }: Row, spans: Spans): void {
    spans.raise(this.#vector)
    this.#pieces.push({ n, ...framed(bytes), spans, rows: 1, level: 0 })
    // those of a level lie side by side, lower levels behind higher ones
    for (;;) {
      const first = this.#pieces.length - JOINED
      if (first < 0 || this.#pieces[first]?.level !== this.#pieces.at(-1)?.level) return
      this.#pieces.push(join(this.#pieces.splice(first)))
    }
  }

  /** A piece that begins before `through` and ends after it stays: what is known of it is passed over by whoever reads it. */
  dropRows(through: number): void {
    this.#pieces = this.#pieces.filter((piece) => piece.n > through)
  }

  /**
   * Messages that bring someone who has `vector` up to what is stored, as far as structs go; and, of rows after `since`, as far
   * as deletions go. A joined piece may hold older rows too: they are known, and passed over.
   */
  messagesFor(vector: StateVector, since: number | null): Uint8Array[] {
    const isWanted = (piece: Piece): boolean =>
      (since !== null && piece.n > since) || !piece.spans.isCoveredBy(vector)
    const pieces = this.#pieces.filter(isWanted).map((piece) => piece.message)
    if (this.#snapshot === null || this.#snapshotSpans.isCoveredBy(vector)) return pieces
    return [
      vector.size === 0 ? this.#whole(this.#snapshot) : this.#difference(this.#snapshot, vector, since),
      ...pieces,
    ]
  }

  #whole(snapshot: Uint8Array): Uint8Array {
    if (this.#framed === null) {
      const { bytes, message } = framed(snapshot)
      this.#snapshot = bytes
      this.#framed = message
    }
    return this.#framed
  }

  /** Deletions are for the step 2 behind it, which says nothing of them to whoever says that they know them: those are told here. */
  #difference(snapshot: Uint8Array, vector: StateVector, since: number | null): Uint8Array {
    const bytes = encodeStateVector(vector)
    const key = `${since === null} ${bytes.join()}`
    const kept = this.#differences.get(key)
    if (kept !== undefined) return kept
    const structs = since === null ? this.#snapshotSpans.lacking(snapshot, vector) : null
    const difference = encodeUpdate(structs ?? Y.diffUpdate(snapshot, bytes))
    if (this.#differences.size >= DIFFERENCES_KEPT) this.#differences.clear()
    this.#differences.set(key, difference)
    return difference
  }
}

function join(pieces: readonly Piece[]): Piece {
  const runs: Run[] = []
  const deleted = new DeleteSet()
  for (const { bytes, spans } of pieces) {
    runs.push(...spans.runsIn(bytes))
    deleted.merge(spans.deletesIn(bytes))
  }
  const last = pieces[pieces.length - 1] as Piece
  const rows = pieces.reduce((sum, piece) => sum + piece.rows, 0)
  const bytes = writeUpdate(runs, deleted)
  return { n: last.n, ...framed(bytes), spans: Spans.written(bytes, runs), rows, level: last.level + 1 }
}

import { ByteReader, Malformed } from '@second-story/protocol'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { deletedBy } from '../gate/knowledge.ts'
import { DeleteSet } from '../update/delete-set.ts'
import { readUpdate } from '../update/read.ts'
import { type Stretch, unread } from '../update/stretch.ts'
import { count } from '../update/values.ts'

/** Grows when it is written otherwise, or when what it says would come out otherwise: then the snapshot is read instead. */
const FORM = 1

/**
 * What a room must know of a snapshot to serve it, without reading it: how far each client has come, everything that is
 * deleted; and where the structs lie, to read them a few at a time.
 */
export interface Digest {
  readonly stretches: readonly Stretch[]
  /** how many ranges the snapshot itself says to be deleted */
  readonly ranges: number
  /** these, and the structs of which nothing is left; as `DeleteSet` writes them */
  readonly deletions: Uint8Array
}

/** The digest of a snapshot, as it is kept beside it; null when the snapshot cannot be read. Takes as long as reading it. */
export function digestOf(snapshot: Uint8Array): Uint8Array | null {
  const update = readUpdate(snapshot)
  if ('malformed' in update) return null
  const { stretches, ranges } = unread(update)
  const encoder = createEncoder()
  for (const number of [FORM, snapshot.length, ranges, stretches.length]) writeVarUint(encoder, number)
  for (const { client, clock, end, count, at } of stretches)
    for (const number of [client, clock, end, count, at]) writeVarUint(encoder, number)
  const deletions = createEncoder()
  deletedBy(update).write(deletions)
  writeVarUint8Array(encoder, toUint8Array(deletions))
  return toUint8Array(encoder)
}

/**
 * Null for what is no digest of a snapshot of so many bytes, or one of another version. Never throws. Its deletions may be many
 * and are not read yet.
 */
export function readDigest(bytes: Uint8Array, snapshotLength: number): Digest | null {
  try {
    const reader = new ByteReader(bytes)
    if (reader.uint() !== FORM || reader.uint() !== snapshotLength) return null
    const ranges = reader.uint()
    const stretches = readStretches(reader)
    const digest = { stretches, ranges, deletions: reader.block() }
    reader.finish()
    return digest
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** What a digest says to be deleted; null when it does not say it properly. Never throws. */
export function readDeletions(bytes: Uint8Array): DeleteSet | null {
  try {
    const reader = new ByteReader(bytes)
    const deleted = DeleteSet.read(reader)
    reader.finish()
    return deleted
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

function readStretches(reader: ByteReader): Stretch[] {
  const stretches: Stretch[] = []
  for (let n = count(reader, 5); n > 0; n--) {
    const [client, clock, end] = [reader.uint(), reader.uint(), reader.uint()]
    stretches.push({ client, clock, end, count: reader.uint(), at: reader.uint() })
  }
  return stretches
}

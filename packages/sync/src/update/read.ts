import { ByteReader, LIMITS, Malformed } from '@second-story/protocol'
import { type DeleteRange, NONE, type Section, type Struct, type Update } from './structs.ts'
import { count, skipAny, skipJson } from './values.ts'

/**
 * Reads an update in Yjs' V1 encoding, strictly: what it returns, every Yjs client can decode.
 * Null and a reason for anything else. A V2 update is not recognised and comes out malformed.
 */
export function readUpdate(bytes: Uint8Array): Update | { readonly malformed: string } {
  try {
    const reader = new ByteReader(bytes)
    const sections = readSections(reader)
    const deletesAt = reader.at
    const deletes = readDeletes(reader)
    reader.finish()
    return { bytes, sections, deletes, deletesAt }
  } catch (error) {
    if (error instanceof Malformed) return { malformed: error.message }
    throw error
  }
}

function readSections(reader: ByteReader): Section[] {
  const n = count(reader, 3)
  if (n > LIMITS.clientsPerUpdate) throw new Malformed('too many clients')
  const sections: Section[] = []
  const seen = new Set<number>()
  let structs = 0
  for (let i = 0; i < n; i++) {
    const section = readSection(reader, LIMITS.structsPerUpdate - structs)
    // Yjs keeps only the last section of a client: a second one would mean different things to different readers
    if (seen.has(section.client)) throw new Malformed('client twice')
    seen.add(section.client)
    structs += section.structs.length
    if (section.structs.length > 0) sections.push(section)
  }
  return sections
}

function readSection(reader: ByteReader, most: number): Section {
  const n = count(reader, 2)
  if (n > most) throw new Malformed('too many structs')
  const client = reader.uint()
  let clock = reader.uint()
  const structs: Struct[] = []
  for (let i = 0; i < n; i++) {
    const struct = readStruct(reader, clock)
    if (struct.length === 0) throw new Malformed('empty struct')
    clock += struct.length
    if (clock > LIMITS.clock) throw new Malformed('clock too large')
    structs.push(struct)
  }
  return { client, structs }
}

const HAS_ORIGIN = 128
const HAS_RIGHT = 64
const HAS_KEY = 32

/** One struct, which begins at `clock`. */
export function readStruct(reader: ByteReader, clock: number): Struct {
  const from = reader.at
  const info = reader.byte()
  const content = info & 31
  let originClient = NONE
  let originClock = NONE
  let rightClient = NONE
  let rightClock = NONE
  let parentClient = NONE
  let parentClock = NONE
  let root: string | null = null
  let key = NONE
  if (content === 10) throw new Malformed('skip')
  if (content === 0) {
    if (info !== 0) throw new Malformed('unknown struct')
  } else {
    if (info & HAS_ORIGIN) {
      originClient = reader.uint()
      originClock = reader.uint()
    }
    if (info & HAS_RIGHT) {
      rightClient = reader.uint()
      rightClock = reader.uint()
    }
    if ((info & (HAS_ORIGIN | HAS_RIGHT)) === 0) {
      if (reader.uint() === 1) root = reader.text()
      else {
        parentClient = reader.uint()
        parentClock = reader.uint()
      }
      if (info & HAS_KEY) key = readKey(reader)
    }
  }
  const length = readContent(reader, content)
  return {
    clock,
    length,
    originClient,
    originClock,
    rightClient,
    rightClock,
    parentClient,
    parentClock,
    root,
    key,
    isValues: content === 2 || content === 8,
    isType: content === 7,
    isDeleted: content <= 1,
    isGarbage: content === 0,
    list: 0,
    depth: 0,
    rank: 0,
    from,
    to: reader.at,
  }
}

/** Steps over a key; its hash, which serves to tell keys apart where taking two for one does no harm. */
function readKey(reader: ByteReader): number {
  const from = reader.at
  reader.textLength()
  let hash = 0x811c9dc5
  for (let i = from; i < reader.at; i++) hash = Math.imul(hash ^ (reader.bytes[i] ?? 0), 0x01000193)
  return hash >>> 0
}

/** Steps over the content of a struct; returns how many clocks it covers. */
function readContent(reader: ByteReader, content: number): number {
  switch (content) {
    case 0: // garbage
    case 1: // deleted
      return reader.uint()
    case 2: {
      const n = count(reader, 1)
      for (let i = 0; i < n; i++) skipJson(reader, true)
      return n
    }
    case 3:
      reader.skip(reader.uint())
      return 1
    case 4:
      return reader.textLength()
    case 5:
      skipJson(reader)
      return 1
    case 6:
      reader.textLength()
      skipJson(reader)
      return 1
    case 7:
      readTypeName(reader)
      return 1
    case 8: {
      const n = count(reader, 1)
      for (let i = 0; i < n; i++) skipAny(reader)
      return n
    }
    case 9:
      throw new Malformed('subdocument')
    default:
      throw new Malformed('unknown struct')
  }
}

/** Array, map, text, XML element, fragment, hook, XML text; an element and a hook have a name. */
function readTypeName(reader: ByteReader): void {
  const type = reader.uint()
  if (type > 6) throw new Malformed('unknown type')
  if (type === 3 || type === 5) reader.textLength()
}

/** The deletions at the end of an update; throws `Malformed`. */
export function readDeletes(reader: ByteReader): DeleteRange[] {
  const deletes: DeleteRange[] = []
  for (let clients = count(reader, 2); clients > 0; clients--) {
    const client = reader.uint()
    const n = count(reader, 2)
    if (deletes.length + n > LIMITS.deleteRangesPerUpdate) throw new Malformed('too many deletions')
    for (let i = 0; i < n; i++) {
      const clock = reader.uint()
      const length = reader.uint()
      if (length === 0 || clock + length > LIMITS.clock) throw new Malformed('impossible deletion')
      deletes.push({ client, clock, length })
    }
  }
  return deletes
}

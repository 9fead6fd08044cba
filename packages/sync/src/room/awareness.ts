import { ByteReader, encodeAwareness, encoded } from '@second-story/protocol'
import { writeVarString, writeVarUint } from 'lib0/encoding'

/** One state of y-protocols' awareness; `json` is `null` when the client has left. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly json: string
}

/** Walks the entries of an awareness update; `wants` says whose text to read. Throws `Malformed`. */
export function* readAwareness(
  bytes: Uint8Array,
  wants: (client: number) => boolean,
): Generator<AwarenessEntry> {
  const reader = new ByteReader(bytes)
  for (let n = reader.uint(); n > 0; n--) {
    const client = reader.uint()
    const clock = reader.uint()
    if (wants(client)) yield { client, clock, json: reader.text() }
    else reader.skip(reader.uint())
  }
  reader.finish()
}

/** The whole message, ready to send. */
export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return encodeAwareness(writeEntries(entries))
}

/** The entries alone, as nodes tell them to each other; what `readAwareness` reads. */
export function writeEntries(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoded((encoder) => {
    writeVarUint(encoder, entries.length)
    for (const { client, clock, json } of entries) {
      writeVarUint(encoder, client)
      writeVarUint(encoder, clock)
      writeVarString(encoder, json)
    }
  })
}

/** Says nothing, but keeps a stock client's watchdog quiet. */
export const HEARTBEAT: Uint8Array = writeAwareness([])

import { ByteReader, LIMITS, Malformed } from '@second-story/protocol'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'

/** By client: the first clock that is not there yet. */
export type StateVector = ReadonlyMap<number, number>

/** The state vector that the bytes hold, or null. Never throws. */
export function decodeStateVector(bytes: Uint8Array): StateVector | null {
  if (bytes.length > LIMITS.stateVectorBytes) return null
  try {
    const reader = new ByteReader(bytes)
    const vector = new Map<number, number>()
    for (let n = reader.uint(); n > 0; n--) vector.set(reader.uint(), reader.uint())
    reader.finish()
    return vector
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

export function encodeStateVector(vector: StateVector): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, vector.size)
  for (const [client, clock] of [...vector].sort((a, b) => b[0] - a[0])) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
  }
  return toUint8Array(encoder)
}

/** Where the structs of each client end. */
export function endsOf(runs: readonly { readonly client: number; readonly end: number }[]): StateVector {
  return new Map(runs.map(({ client, end }) => [client, end] as const))
}

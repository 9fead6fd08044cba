const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Makes ids; tests pass a counted one. */
export type MakeId = () => string

/** 21 characters of `[A-Za-z0-9_-]`, 126 random bits from the platform. */
export function randomId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(21))
  let id = ''
  for (const byte of bytes) id += ALPHABET[byte & 63]
  return id
}

/** Ids for tests and builds that must come out the same each time: `prefix` and a counter, padded to 21. */
export function countedIds(prefix: string): MakeId {
  let n = 0
  return () => {
    n++
    const tail = String(n)
    return (prefix + '0'.repeat(21)).slice(0, 21 - tail.length) + tail
  }
}

/** A Yjs client that nobody has: 32 random bits, as Yjs takes them. */
export function randomYjsClient(): number {
  return globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
}

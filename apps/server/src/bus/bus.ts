/**
 * What nodes tell each other, as hints (SPEC.md rule 11): a message may be lost, doubled or late, and nothing is wrong then but
 * the time it takes. The log in the database is the truth.
 */
export interface Bus {
  /** Best effort: never throws, never blocks. This process does not hear its own messages. */
  publish(topic: string, bytes: Uint8Array): void

  /** Hears a topic until the returned function is called. */
  subscribe(topic: string, listener: (bytes: Uint8Array) => void): () => void

  /** Called when the connection is there again: anything may have been missed. Returns how to stop. */
  onRestored(listener: () => void): () => void

  /** False while nothing can be told or heard. */
  readonly isUp: boolean

  close(): Promise<void>
}

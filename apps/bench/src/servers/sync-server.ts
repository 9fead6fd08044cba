import type { Dialect } from '../load/dialect.ts'
import type { Address } from '../load/raw-socket.ts'

/** A board on some server, with a seat for each of some people. */
export interface Board {
  readonly name: string
  /** how the nth person connects */
  seat(person: number): Address
}

/** A server under measurement: a process of its own, on one core. */
export interface SyncServer {
  readonly name: string
  readonly dialect: Dialect
  readonly pid: number
  /** port of Node's inspector, when started with one */
  readonly inspector: number | null
  /** whether it keeps what it is told */
  readonly isStoring: boolean
  readonly printed: string
  /** a new empty board that the first `people` people may enter */
  board(people: number): Promise<Board>
  up(): Promise<void>
  /** SIGKILL, sent before this returns; resolves when the process is gone */
  kill(): Promise<void>
  /** ends it and removes what it kept */
  stop(): Promise<void>
}

export interface StartOptions {
  /** with Node's inspector, to ask for its memory */
  readonly inspect?: boolean
  /** Node's own arguments */
  readonly nodeArgs?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly isPinned?: boolean
}

/** A kind of server. */
export interface Contender {
  readonly id: string
  readonly name: string
  start(options?: StartOptions): Promise<SyncServer>
}

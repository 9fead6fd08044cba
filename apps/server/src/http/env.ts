import type { Role } from '@second-story/protocol'
import type { Context } from 'hono'
import type { Caller } from '../rooms/access.ts'
import type { BoardRow } from '../storage/schema.ts'

/** What travels with one request. */
export interface Env {
  Variables: {
    requestId: string
    /** the pattern of the route that answers, for the log; unset for files of the web app */
    route: string | undefined
    /** the answer is a file that people keep and open elsewhere */
    isFile: boolean | undefined
    /** null: nobody has signed in */
    caller: Caller | null
    /** the board that the address names, once the caller was let in */
    seat: Seat | null
  }
}

/** A caller on a board. */
export interface Seat {
  readonly board: BoardRow
  readonly role: Role
}

export type Asking = Context<Env>

import type { IncomingMessage } from 'node:http'
import type { Role } from '@second-story/protocol'

/** Who asks, taken from their session or token. */
export interface Caller {
  /** account id */
  readonly account: string
  readonly name: string
  /** 1 to 6: their own, or once connected to a board the one that they show there */
  readonly colour: number
  readonly kind: 'member' | 'guest'
  /** names the session or token it was taken from, for `isSignedIn` alone; it opens nothing */
  readonly grant: string
}

/** What the rooms ask of accounts and boards. */
export interface Access {
  /** cookie or Bearer token of an upgrade request -> who, or null (closes 4401) */
  authenticate(request: IncomingMessage): Promise<Caller | null>
  /** false once the session or token that the caller came with has ended */
  isSignedIn(caller: Caller): Promise<boolean>
  /** role on the board; 'gone' when there is no such board or it is deleted (4404), null when not a member (4403) */
  roleOn(board: string, account: string): Promise<Role | null | 'gone'>
  /** the one person besides the teller who may read a story; left out where there are no stories */
  storyReader?(board: string, teller: string): Promise<string | null>
}

import type { IncomingMessage } from 'node:http'
import type { Role } from '@second-story/protocol'

/** Who asks, taken from their session or token. */
export interface Caller {
  /** account id */
  readonly account: string
  readonly name: string
  /** 1 to 6 */
  readonly colour: number
  readonly kind: 'member' | 'guest'
}

/** What the rooms ask of accounts and boards. */
export interface Access {
  /** cookie or Bearer token of an upgrade request -> who, or null (closes 4401) */
  authenticate(request: IncomingMessage): Promise<Caller | null>
  /** role on the board; 'gone' when there is no such board or it is deleted (4404), null when not a member (4403) */
  roleOn(board: string, account: string): Promise<Role | null | 'gone'>
  /** the one person besides the teller who may read a story; left out where there are no stories */
  storyReader?(board: string, teller: string): Promise<string | null>
}

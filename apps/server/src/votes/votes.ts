import {
  deletedAt,
  dropVote,
  isVotedOn,
  itemsOf,
  openVote,
  readConduct,
  VOTE_LIMITS,
  type Vote,
  type VoteScope,
  writeConduct,
} from '@second-story/board'
import type { DotsAnswer } from '@second-story/protocol'
import type { Clock, MakeId } from '@second-story/std'
import * as Y from 'yjs'
import { Problem } from '../http/problem.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { VoteRow } from '../storage/schema.ts'
import type { Tables } from '../storage/tables.ts'
import { Ballots } from './ballots.ts'

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

export interface VoteTerms {
  readonly title: string
  readonly dots: number
  readonly on: VoteScope
}

/**
 * Dot votes. That there is one stands in `conduct`, where everybody reads it; who gave what lies in a table that nobody reads but
 * its giver. On closing the sums are written into `conduct` and the table forgets.
 */
export class Votes {
  readonly #ballots: Ballots
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor(tables: Tables, rooms: Rooms, clock: Clock, makeId: MakeId) {
    this.#ballots = new Ballots(tables)
    this.#rooms = rooms
    this.#clock = clock
    this.#makeId = makeId
  }

  async start(board: string, { title, dots, on }: VoteTerms): Promise<Vote> {
    const scope = 'types' in on ? on : { ids: await this.#votable(board, on) }
    const vote: Vote = {
      id: this.#makeId(),
      title,
      dots,
      on: scope,
      state: 'open',
      startedAt: this.#clock.now(),
      closedAt: null,
      totals: {},
      shown: true,
    }
    // first: a vote that people see takes their dots
    await this.#ballots.open(board, vote.id, dots, scope)
    try {
      await this.#write(board, (votes) => {
        if (openVote({ votes })) throw new Problem('vote-open')
        if (votes.length >= VOTE_LIMITS.kept) throw new Problem('too-many-votes')
        return vote
      })
    } catch (error) {
      await this.#ballots.forget(board, vote.id)
      throw error
    }
    return vote
  }

  async mine(board: string, vote: string, account: string): Promise<DotsAnswer> {
    return this.#ballots.mine(await this.#opened(board, vote), account)
  }

  /** So many of the account's dots lie on the thing from now on. */
  async put(board: string, vote: string, account: string, item: string, dots: number): Promise<DotsAnswer> {
    const row = await this.#opened(board, vote)
    const on = JSON.parse(row.scope) as VoteScope
    if (dots > 0 && !(await this.#isVotable(board, on, item)))
      throw new Problem('bad-value', 'This is not voted on, or it is not there any more.')
    return this.#ballots.put(row, account, item, dots)
  }

  /** Counts, tells everybody the sums, and forgets who gave what. Doing it again changes nothing. */
  async close(board: string, id: string): Promise<Vote> {
    const totals = await this.#ballots.count(board, id)
    const closed = await this.#write(board, (votes) => {
      const vote = known(votes, id)
      if (vote.state === 'closed') return vote
      return { ...vote, state: 'closed' as const, closedAt: this.#clock.now(), totals }
    })
    await this.#ballots.forget(board, id)
    return closed
  }

  /** Takes the dots of a closed vote off the things, or puts them there again. */
  show(board: string, id: string, shown: boolean): Promise<Vote> {
    return this.#write(board, (votes) => ({ ...known(votes, id), shown }))
  }

  /** Takes a vote away: one that is over with its sums, one that is open with everybody's dots. */
  async drop(board: string, id: string): Promise<void> {
    await this.#rooms.write(board, CONDUCT, (doc) => {
      known(readConduct(doc.getMap('meta')).votes, id)
      dropVote(doc, id)
    })
    await this.#ballots.forget(board, id)
  }

  /** At start: completes what a crash interrupted. */
  async finish(): Promise<void> {
    for (const { board, vote } of await this.#ballots.halfClosed()) {
      const votes = await this.#votes(board)
      if (votes.some(({ id }) => id === vote)) await this.close(board, vote)
      else await this.#ballots.forget(board, vote)
    }
  }

  async #opened(board: string, id: string): Promise<VoteRow> {
    const row = await this.#ballots.opened(board, id)
    if (row) return row
    known(await this.#votes(board), id)
    throw new Problem('vote-over')
  }

  #votes(board: string): Promise<readonly Vote[]> {
    return this.#rooms.read(board, CONDUCT, (doc) => readConduct(doc.getMap('meta')).votes)
  }

  #write(board: string, change: (votes: readonly Vote[]) => Vote): Promise<Vote> {
    return this.#rooms.write(board, CONDUCT, (doc) => {
      const vote = change(readConduct(doc.getMap('meta')).votes)
      writeConduct(doc, { votes: [vote] })
      return vote
    })
  }

  async #votable(board: string, on: VoteScope & { readonly ids: readonly string[] }): Promise<string[]> {
    const ids = await this.#rooms.read(board, COMMON, (doc) =>
      [...new Set(on.ids)].filter((id) => isVotableIn(doc, on, id)),
    )
    if (ids.length === 0)
      throw new Problem('bad-value', 'None of these things is there for everybody to vote on.')
    return ids
  }

  #isVotable(board: string, on: VoteScope, item: string): Promise<boolean> {
    return this.#rooms.read(board, COMMON, (doc) => isVotableIn(doc, on, item))
  }
}

function known(votes: readonly Vote[], id: string): Vote {
  const vote = votes.find((one) => one.id === id)
  if (!vote) throw new Problem('not-found', 'There is no such vote on this board.')
  return vote
}

/** Only what is in `common`: what lies in a private layer cannot be voted on, nor asked about here. */
function isVotableIn(doc: Y.Doc, on: VoteScope, id: string): boolean {
  const map = itemsOf(doc).get(id)
  if (!(map instanceof Y.Map)) return false
  return isVotedOn({ on }, { id, type: map.get('type') as never, layer: 'common', deleted: deletedAt(map) })
}

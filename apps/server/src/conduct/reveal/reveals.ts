import { randomInt } from 'node:crypto'
import { type Round, readConduct } from '@second-story/board'
import { formatLayer, type LayerRef } from '@second-story/protocol'
import type { Clock } from '@second-story/std'
import { type MakeId, must } from '@second-story/std'
import { Problem } from '../../http/problem.ts'
import { picturesOfRound, showPictures } from '../../images/shown.ts'
import type { Rooms } from '../../rooms/rooms.ts'
import type { Tables } from '../../storage/tables.ts'
import { type Shown, showAll } from './show-all.ts'

const COMMON = { kind: 'common' } as const
const CONDUCT = { kind: 'conduct' } as const

const random = (): number => randomInt(2 ** 47) / 2 ** 47

/**
 * "Show all": first it is noted that forgetting is due, then everything moves in one transaction over all layers, then the
 * private layers are rewritten without what went, then the note is taken away. After a crash at any point, `finish` or the same
 * request again completes it.
 */
export class Reveals {
  readonly #tables: Tables
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor(tables: Tables, rooms: Rooms, clock: Clock, makeId: MakeId) {
    this.#tables = tables
    this.#rooms = rooms
    this.#clock = clock
    this.#makeId = makeId
  }

  async reveal(board: string, roundId: string): Promise<Shown> {
    const round = await this.#round(board, roundId)
    if (!round) throw new Problem('not-found', 'There was no such quiet writing on this board.')
    if (round.anonymous) await this.#noteDue(board, roundId)
    const members = await this.#rooms.ownLayers(board)
    const own = members.map((member): LayerRef => ({ kind: 'own', member }))
    const shown = await this.#rooms.writeMany(board, [COMMON, CONDUCT, ...own], (docs) => {
      const doc = (layer: LayerRef) => must(docs.get(formatLayer(layer)), formatLayer(layer))
      const outside = { now: this.#clock.now(), makeId: this.#makeId, random }
      return showAll({ common: doc(COMMON), conduct: doc(CONDUCT), own: own.map(doc) }, roundId, outside)
    })
    await this.#showPictures(board, round)
    if (round.anonymous) await this.#forget(board, roundId)
    return must(shown, 'the round')
  }

  /** At start: completes what a crash interrupted. What had not been shown yet stays private. */
  async finish(): Promise<void> {
    const due = await this.#tables.query.selectFrom('reveals').selectAll().execute()
    for (const { board_id, round_id } of due) {
      const round = await this.#round(board_id, round_id)
      if (round?.state === 'shown') {
        await this.#showPictures(board_id, round)
        await this.#forget(board_id, round_id)
      } else await this.#noteDone(round_id)
    }
  }

  #round(board: string, id: string): Promise<Round | undefined> {
    return this.#rooms.read(board, CONDUCT, (doc) => {
      return readConduct(doc.getMap('meta')).rounds.find((round) => round.id === id)
    })
  }

  async #showPictures(board: string, { id, anonymous }: Round): Promise<void> {
    const pictures = await this.#rooms.read(board, COMMON, (doc) => picturesOfRound(doc, id))
    await showPictures(this.#tables, board, pictures, { anonymous, now: this.#clock.now() })
  }

  /** Nothing that is left may tie what was shown to who wrote it: rows, snapshots and log of the private layers. */
  async #forget(board: string, roundId: string): Promise<void> {
    for (const member of await this.#rooms.ownLayers(board))
      await this.#rooms.forget(board, { kind: 'own', member })
    await this.#noteDone(roundId)
  }

  async #noteDue(board: string, roundId: string): Promise<void> {
    await this.#tables.query
      .insertInto('reveals')
      .values({ round_id: roundId, board_id: board, created_at: this.#clock.now() })
      .onConflict((conflict) => conflict.column('round_id').doNothing())
      .execute()
  }

  async #noteDone(roundId: string): Promise<void> {
    await this.#tables.query.deleteFrom('reveals').where('round_id', '=', roundId).execute()
  }
}

import { type ConductChange, type Round, readConduct, type Timer, writeConduct } from '@second-story/board'
import type { Clock, MakeId } from '@second-story/std'
import { Problem } from '../http/problem.ts'
import type { Rooms } from '../rooms/rooms.ts'

const MINUTE_MS = 60_000
const CONDUCT = { kind: 'conduct' } as const

export interface RoundTerms {
  readonly writes: Round['writes']
  readonly prompt: string
  readonly minutes: number
  readonly anonymous: boolean
}

/** Rounds of quiet writing, and the plain timer: the server's clock, in everybody's sight. */
export class Rounds {
  readonly #rooms: Rooms
  readonly #clock: Clock
  readonly #makeId: MakeId

  constructor(rooms: Rooms, clock: Clock, makeId: MakeId) {
    this.#rooms = rooms
    this.#clock = clock
    this.#makeId = makeId
  }

  async setTimer(board: string, minutes: number, words: string): Promise<Timer> {
    const now = this.#clock.now()
    const timer = { startedAt: now, endsAt: now + Math.round(minutes * MINUTE_MS), words }
    await this.#write(board, () => ({ timer }))
    return timer
  }

  async clearTimer(board: string): Promise<void> {
    await this.#write(board, () => ({ timer: null }))
  }

  async start(board: string, { writes, prompt, minutes, anonymous }: RoundTerms): Promise<Round> {
    const startedAt = this.#clock.now()
    const endsAt = startedAt + Math.round(minutes * MINUTE_MS)
    const round: Round = {
      id: this.#makeId(),
      writes,
      prompt,
      anonymous,
      startedAt,
      endsAt,
      state: 'writing',
    }
    await this.#write(board, (rounds) => {
      if (rounds.some((one) => one.state === 'writing' && one.endsAt > startedAt))
        throw new Problem('round-open')
      return { rounds: [round], timer: { startedAt, endsAt, words: prompt } }
    })
    return round
  }

  /** More time counts from the end, or from now where that has passed. */
  extend(board: string, id: string, minutes: number): Promise<Round> {
    return this.#change(board, id, (endsAt, now) => Math.max(endsAt, now) + Math.round(minutes * MINUTE_MS))
  }

  stop(board: string, id: string): Promise<Round> {
    return this.#change(board, id, (endsAt, now) => Math.min(endsAt, now))
  }

  async #change(board: string, id: string, end: (endsAt: number, now: number) => number): Promise<Round> {
    let changed: Round | undefined
    await this.#write(board, (rounds) => {
      const round = rounds.find((one) => one.id === id)
      if (round?.state !== 'writing') throw new Problem('not-found', 'Nobody is writing in that round.')
      changed = { ...round, endsAt: end(round.endsAt, this.#clock.now()) }
      const { startedAt, endsAt, prompt } = changed
      return { rounds: [changed], timer: { startedAt, endsAt, words: prompt } }
    })
    if (!changed) throw new Problem('not-found')
    return changed
  }

  #write(board: string, change: (rounds: readonly Round[]) => ConductChange): Promise<void> {
    return this.#rooms.write(board, CONDUCT, (doc) => {
      writeConduct(doc, change(readConduct(doc.getMap('meta')).rounds))
    })
  }
}

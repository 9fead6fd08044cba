import { Latencies } from './latencies.ts'

/** how many of a sender's last are remembered: 25 a second for 40 s */
const RING = 1024

/**
 * Who has heard what of whom, and after how long. A position that a newer one overtook on its way counts as delivered when
 * the newer one came, with all the time since it was sent itself: what was seen is never older than that.
 */
export class Tally {
  readonly latencies = new Latencies()
  readonly #together: number
  /** per sender, when its nth was sent */
  readonly #sentAt: Float64Array
  readonly #sent: Uint32Array
  /** per receiver and sender, the newest heard */
  readonly #newest: Uint32Array
  /** per sender, the first and last number that count */
  readonly #from: Uint32Array
  readonly #to: Uint32Array
  #isCounting = false
  #delivered = 0
  #overtaken = 0

  /** `together`: so many of them, next to each other, are on one board; signs name a person by the place on the board. */
  constructor(people: number, together = people) {
    this.#together = together
    this.#sentAt = new Float64Array(people * RING)
    this.#sent = new Uint32Array(people)
    this.#newest = new Uint32Array(people * together)
    this.#from = new Uint32Array(people).fill(0xffffffff)
    this.#to = new Uint32Array(people)
  }

  /** The next number of a sender: from 1 on. */
  sends(person: number, now: number): number {
    const n = (this.#sent[person] ?? 0) + 1
    this.#sent[person] = n
    this.#sentAt[person * RING + (n % RING)] = now
    if (this.#isCounting) {
      if (this.#from[person] === 0xffffffff) this.#from[person] = n
      this.#to[person] = n
    }
    return n
  }

  /** What is sent from now on counts, or no longer does; deliveries of what counts go on counting. */
  count(isCounting: boolean): void {
    this.#isCounting = isCounting
  }

  /** `signs`: person, number, person, number … */
  hears(receiver: number, signs: readonly number[], now: number): void {
    for (let i = 0; i < signs.length; i += 2)
      this.#hear(receiver, signs[i] as number, signs[i + 1] as number, now)
  }

  #hear(receiver: number, place: number, n: number, now: number): void {
    const sender = receiver - (receiver % this.#together) + place
    if (receiver === sender || place >= this.#together) return
    const at = receiver * this.#together + place
    const before = this.#newest[at] as number
    if (n <= before) return
    this.#newest[at] = n
    const from = Math.max(before + 1, this.#from[sender] as number)
    const to = Math.min(n, this.#to[sender] as number)
    for (let k = from; k <= to; k++) {
      this.latencies.add(now - (this.#sentAt[sender * RING + (k % RING)] as number))
      this.#delivered++
      if (k < n) this.#overtaken++
    }
  }

  get delivered(): number {
    return this.#delivered
  }

  /** How many of the delivered were overtaken by a newer one. */
  get overtaken(): number {
    return this.#overtaken
  }

  /** How many should have come to somebody. */
  get expected(): number {
    let sent = 0
    for (const [person, from] of this.#from.entries())
      if (from !== 0xffffffff) sent += (this.#to[person] as number) - from + 1
    return sent * (this.#together - 1)
  }

  /** How many of one person's changes that person has sent. */
  sentBy(person: number): number {
    return this.#sent[person] ?? 0
  }
}

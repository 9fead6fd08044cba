import type { Random } from '@second-story/std'
import type { Claim } from '../gate/owners.ts'
import type { Row } from '../room/events.ts'

/** What nodes tell each other: hints, all of which may be lost. */
export type Hint =
  | { readonly type: 'row'; readonly row: Row; readonly owners: readonly Claim[] }
  | { readonly type: 'presence'; readonly node: string; readonly bytes: Uint8Array; readonly whole: boolean }
  | { readonly type: 'ask' }

const MOST = 100

/** The way between nodes: late, doubled, out of order, lost, cut and restored. */
export class Bus {
  readonly #queues: Hint[][]
  readonly #isCut: boolean[]

  constructor(nodes: number) {
    this.#queues = Array.from({ length: nodes }, () => [])
    this.#isCut = Array.from({ length: nodes }, () => false)
  }

  publish(from: number, hint: Hint): void {
    if (this.#isCut[from]) return
    for (const [to, queue] of this.#queues.entries())
      if (to !== from && !this.#isCut[to] && queue.length < MOST) queue.push(hint)
  }

  /** The next hint for a node, mostly; `trouble`: or another one, and that one again, or nothing. */
  take(node: number, random: Random, trouble: boolean): Hint | undefined {
    const queue = this.#queues[node] ?? []
    if (!trouble) return queue.shift()
    const roll = random()
    const at = roll < 0.2 ? Math.floor(random() * queue.length) : 0
    if (roll > 0.9) return queue[at]
    const [hint] = queue.splice(at, 1)
    return roll > 0.8 ? undefined : hint
  }

  hasFor(node: number): boolean {
    return (this.#queues[node]?.length ?? 0) > 0
  }

  cut(node: number): void {
    this.#isCut[node] = true
  }

  isCut(node: number): boolean {
    return this.#isCut[node] ?? false
  }

  restore(node: number): void {
    this.#isCut[node] = false
  }

  /** The node has begun anew: what was for the old one is gone. */
  clear(node: number): void {
    this.#queues[node] = []
  }
}

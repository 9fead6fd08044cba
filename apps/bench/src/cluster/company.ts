import { setTimeout as pause } from 'node:timers/promises'
import { Ledger, type Missing } from '../crash/ledger.ts'
import { findOn } from '../load/find.ts'
import type { Cluster } from './cluster.ts'
import { Stayer, type Table } from './stayer.ts'

const EDIT_EVERY_MS = 200
const SETTLE_MS = 15_000

/** People on some boards, spread over all nodes so that every board is open on each, who edit all the time. */
export class Company {
  readonly #cluster: Cluster
  readonly #tables: readonly Table[]
  readonly people: readonly Stayer[]
  #timer: NodeJS.Timeout | null = null

  private constructor(cluster: Cluster, tables: readonly Table[], people: readonly Stayer[]) {
    this.#cluster = cluster
    this.#tables = tables
    this.people = people
  }

  static async gather(cluster: Cluster, boards: number, people: number): Promise<Company> {
    const tables: Table[] = []
    // one more: who looks afterwards
    for (let i = 0; i < boards; i++)
      tables.push({ board: await cluster.board(people + 1), people, ledger: new Ledger() })
    cluster.share()
    const stayers = tables.flatMap((table) =>
      Array.from({ length: people }, (_, person) => new Stayer(cluster, table, person, person)),
    )
    await Promise.all(stayers.map((stayer) => stayer.connect()))
    return new Company(cluster, tables, stayers)
  }

  work(): void {
    let turn = 0
    const step = EDIT_EVERY_MS / this.people.length
    let next = performance.now()
    this.#timer = setInterval(() => {
      for (const now = performance.now(); next <= now; next += step)
        this.people[turn++ % this.people.length]?.edit()
    }, 2)
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** From now on `backAfter` can be asked. */
  watch(): void {
    for (const one of this.people) one.watch(this.#atTableOf(one))
  }

  #atTableOf(one: Stayer): Stayer[] {
    return this.people.filter((other) => other.table === one.table)
  }

  /** ms from `since` until everybody was back (see `Stayer.watch`), and how many are not within `atMostMs`. */
  async backAfter(since: number, atMostMs: number): Promise<{ readonly ms: number; readonly stuck: number }> {
    while (performance.now() - since < atMostMs && this.people.some((one) => one.backAt === null))
      await pause(20)
    const back = this.people.flatMap((one) => (one.backAt === null ? [] : [one.backAt - since]))
    return { ms: Math.max(0, ...back), stuck: this.people.length - back.length }
  }

  /**
   * What is missing from the boards, as each node shows them and as each person has heard them, once nobody writes and time
   * enough has passed for the slowest way.
   */
  async missing(): Promise<Missing & { readonly unheard: number; readonly unsaved: number }> {
    const until = performance.now() + SETTLE_MS
    for (;;) {
      const found = await this.#look()
      const isWhole = found.acknowledged + found.seen + found.unheard + found.unsaved === 0
      if (isWhole || performance.now() > until) return found
      await pause(300)
    }
  }

  async #look(): Promise<Missing & { readonly unheard: number; readonly unsaved: number }> {
    let acknowledged = 0
    let seen = 0
    for (const { board, people, ledger } of this.#tables)
      for (const node of this.#cluster.nodes) {
        const found = await findOn(node, board, people).catch(() => ({ signs: [] }))
        const missing = ledger.missing(found.signs)
        acknowledged += missing.acknowledged
        seen += missing.seen
      }
    const unheard = this.people.reduce((sum, one) => sum + one.missing(this.#atTableOf(one)), 0)
    return { acknowledged, seen, unheard, unsaved: this.people.filter((one) => !one.isSaved).length }
  }

  leave(): void {
    this.rest()
    for (const one of this.people) one.leave()
  }
}

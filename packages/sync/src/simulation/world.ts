import { type Random, seededRandom } from '@second-story/std'
import { Broken } from './broken.ts'
import { Bus } from './bus.ts'
import { Counts } from './counts.ts'
import { attempt } from './jobs.ts'
import { BROKEN_OFF, Line } from './line.ts'
import { SimNode } from './node.ts'
import { OfflineCopy } from './offline-copy.ts'
import { People } from './people.ts'
import type { Setup } from './program.ts'
import { STEPS, type Step, type StepName } from './steps.ts'
import { Store } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { Tab, type TabWorld } from './tab.ts'
import { Trace } from './trace.ts'
import { Truth } from './truth.ts'

/** A member with bad intent. */
export const STRANGER = 'mallory'

/** What each step does to a world; `at` says to whom, or where. */
export type Happenings = Readonly<Record<StepName, (world: World, at: number) => void>>

/** A few people, one to three nodes, one disk, and all that can happen between them. */
export class World implements Surroundings, TabWorld {
  readonly setup: Setup
  readonly trace = new Trace()
  readonly counts = new Counts()
  readonly truth = new Truth()
  readonly people = new People()
  readonly store: Store
  readonly bus: Bus
  readonly tabs: readonly Tab[]
  readonly nodes: readonly SimNode[]
  lines: Line[] = []
  /** ms since the beginning */
  now = 0
  random: Random = seededRandom(0)
  readonly stranger: Tab
  readonly #accounts = new Map<number, string>()
  #lineCount = 0
  readonly #happenings: Happenings

  constructor(setup: Setup, happenings: Happenings) {
    this.setup = setup
    this.#happenings = happenings
    this.store = new Store(
      () => this.now,
      (before, after) => this.truth.synced(before, after),
      setup.nodes === 1,
    )
    this.bus = new Bus(setup.nodes)
    const shared = new OfflineCopy()
    this.tabs = Array.from({ length: setup.tabs }, (_, i) => {
      const isShared = setup.shared && i < 2
      return new Tab(i, isShared ? 'p0' : `p${i}`, isShared ? shared : new OfflineCopy(), this)
    })
    this.stranger = new Tab(setup.tabs, STRANGER, new OfflineCopy(), this)
    for (const tab of this.tabs.slice(setup.tabs - setup.readers)) this.people.setReader(tab.account, true)
    this.nodes = Array.from({ length: setup.nodes }, (_, i) => new SimNode(i, this, () => this.now))
  }

  close(): void {
    for (const doc of [this.truth.doc, this.stranger.doc, ...this.tabs.map((tab) => tab.doc)]) doc.destroy()
  }

  // For tabs and nodes

  get hasPresence(): boolean {
    return !this.setup.isPrivate
  }

  nextClient(account: string): number {
    const client = this.#accounts.size + 1
    this.#accounts.set(client, account)
    return client
  }

  /** Whose a client is: what rule 3 must find out. */
  accountOf(client: number): string | undefined {
    return this.#accounts.get(client)
  }

  tab(index: number): Tab {
    return this.tabs[index] ?? this.stranger
  }

  node(index: number): SimNode {
    return this.nodes[index % this.nodes.length] as SimNode
  }

  isHonest(line: Line): boolean {
    return line.tab < this.setup.tabs
  }

  /** Our client then offers what it had as a file, and loads the layer anew. */
  refused(tab: Tab): void {
    if (!this.people.wasEverReader(tab.account)) throw new Broken('an honest client was refused')
    this.counts.add('refused')
    this.clearBrowser(tab.account)
  }

  // Steps

  step({ name, at, roll }: Step): void {
    this.random = seededRandom(roll)
    this.trace.text(name)
    if ('isFault' in STEPS[name]) this.counts.add(name)
    this.#happenings[name](this, at)
  }

  below(n: number): number {
    return Math.floor(this.random() * n)
  }

  chance(share: number): boolean {
    return this.random() < share
  }

  // What steps and the mending at the end have in common

  connect(tab: Tab, node: SimNode): void {
    const line = new Line(++this.#lineCount, tab.index, node.index)
    this.lines.push(line)
    tab.mayEdit = !this.people.isReader(tab.account)
    tab.connect(line)
  }

  /** The page closes its socket, or the network breaks it: a share of what is on its way arrives. */
  hangUp(tab: Tab, share = 1, isSilent = false): void {
    const { line } = tab
    if (line === null) return
    tab.disconnect()
    line.clientGone(Math.ceil(line.up.length * share), isSilent)
    this.#prune()
  }

  /** Everything in one browser is cleared: another machine, signing out, or our client after a refusal. */
  clearBrowser(account: string): void {
    for (const tab of this.tabs) {
      if (tab.account !== account) continue
      this.hangUp(tab)
      tab.wipe()
    }
  }

  /** Whoever holds on to a dead line finds out. */
  notice(): void {
    for (const line of this.lines) {
      const node = this.node(line.node)
      const tab = this.tab(line.tab)
      const isOpening = line.up[0] === 'open'
      if (line.isServed && !line.isHeld && line.up.length === 0 && !node.isPaused) node.layer?.detach(line)
      if (tab.line === line && !line.isServed && !isOpening && line.down.length === 0) {
        line.isHeld = false
        tab.disconnect()
      }
    }
    this.#prune()
  }

  #prune(): void {
    this.lines = this.lines.filter((line) => line.isHeld || line.isServed || line.up[0] === 'open')
  }

  /** What was told arrives. */
  down(tab: Tab, count: number): void {
    for (let n = count; n > 0; n--) {
      const { line } = tab
      const item = line?.down.shift()
      if (line === null || item === undefined) return
      if ('bytes' in item) tab.receive(item.bytes)
      else {
        line.isHeld = false
        tab.disconnect()
        if (item.code !== BROKEN_OFF) this.counts.add('told to come back')
      }
    }
  }

  /** What a node gave up waiting for is done after all. */
  doLate(): void {
    const ask = this.store.late.shift()
    if (ask !== undefined && attempt(ask) !== null) this.counts.add('done late')
  }

  beat(ms: number): void {
    this.now += ms
    for (const tab of this.tabs) if (tab.line !== null) tab.renew(this.now)
    for (const node of this.nodes) node.beat()
  }
}

import type { Line } from './line.ts'
import type { SimNode } from './node.ts'
import { faceOf } from './people.ts'
import type { Trouble } from './store.ts'
import { forgery } from './stranger.ts'
import type { Tab } from './tab.ts'
import { type Happenings, STRANGER, type World } from './world.ts'

/** From `at` on the first of whom this can happen to, else the one at `at`: few steps are in vain. */
function pick<T>(list: readonly T[], at: number, can: (one: T) => boolean): T {
  const turned = [...list.slice(at % list.length), ...list.slice(0, at % list.length)]
  return turned.find(can) ?? (turned[0] as T)
}

const someTab = (world: World, at: number, can: (tab: Tab) => boolean = () => true): Tab =>
  pick(world.tabs, at, can)
const someNode = (world: World, at: number, can: (node: SimNode) => boolean = () => true): SimNode =>
  pick(world.nodes, at, (node) => !node.isPaused && can(node))

/** What each step does. Chance in it comes from the world alone. */
export const HAPPENINGS: Happenings = {
  edit(world, at) {
    const tab = someTab(world, at, (one) => one.mayEdit)
    world.counts.add('edits')
    for (let n = 1 + world.below(3); n > 0; n--) tab.edit()
  },

  up(world, at) {
    const line = upLine(world, at)
    if (line !== undefined) world.node(line.node).deliver(line, 1 + world.below(6))
  },

  down(world, at) {
    const tab = someTab(world, at, ({ line }) => line !== null && line.down.length > 0)
    world.down(tab, 1 + world.below(6))
  },

  go(world, at) {
    const tab = someTab(world, at)
    const isMove = tab.line === null || world.chance(0.5)
    if (tab.line !== null) world.hangUp(tab, world.chance(0.5) ? world.random() : 1)
    // mostly to the node that serves the board, sometimes to another
    if (isMove) world.connect(tab, world.node(world.chance(0.5) ? 0 : world.below(3)))
  },

  show(world, at) {
    someTab(world, at).show(faceOf(world.below(100)))
  },

  persist(world, at) {
    someTab(world, at).persist(world.random())
  },

  fetch(world, at) {
    someTab(world, at, ({ line }) => line === null).fetch(world.store.synced)
  },

  tick(world, at) {
    someNode(world, at, ({ layer }) => layer?.log.isAwake === true).tick()
  },

  disk(world, at) {
    if (world.chance(0.1)) world.doLate()
    someNode(world, at, ({ jobs }) => jobs.count > 0).work(world.random)
  },

  beat(world) {
    world.beat(500 + world.below(2500))
  },

  write(world, at) {
    const node = someNode(world, at)
    if (!node.isPaused) node.open().write(`v${world.below(1e6)}`)
  },

  hear(world, at) {
    someNode(world, at, ({ index }) => world.bus.hasFor(index)).hear(world.random, true)
  },

  poll(world, at) {
    someNode(world, at).layer?.log.poll()
  },

  learn(world, at) {
    const node = someNode(world, at, ({ layer }) => layer?.wantsToLearn === true)
    if (node.layer?.wantsToLearn) world.counts.add('learned')
    node.learn(1 + world.below(8))
  },

  // Faults

  half(world, at) {
    const tab = someTab(world, at, ({ line }) => line !== null)
    const { line } = tab
    if (line === null) return
    const node = world.node(line.node)
    if (world.chance(0.5)) world.hangUp(tab, world.random(), true)
    else if (line.isServed && !node.isPaused) {
      node.layer?.detach(line)
      line.serverGone(world.below(line.down.length + 1), true)
    }
  },

  notice(world) {
    world.notice()
  },

  reload(world, at) {
    const tab = someTab(world, at)
    world.hangUp(tab, world.random(), world.chance(0.3))
    tab.reload()
  },

  wipe(world, at) {
    world.clearBrowser(someTab(world, at).account)
  },

  role(world, at) {
    const { account } = someTab(world, at)
    const isReader = !world.people.isReader(account)
    world.people.setReader(account, isReader)
    const isSeen = world.chance(0.5)
    for (const tab of world.tabs) if (tab.account === account && isSeen) tab.mayEdit = !isReader
    if (world.chance(0.7)) for (const node of world.nodes) node.learnRoles()
  },

  forge(world, at) {
    const { stranger } = world
    const node = someNode(world, at)
    const claimed = [...world.store.synced.owners].filter(([client]) => {
      const owner = world.accountOf(client)
      return owner !== undefined && owner !== STRANGER
    })
    const [victim] = claimed[world.below(claimed.length)] ?? []
    if (victim === undefined || node.isPaused) return
    if (stranger.line === null) world.connect(stranger, node)
    const { line } = stranger
    if (line === null) return
    line.up.push(forgery(world.below(6), stranger.client, victim, world.truth))
    world.node(line.node).deliver(line, line.up.length)
    world.down(stranger, line.down.length)
  },

  crash(world, at) {
    world.node(at).crash(world.random)
  },

  power(world, at) {
    const node = someNode(world, at, ({ jobs }) => jobs.has('append'))
    if (world.chance(0.6)) node.jobs.beginWrite()
    world.store.losePower(world.random())
    world.truth.checkWhole(world.store.synced)
    if (world.nodes.length === 1) node.crash(world.random, true)
  },

  pause(world, at) {
    const node = world.node(at)
    node.isPaused = !node.isPaused
  },

  jump(world, at) {
    world.node(at).offset += Math.floor((world.random() - 0.5) * 2 * HOUR_MS)
  },

  sick(world) {
    world.store.trouble = world.chance(0.4) ? (TROUBLES[world.below(TROUBLES.length)] ?? null) : null
  },

  cut(world, at) {
    const node = world.node(at)
    if (!world.bus.isCut(node.index)) world.bus.cut(node.index)
    else {
      world.bus.restore(node.index)
      if (!node.isPaused) node.layer?.log.poll()
    }
  },

  sleep(world) {
    world.now += 5000 + world.below(world.chance(0.5) ? 60_000 : HOUR_MS)
  },

  forget(world, at) {
    someNode(world, at).layer?.log.forget()
  },
}

const HOUR_MS = 3_600_000
const TROUBLES: readonly Trouble[] = ['full', 'fsync', 'ambiguous', 'down']

/** The line of a tab on which something is on its way: often an old one, that the tab no longer holds. */
function upLine(world: World, at: number): Line | undefined {
  const hasUp = (line: Line): boolean => line.up.length > 0 && !world.node(line.node).isPaused
  const old = world.chance(0.3) ? world.lines.find((line) => !line.isHeld && hasUp(line)) : undefined
  return old ?? someTab(world, at, ({ line }) => line !== null && hasUp(line)).line ?? undefined
}

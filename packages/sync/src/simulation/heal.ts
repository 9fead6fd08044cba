import * as Y from 'yjs'
import { visible } from '../testing/author.ts'
import { Broken } from './broken.ts'
import type { SimNode } from './node.ts'
import { canonicalFace, toldFace } from './people.ts'
import { documentOf, isSame } from './truth.ts'
import type { World } from './world.ts'

/** How long everything is well before the end: longer than any presence, and any node, is waited for. */
const ROUND_MS = 5000
const ROUNDS = 12
/** Without presence there is only the log to catch up with. */
const ROUNDS_PRIVATE = 4
const MOST_WORK = 2000

/** Everything that is broken is mended, everybody comes back, and time passes. */
export function heal(world: World): void {
  world.store.trouble = null
  while (world.store.late.length > 0) world.doLate()
  world.truth.checkWhole(world.store.synced)
  for (const node of world.nodes) {
    node.isPaused = false
    world.bus.restore(node.index)
    node.learnRoles()
    if (node.layer?.log.isLoaded) node.layer.log.poll()
  }
  const rounds = world.hasPresence ? ROUNDS : ROUNDS_PRIVATE
  for (let round = 0; round < rounds; round++) {
    workAll(world)
    world.notice()
    for (const [i, tab] of world.tabs.entries())
      if (tab.line === null) world.connect(tab, world.nodes[i % world.nodes.length] as SimNode)
    workAll(world)
    world.beat(ROUND_MS)
  }
  workAll(world)
}

/** Delivers, stores and tells until nothing is on its way. */
function workAll(world: World): void {
  for (let n = 0; n < MOST_WORK; n++) {
    let isBusy = false
    for (const line of world.lines) {
      if (line.up.length === 0) continue
      isBusy = true
      world.nodes[line.node]?.deliver(line, line.up.length)
    }
    for (const tab of world.tabs) {
      const count = tab.line?.down.length ?? 0
      if (count === 0) continue
      isBusy = true
      world.down(tab, count)
    }
    for (const node of world.nodes) {
      if (node.jobs.count > 0 || world.bus.hasFor(node.index) || node.layer?.log.isAwake === true)
        isBusy = true
      if (node.layer?.wantsToLearn) {
        isBusy = true
        node.learn(3)
      }
      node.tick()
      node.jobs.drain()
      while (world.bus.hasFor(node.index)) node.hear(() => 0.5, false)
    }
    if (!isBusy) return
  }
  throw new Broken('it never comes to rest')
}

/** What must hold in the end: nothing lost, all the same everywhere, nobody here who is not. */
export function checkEnd(world: World): void {
  const disk = documentOf(world.store.synced)
  if (!isSame(disk, world.truth.doc)) throw new Broken('the disk is not what was stored')
  const shown = show(disk)
  for (const tab of world.tabs) {
    if (tab.line === null) throw new Broken('somebody cannot come back')
    if (!isSame(tab.doc, disk)) throw new Broken('a tab and the disk differ')
    if (show(tab.doc) !== shown) throw new Broken('a tab shows something else than is on disk')
    world.counts.add('saved', tab.checkAllSaved())
  }
  for (const node of world.nodes) checkNode(node, disk)
  if (world.hasPresence) checkFaces(world)
}

function checkNode({ layer }: SimNode, disk: Y.Doc): void {
  if (layer === null) return
  if (layer.room.accepted !== layer.room.stored) throw new Broken('a node has not stored all that it took')
  const doc = new Y.Doc()
  for (const update of layer.room.storedUpdates) Y.applyUpdate(doc, update)
  if (!isSame(doc, disk)) throw new Broken('a node and the disk differ')
  doc.destroy()
}

/** Everybody sees everybody else, as the server tells them, and nobody who has left. */
function checkFaces(world: World): void {
  for (const tab of world.tabs) {
    const others = tab.faces.others
    const expected = world.tabs.filter((one) => one !== tab && one.faces.ownState !== null)
    if (others.size > expected.length) throw new Broken('a ghost is here')
    for (const one of expected) {
      const face = others.get(one.client)
      if (face === undefined) throw new Broken('somebody who is here is not seen')
      const told = toldFace(one.faces.ownState as string, world.people.session(one.account))
      if (canonicalFace(JSON.parse(face)) !== told) throw new Broken('somebody is seen as they are not')
    }
  }
}

function show(doc: Y.Doc): string {
  return JSON.stringify(visible(doc), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

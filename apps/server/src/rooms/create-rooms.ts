import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { CLOSE, formatLayer, type LayerRef, parseLayer } from '@second-story/protocol'
import { type Clock, randomId, steadyClock, systemClock } from '@second-story/std'
import * as Y from 'yjs'
import type { Bus } from '../bus/bus.ts'
import { fold as foldHere } from '../off-thread/fold.ts'
import type { LayerHead, LayerStore } from '../storage/layers/layer-store.ts'
import type { Access } from './access.ts'
import { admit } from './admission.ts'
import { Flusher } from './flusher.ts'
import type { FoldLog } from './folder.ts'
import { Gateway } from './gateway.ts'
import { type Hand, writeDown } from './hand.ts'
import type { LiveRoom } from './live-room.ts'
import { type Log, silentLog } from './log.ts'
import { type Meter, silentMeter } from './meter.ts'
import { OtherNodes } from './other-nodes.ts'
import { nameOf, type PackedLayer, packedOnDisk, plainRows } from './packed-layer.ts'
import { Registry } from './registry.ts'
import type { Rooms, StoredBoard } from './rooms.ts'
import { Turns } from './turns.ts'

export interface RoomsOptions {
  readonly store: LayerStore
  /** how other nodes are reached; null: there are none */
  readonly bus?: Bus | null
  readonly access: Access
  /** how a log is folded; on this thread where nothing else is said */
  readonly fold?: FoldLog
  /** what boards hold now: a client that says it knows less is told to reload */
  readonly schema?: number
  /** where the server is seen, from PUBLIC_URL; null: an Origin must have the host that was asked for */
  readonly publicUrl?: string | null
  readonly clock?: Clock
  readonly log?: Log
  readonly meter?: Meter
}

const squeeze = promisify(gzip)
const BEAT_MS = 1000
/** bytes of a layer that is packed on this thread: a small one is ready before another thread has heard of it */
const PACKED_HERE = 64 * 1024
/** a packed layer is on its way before its room begins to load */
const EXPECT_AFTER_MS = 10
/** so long may something go on before everything else has its turn */
const SLICE_MS = 10
/** so many leases are asked for at a time */
const BUILT_TOGETHER = 4
/** how long close() waits for a disk that does not take what it is given */
const LAST_WRITE_MS = 2000
/** many sockets are closed over so long; with the above it ends within 5 s */
const STAGGER_MS = 1500

/** The rooms of this process. */
export function createRooms(options: RoomsOptions): Rooms {
  return new RoomHost(options)
}

class RoomHost implements Rooms {
  readonly #store: LayerStore
  readonly #access: Access
  readonly #log: Log
  readonly #registry: Registry
  readonly #gateway: Gateway
  /** appends and wipes of a board never overlap */
  readonly #turns = new Turns()
  readonly #nodes: OtherNodes
  readonly #fold: FoldLog
  readonly #beat: NodeJS.Timeout
  #isClosed = false

  constructor({
    store,
    bus = null,
    access,
    schema = 1,
    publicUrl = null,
    clock = systemClock,
    log = silentLog,
    meter = silentMeter,
    fold = async (updates) => foldHere(updates),
  }: RoomsOptions) {
    this.#store = store
    this.#log = log
    this.#access = access
    this.#fold = fold
    const flusher = new Flusher(store, this.#turns, log, meter)
    const wake = (room: LiveRoom): void => flusher.add(room)
    const self = randomId()
    const steady = clock === systemClock ? steadyClock : clock
    const here = {
      room: (board: string, layer: string) => this.#registry.find(board, layer),
      rooms: () => this.#registry.all(),
      accessChanged: (board: string | null, account: string | undefined) =>
        this.#accessChangedElsewhere(board, account),
      removed: (board: string) => this.#registry.endBoard(board),
    }
    this.#nodes = new OtherNodes(bus, self, store, here, log)
    this.#registry = new Registry({
      store,
      clock,
      steady,
      log,
      meter,
      holder: self,
      nodes: this.#nodes,
      fold,
      wake,
    })
    this.#gateway = new Gateway(access, this.#registry, log, meter, { publicUrl, schema })
    meter.watch(() => {
      const rooms = this.#registry.all()
      const pending = rooms.reduce((sum, { machine }) => sum + machine.accepted - machine.stored, 0)
      return { rooms: rooms.length, pending, ...this.#gateway.load }
    })
    this.#beat = setInterval(() => {
      for (const room of this.#registry.all()) room.beat()
    }, BEAT_MS)
    this.#beat.unref()
  }

  upgrade(...args: Parameters<Rooms['upgrade']>): void {
    this.#gateway.upgrade(...args)
  }

  write<T>(board: string, layer: LayerRef, change: (doc: Y.Doc) => T): Promise<T> {
    return this.writeMany(board, [layer], (docs) => change(docs.get(formatLayer(layer)) as Y.Doc))
  }

  async writeMany<T>(
    board: string,
    layers: readonly LayerRef[],
    change: (docs: ReadonlyMap<string, Y.Doc>) => T,
  ): Promise<T> {
    const rooms = [...new Set(layers.map((layer) => this.#registry.room(board, layer)))]
    return useAll(rooms, async () => {
      const hands = await takeHands(rooms, 'write')
      // from here to the last `written` nothing is awaited: all of it is in one tick, and so in one transaction
      const { result, updates } = this.#change(rooms, hands, change)
      await Promise.all(rooms.map((room, i) => room.written(hands[i] as Hand, updates[i] ?? null)))
      return result
    })
  }

  #change<T>(
    rooms: readonly LiveRoom[],
    hands: readonly Hand[],
    change: (docs: ReadonlyMap<string, Y.Doc>) => T,
  ) {
    const docs = hands.map((hand) => hand.doc)
    const byLayer = new Map(rooms.map((room, i) => [room.layer, docs[i] as Y.Doc] as const))
    try {
      return writeDown(docs, () => change(byLayer))
    } catch (error) {
      for (const [i, room] of rooms.entries()) room.discard(hands[i] as Hand)
      throw error
    }
  }

  read<T>(board: string, layer: LayerRef, look: (doc: Y.Doc) => T): Promise<T> {
    return this.readMany(board, [layer], (docs) => look(docs.get(formatLayer(layer)) as Y.Doc))
  }

  async readMany<T>(
    board: string,
    layers: readonly LayerRef[],
    look: (docs: ReadonlyMap<string, Y.Doc>) => T,
  ): Promise<T> {
    const rooms = await this.#written(board, layers)
    return useAll(rooms, async () => {
      for (;;) {
        const hands = await takeHands(rooms, 'look')
        await Promise.all(rooms.map((room, i) => room.stored(hands[i]?.includes ?? 0)))
        const isOnDisk = (hand: Hand, i: number): boolean => hand.includes <= (rooms[i]?.machine.stored ?? 0)
        if (!areCurrent(rooms, hands) || !hands.every(isOnDisk)) continue
        const docs = new Map(rooms.map((room, i) => [room.layer, (hands[i] as Hand).doc] as const))
        for (const layer of layers) {
          const name = formatLayer(layer)
          if (!docs.has(name)) docs.set(name, new Y.Doc())
        }
        return look(docs)
      }
    })
  }

  async stored(board: string, layers: readonly LayerRef[]): Promise<StoredBoard> {
    const names = layers.map(formatLayer)
    for (;;) {
      const rooms = await this.#written(board, layers)
      const stored = await useAll(rooms, async () => {
        await Promise.all(rooms.map((room) => room.load()))
        return rooms.every((room) => room.isLoaded) ? storedOf(names, rooms) : null
      })
      // a room that was closed meanwhile is read anew
      if (stored !== null) return stored
    }
  }

  async state(board: string, layers: readonly LayerRef[]): Promise<string> {
    const names = layers.map(formatLayer)
    return stateName(names, await this.#store.heads(names.map((layer) => ({ board, layer }))))
  }

  /** The rooms of those layers in which something is written. */
  async #written(board: string, layers: readonly LayerRef[]): Promise<readonly LiveRoom[]> {
    const refs = new Map(layers.map((layer) => [formatLayer(layer), layer] as const))
    const unknown = [...refs.keys()].filter((layer) => this.#registry.find(board, layer) === undefined)
    const keys = unknown.map((layer) => ({ board, layer }))
    const heads = unknown.length === 0 ? [] : await this.#store.heads(keys)
    const empty = new Set(unknown.filter((_, i) => heads[i]?.head === 0))
    return [...refs].flatMap(([name, layer]) => (empty.has(name) ? [] : [this.#registry.room(board, layer)]))
  }

  snapshot(board: string, layer: LayerRef): Promise<Uint8Array> {
    return this.read(board, layer, (doc) => Y.encodeStateAsUpdateV2(doc))
  }

  async packed(board: string, ref: LayerRef): Promise<PackedLayer | null> {
    const packed = await packedOnDisk(this.#store, { board, layer: formatLayer(ref) })
    if (packed !== null) this.expect(board, ref)
    return packed
  }

  expect(board: string, ref: LayerRef): void {
    setTimeout(() => {
      if (!this.#isClosed) this.#registry.room(board, ref)
    }, EXPECT_AFTER_MS).unref()
  }

  async rows(board: string, ref: LayerRef): Promise<readonly Uint8Array[]> {
    const layer = formatLayer(ref)
    const isOpen = this.#registry.find(board, layer)?.isLoaded ?? false
    const rows = isOpen || this.#nodes.exist ? null : plainRows(await this.#store.load(board, layer))
    return rows ?? (await this.stored(board, [ref])).layers.get(layer) ?? []
  }

  async packNow(board: string, ref: LayerRef): Promise<PackedLayer> {
    const layer = formatLayer(ref)
    const updates = (await this.stored(board, [ref])).layers.get(layer) ?? []
    const size = updates.reduce((sum, update) => sum + update.length, 0)
    const isSmall = size < PACKED_HERE
    const bytes = isSmall
      ? await squeeze(await this.snapshot(board, ref))
      : (await this.#fold(updates)).packed
    return { name: nameOf({ board, layer }), bytes, reach: null }
  }

  async ownLayers(board: string): Promise<readonly string[]> {
    const names = new Set(await this.#store.list(board))
    // what was taken a moment ago and is not on disk yet counts too
    for (const room of this.#registry.ofBoard(board)) if (room.machine.accepted > 0) names.add(room.layer)
    const layers = [...names].map(parseLayer)
    return layers.flatMap((layer) => (layer?.kind === 'own' ? [layer.member] : [])).sort()
  }

  forget(board: string, layer: LayerRef): Promise<void> {
    return this.#registry.room(board, layer).forget()
  }

  accessChanged(board: string, account?: string): Promise<void> {
    this.#nodes.accessChanged(board, account)
    return this.#decideAnew(this.#registry.ofBoard(board), account)
  }

  signedOut(account: string): Promise<void> {
    this.#nodes.accessChanged(null, account)
    return this.#decideAnew(this.#registry.all(), account)
  }

  #accessChangedElsewhere(board: string | null, account: string | undefined): void {
    const rooms = board === null ? this.#registry.all() : this.#registry.ofBoard(board)
    this.#decideAnew(rooms, account).catch((error: unknown) => {
      this.#log.error({ board, error: String(error) }, 'a change of access could not be followed')
    })
  }

  async #decideAnew(rooms: readonly LiveRoom[], account?: string): Promise<void> {
    this.#registry.accessChanged()
    for (const room of rooms) {
      for (const [id, attached] of room.attached) {
        if (account !== undefined && attached.caller.account !== account) continue
        const admission = await admit(this.#access, this.#registry, attached.caller, room.board, room.ref)
        if ('close' in admission) room.expel(id, admission.close)
        else room.changeAccess(id, admission.session)
      }
    }
  }

  async removeBoard(board: string): Promise<void> {
    this.#registry.accessChanged()
    this.#registry.endBoard(board)
    this.#nodes.removed(board)
    await this.#turns.run(() => this.#store.removeBoard(board))
  }

  present(board: string): readonly string[] {
    const common = this.#registry.ofBoard(board).find((room) => room.ref.kind === 'common')
    const here = [...(common?.attached.values() ?? [])].map((attached) => attached.caller.account)
    const elsewhere = this.#registry.elsewhere(board).map(({ account }) => account)
    return [...new Set([...here, ...elsewhere])].sort()
  }

  colours(board: string): ReadonlyMap<string, number> {
    const people = [...this.#registry.elsewhere(board), ...this.#registry.people(board)]
    return new Map(people.map(({ account, colour }) => [account, colour]))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#gateway.drain()
    clearInterval(this.#beat)
    const stored = Promise.all(this.#registry.all().map((room) => room.quiet()))
    const inTime = await within(LAST_WRITE_MS, stored)
    await this.#gateway.closeAll(CLOSE.draining, STAGGER_MS)
    for (const room of this.#registry.all()) room.end(CLOSE.draining)
    this.#nodes.close()
    await this.#turns.idle()
    if (!inTime) throw new Error('not everything could be stored before the end')
  }
}

/** Documents of all rooms at one moment: none of them may have been let go of while another was built. */
async function takeHands(rooms: readonly LiveRoom[], to: 'look' | 'write'): Promise<Hand[]> {
  for (;;) {
    await buildHands(rooms, to)
    const hands = await Promise.all(rooms.map((room) => room.hand(to)))
    if (areCurrent(rooms, hands)) return hands
  }
}

/** Building a document takes time: with many of them everything else has its turn in between. */
async function buildHands(rooms: readonly LiveRoom[], to: 'look' | 'write'): Promise<void> {
  let since = performance.now()
  for (let i = 0; i < rooms.length; i += BUILT_TOGETHER) {
    await Promise.all(rooms.slice(i, i + BUILT_TOGETHER).map((room) => room.hand(to)))
    if (performance.now() - since < SLICE_MS) continue
    await setImmediate()
    since = performance.now()
  }
}

function areCurrent(rooms: readonly LiveRoom[], hands: readonly Hand[]): boolean {
  return hands.every((hand, i) => rooms[i]?.isCurrent(hand))
}

/** In one breath, so that all of it is of one moment. */
function storedOf(names: readonly string[], rooms: readonly LiveRoom[]): StoredBoard {
  const byName = new Map(rooms.map((room) => [room.layer, room] as const))
  const heads = names.map((name) => {
    const room = byName.get(name)
    return { head: room?.machine.head ?? 0, epoch: room?.epoch ?? 0 }
  })
  return {
    state: stateName(names, heads),
    layers: new Map(names.map((name) => [name, byName.get(name)?.machine.storedUpdates ?? []] as const)),
  }
}

function stateName(names: readonly string[], heads: readonly LayerHead[]): string {
  return names.map((name, i) => `${name}:${heads[i]?.epoch ?? 0}.${heads[i]?.head ?? 0}`).join(' ')
}

function useAll<T>(rooms: readonly LiveRoom[], work: () => Promise<T>): Promise<T> {
  return rooms.reduce<() => Promise<T>>((inner, room) => () => room.use(inner), work)()
}

/** True when `work` ends well within `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const done = work.then(
    () => true,
    () => false,
  )
  const result = await Promise.race([done, late])
  clearTimeout(timer)
  return result
}

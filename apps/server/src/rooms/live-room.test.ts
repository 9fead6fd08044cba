import { ManualClock } from '@second-story/std'
import { beforeEach, describe, expect, it } from 'vitest'
import { fold } from '../off-thread/fold.ts'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { Flusher } from './flusher.ts'
import type { LiveRoom } from './live-room.ts'
import { silentLog } from './log.ts'
import { silentMeter } from './meter.ts'
import { OtherNodes } from './other-nodes.ts'
import { Registry } from './registry.ts'
import { Turns } from './turns.ts'

let clock: ManualClock
let store: MemoryLayerStore
let registry: Registry
let loads: number

beforeEach(() => {
  clock = new ManualClock()
  store = new MemoryLayerStore()
  loads = 0
  const load = store.load.bind(store)
  store.load = (board, layer) => {
    loads++
    return load(board, layer)
  }
  const flusher = new Flusher(store, new Turns(), silentLog, silentMeter)
  const here = {
    room: () => undefined,
    rooms: () => [],
    accessChanged: () => undefined,
    removed: () => undefined,
  }
  registry = new Registry({
    store,
    clock,
    steady: clock,
    log: silentLog,
    meter: silentMeter,
    holder: 'test',
    fold: async (updates) => fold(updates),
    nodes: new OtherNodes(null, 'test', store, here, silentLog),
    wake: (room) => flusher.add(room),
  })
})

function beat(room: LiveRoom, ms: number): void {
  clock.advance(ms)
  room.dispatch({ type: 'beat' })
}

describe('rule 9: a live room', () => {
  it('is loaded once, however many ask', async () => {
    const room = registry.room('b', { kind: 'common' })
    expect(registry.room('b', { kind: 'common' })).toBe(room)
    await Promise.all([room.load(), room.load(), room.hand('look')])
    expect(loads).toBe(1)
  })

  it('is forgotten when nobody has been there for a while, and loaded anew', async () => {
    const room = registry.room('b', { kind: 'common' })
    await room.load()
    beat(room, 5000)
    expect(registry.all()).toEqual([room])
    beat(room, 60_000)
    expect(registry.all()).toEqual([])
    expect(registry.room('b', { kind: 'common' })).not.toBe(room)
  })

  it('is kept while something works with it, and while the server’s hand is warm', async () => {
    const room = registry.room('b', { kind: 'common' })
    let finish = (): void => undefined
    const working = room.use(async () => {
      await room.hand('write')
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await room.hand('write')
    beat(room, 60_000)
    expect(registry.all()).toEqual([room])
    finish()
    await working
    await room.hand('write')
    beat(room, 20_000)
    expect(registry.all()).toEqual([room])
    beat(room, 20_000)
    expect(registry.all()).toEqual([])
  })
})

import { formatLayer, type LayerRef } from '@second-story/protocol'
import { documentOf } from '@second-story/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MemoryLayerStore } from '../storage/layers/memory-layer-store.ts'
import { createRooms } from './create-rooms.ts'
import type { Rooms } from './rooms.ts'
import { FakeAccess, until } from './testing.ts'

const COMMON: LayerRef = { kind: 'common' }
const CONDUCT: LayerRef = { kind: 'conduct' }
const AGENTS: LayerRef = { kind: 'agents' }

let store: MemoryLayerStore
let rooms: Rooms
/** layers that were read from the disk */
let opened: string[]
/** while true the disk takes nothing */
let isStuck: boolean
let appends: number

beforeEach(() => {
  store = new MemoryLayerStore()
  opened = []
  isStuck = false
  appends = 0
  const load = store.load.bind(store)
  store.load = (board, layer) => {
    opened.push(layer)
    return load(board, layer)
  }
  const append = store.append.bind(store)
  store.append = async (entries) => {
    appends++
    await until(() => !isStuck, 'the disk')
    return append(entries)
  }
  rooms = createRooms({ store, access: new FakeAccess({}) })
})
afterEach(async () => {
  isStuck = false
  await rooms.close()
})

const count = (layers: readonly LayerRef[], by: number): Promise<void> =>
  rooms.writeMany('b', layers, (docs) => {
    for (const doc of docs.values()) doc.getMap('items').set('n', by)
  })

const readBoth = (): Promise<unknown[]> =>
  rooms.readMany('b', [COMMON, CONDUCT], (docs) =>
    [COMMON, CONDUCT].map((layer) => docs.get(formatLayer(layer))?.getMap('items').get('n')),
  )

const storedBoth = async (): Promise<unknown[]> => {
  const { layers } = await rooms.stored('b', [COMMON, CONDUCT])
  return [COMMON, CONDUCT].map((layer) =>
    documentOf(layers.get(formatLayer(layer)) ?? [])
      .getMap('items')
      .get('n'),
  )
}

test.each([
  ['readMany', readBoth],
  ['stored', storedBoth],
])('%s: layers that are written together are seen together', async (_, see) => {
  await count([COMMON, CONDUCT], 0)
  for (let n = 1; n <= 20; n++) {
    const [[common, conduct]] = await Promise.all([see(), count([COMMON, CONDUCT], n)])
    expect(conduct).toBe(common)
  }
  expect(await see()).toEqual([20, 20])
})

test('nothing is seen that is not on disk', async () => {
  await count([COMMON, CONDUCT], 1)
  isStuck = true
  const writing = count([COMMON, CONDUCT], 2)
  const before = appends
  await until(() => appends > before, 'the write')
  expect(await storedBoth()).toEqual([1, 1])
  let seen: unknown = null
  const seeing = readBoth().then((both) => {
    seen = both
  })
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  expect(seen).toBe(null)
  isStuck = false
  await Promise.all([writing, seeing])
  expect(seen).toEqual([2, 2])
})

test('a layer in which nothing was written is not opened', async () => {
  await count([COMMON], 1)
  opened = []
  const empty = await rooms.readMany('b', [COMMON, AGENTS], (docs) => docs.get('agents')?.share.size)
  const { layers } = await rooms.stored('b', [COMMON, AGENTS])
  expect([empty, layers.get('agents'), opened]).toEqual([0, [], []])
})

test('the state has another name after each change, and is told without opening anything', async () => {
  await count([COMMON], 1)
  await rooms.close()
  rooms = createRooms({ store, access: new FakeAccess({}) })
  opened = []
  const one = await rooms.state('b', [COMMON, CONDUCT])
  expect(opened).toEqual([])
  expect((await rooms.stored('b', [COMMON, CONDUCT])).state).toBe(one)
  await count([CONDUCT], 1)
  const two = await rooms.state('b', [COMMON, CONDUCT])
  expect(two).not.toBe(one)
  await rooms.forget('b', CONDUCT)
  expect(await rooms.state('b', [COMMON, CONDUCT])).not.toBe(two)
})

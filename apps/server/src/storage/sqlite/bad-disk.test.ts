import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, seededRandom } from '@second-story/std'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../rooms/log.ts'
import { DamagedError } from '../layers/damage.ts'
import type { LayerStore } from '../layers/layer-store.ts'
import { openStorage } from '../open-storage.ts'
import type { Storage } from '../storage.ts'
import { DATABASE_FILE, DataFolderError } from './open.ts'

const LAYERS = ['common', 'own.a', 'conduct']
const ROUNDS = 40

let folder: string
let said: string[]
let live: Storage | null
/** by layer: the rows that were acknowledged, in their order */
let acknowledged: Map<string, string[]>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-disk-'))
  said = []
  live = null
  acknowledged = new Map(LAYERS.map((layer) => [layer, []]))
})
afterEach(async () => {
  await live?.close()
  rmSync(folder, { recursive: true, force: true })
})

const log = { error: (_: object, message: string) => void said.push(message) }
const path = (name: string, file = ''): string => join(folder, name, DATABASE_FILE + file)

async function openFolder(name: string): Promise<Storage> {
  return openStorage({ dataDir: join(folder, name), databaseUrl: null }, log)
}

/** A server that wrote for a while, and is still running; what it acknowledged is known. */
async function written(random: Random, rounds: number): Promise<Storage> {
  live = await openStorage({ dataDir: join(folder, 'live'), databaseUrl: null }, silentLog)
  await goOn(live.layers, random, rounds)
  return live
}

async function goOn(layers: LayerStore, random: Random, rounds: number): Promise<void> {
  for (let i = 0; i < rounds; i++) {
    const entries = LAYERS.map((layer) => {
      const bytes = Buffer.alloc(1 + below(random, 3000), below(random, 256))
      return { board: 'b', layer, epoch: 0, bytes: new Uint8Array(bytes), owners: [] }
    })
    await layers.append(entries)
    for (const { layer, bytes } of entries) acknowledged.get(layer)?.push(hex(bytes))
  }
}

/** The files as a cut power cord would leave them, at this moment. */
function pullThePlug(name: string): void {
  mkdirSync(join(folder, name))
  for (const file of ['', '-wal']) copyFileSync(path('live', file), path(name, file))
}

async function rowsOf(layers: LayerStore, layer: string): Promise<string[]> {
  return (await layers.load('b', layer)).rows.map(({ bytes }) => hex(bytes))
}

function below(random: Random, end: number): number {
  return Math.floor(random() * end)
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

describe('after a cut power cord', () => {
  it('everything acknowledged is there', async () => {
    await written(seededRandom(1), 30)
    pullThePlug('after')
    const storage = await openFolder('after')
    for (const layer of LAYERS) expect(await rowsOf(storage.layers, layer)).toEqual(acknowledged.get(layer))
    await storage.close()
    expect(said).toEqual([])
  })

  it('a torn end of the log takes only what was never acknowledged, and takes it whole', async () => {
    const random = seededRandom(2)
    const storage = await written(random, 10)
    const certain = readFileSync(path('live', '-wal')).length
    const counts = acknowledged.get('common')?.length ?? 0
    await goOn(storage.layers, random, 3)
    const longer = readFileSync(path('live', '-wal')).length
    for (let round = 0; round < ROUNDS; round++) {
      const name = `torn-${round}`
      pullThePlug(name)
      // the last three transactions were on their way when the cord was pulled: cut off, or partly garbage
      const at = certain + below(random, longer - certain)
      if (round % 2) truncateSync(path(name, '-wal'), at)
      else garble(path(name, '-wal'), at, longer, random)
      const torn = await openFolder(name)
      const lengths = new Set<number>()
      for (const layer of LAYERS) {
        const rows = await rowsOf(torn.layers, layer)
        expect(rows).toEqual(acknowledged.get(layer)?.slice(0, rows.length))
        expect(rows.length).toBeGreaterThanOrEqual(counts)
        lengths.add(rows.length)
      }
      // no transaction is there by half
      expect(lengths.size).toBe(1)
      await torn.layers.append([
        { board: 'b', layer: 'common', epoch: 0, bytes: new Uint8Array([1]), owners: [] },
      ])
      await torn.close()
    }
  })
})

describe('on a disk that flips bits', () => {
  it('whatever is flipped: nothing false is served, what is lost is said, and nothing crashes', async () => {
    const random = seededRandom(3)
    const storage = await written(random, 60)
    await storage.layers.compact('b', 'own.a', {
      snapshot: new Uint8Array(5000).fill(3),
      through: 50,
      packed: new Uint8Array(3000).fill(4),
      digest: new Uint8Array(1000).fill(5),
      epoch: 0,
    })
    await storage.close()
    live = null
    const whole = readFileSync(path('live'))
    const seen = { served: 0, refused: 0, told: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      said = []
      mkdirSync(join(folder, `flip-${round}`))
      const flipped = Buffer.from(whole)
      for (let i = 0; i < 20; i++) {
        const at = below(random, flipped.length)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8))
      }
      writeFileSync(path(`flip-${round}`), flipped)
      const isSame = await servesNothingFalse(`flip-${round}`)
      if (isSame === null) seen.refused++
      else {
        seen.served++
        // whatever is missing was said
        if (!isSame) expect(said.length).toBeGreaterThan(0)
        if (said.length > 0) seen.told++
      }
    }
    expect(seen.served).toBeGreaterThan(0)
    expect(seen.told).toBeGreaterThan(0)
  })
})

/** True when all is there, false when something is missing, null when the file or the layer is refused in one line. */
async function servesNothingFalse(name: string): Promise<boolean | null> {
  let storage: Storage
  try {
    storage = await openFolder(name)
  } catch (error) {
    expect(error).toBeInstanceOf(DataFolderError)
    return null
  }
  let isSame = true
  for (const layer of LAYERS) {
    try {
      const { rows, through, digest } = await storage.layers.load('b', layer)
      if (digest !== null) expect(digest.every((byte) => byte === 5)).toBe(true)
      const written = acknowledged.get(layer) ?? []
      for (const { n, bytes } of rows) expect(hex(bytes)).toBe(written[n - 1])
      if (rows.length !== written.length - through) isSame = false
    } catch (error) {
      // said by whoever loads the layer
      said.push(String(error))
      expect(error instanceof DamagedError || /SQLITE_|malformed|disk image/.test(String(error))).toBe(true)
      isSame = false
    }
  }
  await storage.close()
  return isSame
}

function garble(file: string, from: number, to: number, random: Random): void {
  const bytes = readFileSync(file)
  for (let at = from; at < to; at++) bytes[at] = below(random, 256)
  writeFileSync(file, bytes)
}

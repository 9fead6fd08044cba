import { setTimeout as pause } from 'node:timers/promises'
import { OurServer } from '../servers/our-server.ts'
import type { Contender } from '../servers/sync-server.ts'
import { fill } from './big-board.ts'
import { Life } from './life.ts'
import { afterRestart, openAsOurs, openStock } from './open-board.ts'
import type { Measured, Row, RunOptions } from './row.ts'

/** longer than the server waits until it folds what nobody writes to any more */
const SETTLE_MS = 35_000
const MB = 1024 * 1024

/** A board that twenty people have changed for a long time: what is kept of it, and what it takes to open it. */
export const LONG_LIFE: Row = {
  id: 'long-life',
  title:
    'a board after many changes by twenty people (--items, --edits): what is stored beside ten times what is to be seen as JSON, and opening it after a restart',
  figures: [
    { name: 'stored', unit: 'MB', target: null },
    { name: 'ten times the JSON', unit: 'MB', target: null },
    { name: 'stored of that', unit: '%', target: { most: 100 } },
    { name: 'open', unit: 'ms', target: { most: 1000 } },
    { name: 'received', unit: 'KB', target: null },
    { name: 'waiting for the server', unit: 'ms', target: null },
  ],
  without: ['relay', 'relay16', 'tldraw', 'hocuspocus', 'y-websocket'],
  run,
}

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  const server = await contender.start({ inspect: options.profile !== null })
  try {
    if (!(server instanceof OurServer)) throw new Error('is about how we keep boards')
    const { items, edits } = options
    const board = await server.board(3)
    const began = performance.now()
    const life = new Life(items)
    await fill(server, board, { updates: updatesOf(life, edits) })
    const seconds = (performance.now() - began) / 1000
    await pause(SETTLE_MS)
    const seen = JSON.stringify(['items', 'places'].map((name) => life.doc.getMap(name).toJSON())).length
    // what a stock client is sent is what is kept: the snapshot in V1, and the rows since
    const plain = await afterRestart(server, null, () => openStock(server, board, items))
    const rounds: number[][] = []
    for (let round = 0; round < options.rounds; round++) {
      const { time, bytes, waiting } = await afterRestart(server, options.profile, () =>
        openAsOurs(server, board, items),
      )
      const stored = plain.bytes + bytes
      const share = (stored / (10 * seen)) * 100
      rounds.push([stored / MB, (10 * seen) / MB, share, time, bytes / 1024, waiting])
    }
    const done = `${items.toLocaleString('en')} items, ${edits.toLocaleString('en')} changes`
    const stock = `a stock client: ${Math.round(plain.time)} ms, ${(plain.bytes / MB).toFixed(1)} MB`
    return { rounds, notes: [`${done}, taken in ${Math.round(seconds)} s; ${stock}`] }
  } finally {
    await server.stop()
  }
}

/** Made as they are asked for: a million of them need not lie in memory. */
function* updatesOf(life: Life, edits: number): Generator<Uint8Array> {
  let made: Uint8Array[] = []
  life.doc.on('update', (update: Uint8Array) => made.push(update))
  const taken = (): Uint8Array[] => {
    const all = made
    made = []
    return all
  }
  for (const _ of life.begin()) yield* taken()
  for (let n = 0; n < edits; n += Life.turnLength) {
    life.turn()
    yield* taken()
  }
}

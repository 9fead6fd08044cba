import { setTimeout as pause } from 'node:timers/promises'
import { OurServer } from '../servers/our-server.ts'
import type { Board, Contender, SyncServer } from '../servers/sync-server.ts'
import { fill, type Making, makeBigBoard } from './big-board.ts'
import { afterRestart, type Opening, openAsOurs, openStock } from './open-board.ts'
import type { Measured, Row, RunOptions } from './row.ts'

const ITEMS = 10_000
const EDITS = 100_000
/** Hocuspocus stores 2 to 10 s after an edit; others fold meanwhile */
const SETTLE_MS = 12_000

/** The first to open a big old board after the server came up again. */
export const OPEN: Row = {
  id: 'open',
  title: `open a board of ${ITEMS.toLocaleString('en')} items with ${EDITS.toLocaleString('en')} edits behind it after a restart: until a Yjs document holds it (one socket)`,
  figures: [
    { name: 'time', unit: 'ms', target: { most: 200 } },
    { name: 'received', unit: 'KB', target: { most: 450 } },
    { name: 'waiting for the server', unit: 'ms', target: { most: 20 } },
    { name: 'server CPU', unit: 'ms', target: null },
  ],
  without: ['relay', 'relay16', 'tldraw'],
  run,
}

let making: Making | null = null

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  making ??= makeBigBoard(ITEMS, EDITS)
  const server = await contender.start({ inspect: options.profile !== null })
  const found: Opening[] = []
  const notes: string[] = []
  try {
    const board = await server.board(3)
    await fill(server, board, making)
    await pause(SETTLE_MS)
    for (let round = 0; round < options.rounds; round++) {
      const opening = await afterRestart(server, options.profile, () =>
        server instanceof OurServer ? openAsOurs(server, board, ITEMS) : openStock(server, board, ITEMS),
      )
      found.push(opening)
    }
    if (server instanceof OurServer) notes.push(await stockClient(server, board))
  } finally {
    await server.stop()
  }
  return {
    rounds: found.map(({ time, bytes, waiting, cpu }) => [time, bytes / 1024, waiting, cpu]),
    notes,
  }
}

async function stockClient(server: SyncServer, board: Board): Promise<string> {
  const { time, bytes, waiting } = await afterRestart(server, null, () => openStock(server, board, ITEMS))
  return `a stock client over the socket alone: ${Math.round(time)} ms, ${Math.round(bytes / 1024)} KB, waiting ${Math.round(waiting)} ms`
}

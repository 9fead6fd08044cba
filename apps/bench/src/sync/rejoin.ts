import { setTimeout as pause } from 'node:timers/promises'
import { cpuMs } from '../cpu.ts'
import { Member } from '../load/member.ts'
import type { Board, Contender, SyncServer } from '../servers/sync-server.ts'
import { fill, type Making, makeBigBoard } from './big-board.ts'
import { profiled } from './profiled.ts'
import type { Measured, Row, RunOptions } from './row.ts'

const PEOPLE = 200
const ITEMS = 1_000

/** Everybody's connection broke at once, and everybody is back at once. */
export const REJOIN: Row = {
  id: 'rejoin',
  title: `${PEOPLE} people rejoin a board of ${ITEMS.toLocaleString('en')} items at once, until the last of them has everything (one socket each)`,
  figures: [
    { name: 'empty-handed', unit: 'ms', target: { most: 150 } },
    { name: 'up to date', unit: 'ms', target: { most: 80 } },
    { name: 'server CPU of these two', unit: 'ms', target: null },
    { name: 'received empty-handed', unit: 'MB', target: null },
  ],
  without: ['tldraw'],
  run,
}

let making: Making | null = null

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  making ??= makeBigBoard(ITEMS, 0)
  const server = await contender.start({ inspect: options.profile !== null })
  const rounds: number[][] = []
  try {
    const board = await server.board(PEOPLE)
    if (server.isStoring) await fill(server, board, making)
    // one of each beforehand: a server that has just started is not what people come back to
    await rejoin(server, board, null)
    await rejoin(server, board, making.vector)
    for (let round = 0; round < options.rounds; round++) {
      const cpu = cpuMs(server.pid)
      const { vector } = making
      const empty = await profiled(server, options.profile, () => rejoin(server, board, null))
      const current = await profiled(server, options.profile, () => rejoin(server, board, vector))
      rounds.push([empty.ms, current.ms, cpuMs(server.pid) - cpu, empty.bytes / 1e6])
    }
  } finally {
    await server.stop()
  }
  return { rounds, notes: [] }
}

async function rejoin(
  server: SyncServer,
  board: Board,
  vector: Uint8Array | null,
): Promise<{ readonly ms: number; readonly bytes: number }> {
  const keeper = await Member.open(server, board, 0)
  await keeper.synced
  let bytes = 0
  const began = performance.now()
  const members = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      const member = await Member.open(server, board, person, vector)
      member.onHeard((__, ___, payload) => {
        bytes += payload.length
      })
      await member.synced
      return member
    }),
  )
  const ms = performance.now() - began
  for (const member of [...members, keeper]) member.close()
  await pause(500)
  return { ms, bytes }
}

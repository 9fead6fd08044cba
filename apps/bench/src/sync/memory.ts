import { setTimeout as pause } from 'node:timers/promises'
import { Member } from '../load/member.ts'
import { Inspector } from '../servers/inspector.ts'
import type { Contender, SyncServer } from '../servers/sync-server.ts'
import { fill, type Making, makeBigBoard } from './big-board.ts'
import type { Measured, Row, RunOptions } from './row.ts'

const PEOPLE = 3
/** boards open at the first look, and at the second: what lies between is theirs */
const SMALL = [200, 800] as const
const ROUNDS_AT_MOST = 1
const SMALL_ITEMS = 10
const BIG = [5, 25] as const
const BIG_ITEMS = 1_000
const SETTLE_MS = 3_000
/** our server keeps the document of its own hand for 30 s after a board was made over HTTP: what is held after that counts */
const SETTLE_OURS_MS = 35_000

/** What an open board holds of the server's memory: the slope over many boards, after a full garbage collection. */
export const MEMORY: Row = {
  id: 'memory',
  title: `memory of an open board, from ${SMALL[1] - SMALL[0]} of ${SMALL_ITEMS} items and ${PEOPLE} people and ${BIG[1] - BIG[0]} of ${BIG_ITEMS.toLocaleString('en')} items (one socket each, all have shown themselves and written)`,
  figures: [
    { name: `board of ${PEOPLE} people`, unit: 'KB', target: { most: 45 } },
    { name: 'of it live objects', unit: 'KB', target: null },
    {
      name: `board of ${BIG_ITEMS.toLocaleString('en')} items, one person`,
      unit: 'MB',
      target: { most: 0.4 },
    },
    { name: 'of it live objects', unit: 'MB', target: null },
  ],
  without: ['relay16', 'tldraw'],
  run,
}

let tiny: Making | null = null
let making: Making | null = null

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  const rounds: number[][] = []
  // it hardly varies, and takes long
  for (let round = 0; round < Math.min(ROUNDS_AT_MOST, options.rounds); round++) {
    const small = await slope(contender, SMALL, (server, open) => smallBoard(server, open))
    const big = contender.id.startsWith('relay')
      ? { resident: Number.NaN, live: Number.NaN }
      : await slope(contender, BIG, (server, open) => bigBoard(server, open))
    rounds.push([small.resident / 1024, small.live / 1024, big.resident / 1e6, big.live / 1e6])
  }
  return { rounds, notes: ['measured once'] }
}

async function slope(
  contender: Contender,
  [few, many]: readonly [number, number],
  openOne: (server: SyncServer, open: Member[]) => Promise<void>,
): Promise<{ readonly resident: number; readonly live: number }> {
  const server = await contender.start({ inspect: true })
  const open: Member[] = []
  try {
    for (let i = 0; i < few; i++) await openOne(server, open)
    const settle = contender.id === 'ours' ? SETTLE_OURS_MS : SETTLE_MS
    await pause(settle)
    const inspector = await Inspector.open(server.inspector ?? 0)
    const before = await inspector.held()
    for (let i = few; i < many; i++) await openOne(server, open)
    await pause(settle)
    const after = await inspector.held()
    inspector.close()
    const gone = open.filter((member) => member.closedWith !== null).length
    if (gone > 0) throw new Error(`${gone} of ${open.length} connections were closed`)
    return {
      resident: (after.resident - before.resident) / (many - few),
      live: (after.live - before.live) / (many - few),
    }
  } finally {
    for (const member of open) member.close()
    await server.stop()
  }
}

async function smallBoard(server: SyncServer, open: Member[]): Promise<void> {
  tiny ??= makeBigBoard(SMALL_ITEMS, 0)
  const board = await server.board(PEOPLE)
  if (server.isStoring) await fill(server, board, tiny)
  for (let person = 0; person < PEOPLE; person++) {
    const member = await Member.open(server, board, person)
    await member.synced
    member.send(member.speaker.cursor(1))
    member.send(member.speaker.edit(`thing-${person}`, 1))
    open.push(member)
  }
}

async function bigBoard(server: SyncServer, open: Member[]): Promise<void> {
  making ??= makeBigBoard(BIG_ITEMS, 0)
  const board = await server.board(2)
  await fill(server, board, making)
  const member = await Member.open(server, board, 0)
  await member.synced
  open.push(member)
}

import { setTimeout as pause } from 'node:timers/promises'
import { REACH_HEADER } from '@second-story/protocol'
import * as Y from 'yjs'
import { cpuMs } from '../cpu.ts'
import { Member } from '../load/member.ts'
import { OurServer } from '../servers/our-server.ts'
import type { Board, Contender, SyncServer } from '../servers/sync-server.ts'
import { fill, type Making, makeBigBoard } from './big-board.ts'
import { profiled } from './profiled.ts'
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

interface Opening {
  readonly time: number
  readonly bytes: number
  /** of it, the time in which the client had nothing to do */
  readonly waiting: number
  readonly cpu: number
}

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  making ??= makeBigBoard(ITEMS, EDITS)
  const server = await contender.start()
  const found: Opening[] = []
  const notes: string[] = []
  try {
    const board = await server.board(3)
    await fill(server, board, making)
    await pause(SETTLE_MS)
    for (let round = 0; round < options.rounds; round++) {
      const opening = await afterRestart(server, board, options.profile, () =>
        server instanceof OurServer ? openAsOurs(server, board) : openStock(server, board, new Y.Doc()),
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
  const { time, bytes, waiting } = await afterRestart(server, board, null, () =>
    openStock(server, board, new Y.Doc()),
  )
  return `a stock client over the socket alone: ${Math.round(time)} ms, ${Math.round(bytes / 1024)} KB, waiting ${Math.round(waiting)} ms`
}

async function afterRestart(
  server: SyncServer,
  board: Board,
  folder: string | null,
  open: () => Promise<Omit<Opening, 'cpu'> & { readonly doc: Y.Doc }>,
): Promise<Opening> {
  await server.kill()
  await server.up()
  await pause(500)
  const before = cpuMs(server.pid)
  const { time, bytes, waiting, doc } = await profiled(server, folder, open)
  const cpu = cpuMs(server.pid) - before
  const items = doc.getMap('items').size
  if (items !== ITEMS) throw new Error(`${board.name}: opened ${items} of ${ITEMS} items`)
  return { time, bytes, waiting, cpu }
}

/** What our browser client does: the compressed snapshot, then the socket for what came after the row that it reaches to. */
async function openAsOurs(
  server: OurServer,
  board: Board,
): Promise<Omit<Opening, 'cpu'> & { readonly doc: Y.Doc }> {
  const doc = new Y.Doc()
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/boards/${board.name}/layers/common/snapshot`, {
    headers: { cookie: server.cookie(0), 'accept-encoding': 'gzip, deflate, br' },
  })
  if (!answer.ok) throw new Error(`snapshot: ${answer.status}`)
  const sent = Number(answer.headers.get('content-length'))
  const snapshot = new Uint8Array(await answer.arrayBuffer())
  const asked = performance.now() - began
  Y.applyUpdateV2(doc, snapshot)
  const rest = await openStock(server, since(board, answer.headers.get(REACH_HEADER)), doc)
  return {
    time: performance.now() - began,
    bytes: (Number.isFinite(sent) ? sent : snapshot.length) + rest.bytes,
    waiting: asked + rest.waiting,
    doc,
  }
}

function since(board: Board, reach: string | null): Board {
  const seat = (person: number): ReturnType<Board['seat']> => {
    const address = board.seat(person)
    return { ...address, path: `${address.path}${reach === null ? '' : `?since=${reach}`}` }
  }
  return { ...board, seat }
}

/** What a stock client does: everything over the socket, applied as it comes. */
async function openStock(
  server: SyncServer,
  board: Board,
  doc: Y.Doc,
): Promise<Omit<Opening, 'cpu'> & { readonly doc: Y.Doc }> {
  const began = performance.now()
  let bytes = 0
  let applying = 0
  const vector = doc.store.clients.size > 0 ? Y.encodeStateVector(doc) : null
  const member = await Member.open(server, board, 0, vector)
  member.onHeard((_, __, payload) => {
    bytes += payload.length
    const from = performance.now()
    for (const update of server.dialect.updates?.(payload) ?? []) Y.applyUpdate(doc, update)
    applying += performance.now() - from
  })
  await member.synced
  // a server that loads late says it has sent all before it has
  for (let i = 0; i < 3000 && doc.getMap('items').size < ITEMS; i++) await pause(5)
  const time = performance.now() - began
  member.close()
  return { time, bytes, waiting: time - applying, doc }
}

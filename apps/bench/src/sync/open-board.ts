import { setTimeout as pause } from 'node:timers/promises'
import { REACH_HEADER } from '@second-story/protocol'
import * as Y from 'yjs'
import { cpuMs } from '../cpu.ts'
import { Member } from '../load/member.ts'
import { readLayer } from '../read-layer.ts'
import type { OurServer } from '../servers/our-server.ts'
import type { Board, SyncServer } from '../servers/sync-server.ts'
import { profiled } from './profiled.ts'

/** What it took until somebody's document held a board. */
export interface Opening extends Opened {
  /** of the server, ms */
  readonly cpu: number
}

interface Opened {
  readonly time: number
  readonly bytes: number
  /** of it, the time in which the client had nothing to do */
  readonly waiting: number
  readonly doc: Y.Doc
}

/** The first to open a board after the server came up again; `profile`: where a profile of that goes, null for none. */
export async function afterRestart(
  server: SyncServer,
  profile: string | null,
  open: () => Promise<Opened>,
): Promise<Opening> {
  await server.kill()
  await server.up()
  await pause(500)
  const before = cpuMs(server.pid)
  const { time, bytes, waiting, doc } = await profiled(server, profile, open)
  const cpu = cpuMs(server.pid) - before
  return { time, bytes, waiting, cpu, doc }
}

/** What our browser client does: the compressed snapshot, then the socket for what came after the row that it reaches to. */
export async function openAsOurs(server: OurServer, board: Board, items: number): Promise<Opened> {
  const doc = new Y.Doc()
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/boards/${board.name}/layers/common/snapshot?rows=1`, {
    headers: { cookie: server.cookie(0), 'accept-encoding': 'gzip, deflate, br' },
  })
  const layer = await readLayer(answer)
  const asked = performance.now() - began
  layer.fill(doc)
  const rest = await openStock(server, since(board, answer.headers.get(REACH_HEADER)), items, doc)
  return {
    time: performance.now() - began,
    bytes: layer.size + rest.bytes,
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
export async function openStock(
  server: SyncServer,
  board: Board,
  items: number,
  doc = new Y.Doc(),
): Promise<Opened> {
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
  for (let i = 0; i < 3000 && doc.getMap('items').size < items; i++) await pause(5)
  const time = performance.now() - began
  member.close()
  const found = doc.getMap('items').size
  if (found !== items) throw new Error(`${board.name}: opened ${found} of ${items} items`)
  return { time, bytes, waiting: time - applying, doc }
}

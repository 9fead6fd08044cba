import { setTimeout as pause } from 'node:timers/promises'
import { Member } from '../load/member.ts'
import type { Contender, SyncServer } from '../servers/sync-server.ts'
import type { Measured, Row, RunOptions } from './row.ts'

const BURST = 20
const BURSTS = 4
const STEADY_S = 4

/** kill -9 the moment a colleague has seen an edit; then what a newcomer finds. */
export const KILL: Row = {
  id: 'kill',
  title: `kill -9 right after a colleague saw an edit: lost of what was seen, of a burst of ${BURST} and of ${STEADY_S} s of steady work (one socket each)`,
  figures: [
    { name: 'seen in a burst, lost', unit: '%', target: { most: 0 } },
    { name: 'seen of steady work, lost', unit: '%', target: { most: 0 } },
    { name: 'acknowledged, lost', unit: '%', target: { most: 0 } },
  ],
  without: ['relay', 'relay16'],
  run,
}

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  const server = await contender.start()
  const rounds: number[][] = []
  const total = { seen: 0, acked: 0 }
  try {
    for (let round = 0; round < options.rounds; round++) {
      const burst = { seen: 0, lost: 0, acked: 0, ackedLost: 0 }
      for (let i = 0; i < BURSTS; i++) add(burst, await once(server, true))
      const steady = await once(server, false)
      const acked = burst.acked + steady.acked
      total.seen += burst.seen + steady.seen
      total.acked += acked
      rounds.push([
        share(burst.lost, burst.seen),
        share(steady.lost, steady.seen),
        acked === 0 ? Number.NaN : share(burst.ackedLost + steady.ackedLost, acked),
      ])
    }
  } finally {
    await server.stop()
  }
  return { rounds, notes: [`${total.seen} edits seen, ${total.acked} acknowledged`] }
}

interface Lost {
  seen: number
  lost: number
  acked: number
  ackedLost: number
}

async function once(server: SyncServer, isBurst: boolean): Promise<Lost> {
  const board = await server.board(3)
  const writer = await Member.open(server, board, 0)
  const watcher = await Member.open(server, board, 1)
  await Promise.all([writer.synced, watcher.synced])
  const seen = new Set<number>()
  let saved = 0
  let killed: Promise<void> | null = null
  writer.onHeard((heard) => {
    saved = Math.max(saved, heard.saved)
  })
  watcher.onHeard(({ edits }) => {
    for (let i = 1; i < edits.length; i += 2) seen.add(edits[i] as number)
    if (isBurst && seen.size > 0) killed ??= server.kill()
  })
  const count = isBurst ? BURST : STEADY_S * 20
  for (let n = 1; n <= count; n++) {
    writer.send(writer.speaker.edit(`thing-${n}`, n))
    const mark = writer.speaker.mark(n + 1)
    if (mark !== null) writer.send(mark)
    if (!isBurst) await pause(50)
  }
  for (let i = 0; i < 400 && killed === null; i++) {
    if (!isBurst && seen.size === count) break
    await pause(5)
  }
  await (killed ?? server.kill())
  await pause(20)
  writer.close()
  watcher.close()
  await server.up()
  const there = await present(server, board)
  // mark n + 1 stands behind edit n; mark 1 behind nothing
  const acked = Array.from({ length: Math.max(0, saved - 1) }, (_, i) => i + 1)
  return {
    seen: seen.size,
    lost: [...seen].filter((n) => !there.has(n)).length,
    acked: acked.length,
    ackedLost: acked.filter((n) => !there.has(n)).length,
  }
}

/** Every edit that somebody finds who opens the board now. */
async function present(
  server: SyncServer,
  board: Awaited<ReturnType<SyncServer['board']>>,
): Promise<Set<number>> {
  const there = new Set<number>()
  const reader = await Member.open(server, board, 2)
  reader.onHeard(({ edits }) => {
    for (let i = 1; i < edits.length; i += 2) there.add(edits[i] as number)
  })
  await reader.synced
  // a server that loads late sends what it found as updates
  await pause(300)
  reader.close()
  return there
}

function add(to: Lost, more: Lost): void {
  for (const key of ['seen', 'lost', 'acked', 'ackedLost'] as const) to[key] += more[key]
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100
}

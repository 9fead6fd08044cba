import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds } from '../cpu.ts'
import { Member } from '../load/member.ts'
import type { OurServer } from '../servers/our-server.ts'
import { median, ms, percentile, printTable } from '../table.ts'
import { Cluster } from './cluster.ts'

const PEOPLE_A_BOARD = 20
const WITHIN_MS = 30_000
/** as our client waits: anywhere below a bound that doubles with every failure */
const BASE_MS = 400
const MOST_MS = 30_000
const CONNECT_MS = 10_000

/** Everybody's connection breaks in one moment, as when a proxy restarts. Returns the exit code. */
export async function storm(people: number): Promise<number> {
  const cluster = await Cluster.start()
  const open: Member[] = []
  try {
    const boards: string[] = []
    for (let i = 0; i < people / PEOPLE_A_BOARD; i++) boards.push(await cluster.board(PEOPLE_A_BOARD))
    cluster.share()
    const seats = Array.from({ length: people }, (_, i) => ({
      board: boards[Math.floor(i / PEOPLE_A_BOARD)] as string,
      person: i % PEOPLE_A_BOARD,
      // a proxy that hashes on the board
      node: cluster.node(Math.floor(i / PEOPLE_A_BOARD)),
    }))
    for (let i = 0; i < seats.length; i += 50)
      open.push(...(await Promise.all(seats.slice(i, i + 50).map((seat) => sit(seat)))))
    await pause(1_000)
    for (const member of open.splice(0)) member.close()
    const began = performance.now()
    const load = watchLoad(cluster.nodes)
    let failures = 0
    const back = await Promise.all(
      seats.map(async (seat) => {
        for (let n = 0; ; n++) {
          await pause(Math.random() * Math.min(MOST_MS, BASE_MS * 2 ** n))
          const member = await sit(seat).catch(() => null)
          if (member !== null) {
            open.push(member)
            return performance.now() - began
          }
          failures++
          if (performance.now() - began > 2 * WITHIN_MS) return Number.POSITIVE_INFINITY
        }
      }),
    )
    const busiest = load()
    const late = back.filter((time) => time > WITHIN_MS).length
    printTable(
      `${people.toLocaleString('en')} people on ${boards.length} boards and three nodes, dropped at once`,
      ['', 'half back', '99 % back', 'all back', 'tries that failed', 'busiest second of a node', ''],
      [
        [
          'back and up to date',
          ms(median(back)),
          ms(percentile(back, 0.99)),
          ms(Math.max(...back)),
          String(failures),
          `${Math.round(busiest * 100)} % CPU`,
          late === 0 ? '✓' : '✗',
        ],
      ],
    )
    return late === 0 ? 0 : 1
  } finally {
    for (const member of open) member.close()
    await cluster.stop()
  }
}

/** Connected and synced. */
async function sit({
  board,
  person,
  node,
}: {
  readonly board: string
  readonly person: number
  readonly node: OurServer
}): Promise<Member> {
  const opening = Member.open(node, { name: board, seat: (who) => node.seat(board, who) }, person)
  const late = new Promise<never>((_, failed) =>
    setTimeout(() => failed(new Error('too late')), CONNECT_MS).unref(),
  )
  const member = await Promise.race([opening, late])
  try {
    await Promise.race([member.synced, late])
    return member
  } catch (error) {
    member.close()
    throw error
  }
}

/** The highest share of a core that a node used in any second until the returned function is called. */
function watchLoad(nodes: readonly OurServer[]): () => number {
  let before = nodes.map((node) => cpuSeconds(node.pid))
  let busiest = 0
  const timer = setInterval(() => {
    const now = nodes.map((node) => cpuSeconds(node.pid))
    busiest = Math.max(busiest, ...now.map((used, i) => used - (before[i] ?? used)))
    before = now
  }, 1_000)
  return () => {
    clearInterval(timer)
    return busiest
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { cpuSeconds, residentBytes } from '../cpu.ts'
import { beat } from '../load/beat.ts'
import { gather, type Member } from '../load/member.ts'
import { Inspector } from '../servers/inspector.ts'
import type { Contender, SyncServer } from '../servers/sync-server.ts'
import type { Figure, Measured, Row } from './row.ts'
import { type Stretch, stretch } from './window.ts'

/** A step holds while p99 is below this, everything is delivered and the server has time left. */
const HOLDS = { p99: 100, delivered: 0.999, cpu: 0.95 } as const
const STEP_S = 3
const PER_SECOND = 10

const FIGURES: readonly Figure[] = [
  { name: 'p99', unit: 'ms', target: null },
  { name: 'CPU', unit: '%', target: null },
  { name: 'memory', unit: 'MB', target: null },
]

/** How many people one board carries. */
export const CROWD: Row = {
  id: 'crowd',
  title: `the most people on one board, all moving cursors at ${PER_SECOND}/s, before p99 passes ${HOLDS.p99} ms, something is not delivered or the core is full (one socket each)`,
  figures: [{ name: 'people', unit: '', target: null }, ...FIGURES],
  run: (contender) =>
    climb(contender, [100, 200, 400, 600, 800, 1000, 1400, 2000], async (server, people) => {
      const members = await gather(server, await server.board(people), people)
      try {
        return await stretch(server, members, { seconds: STEP_S, profile: null }, moving(members), 'cursors')
      } finally {
        for (const member of members) member.close()
      }
    }),
}

const TRIO = 3

/** How many small boards one server carries. */
export const TRIOS: Row = {
  id: 'trios',
  title: `the most boards of three people, all moving cursors at ${PER_SECOND}/s and writing once a second, before the same (one socket each)`,
  figures: [{ name: 'boards', unit: '', target: null }, ...FIGURES],
  run: (contender) => climb(contender, [100, 200, 400, 700, 1000, 1500, 2000], trios),
}

async function trios(server: SyncServer, boards: number): Promise<Stretch> {
  const members: Member[] = []
  try {
    for (let i = 0; i < boards; i++) members.push(...(await gather(server, await server.board(TRIO), TRIO)))
    return await stretch(
      server,
      // everybody has a number of their own, so that the tally knows them; a board's people are next to each other
      members,
      { seconds: STEP_S, profile: null },
      moving(members),
      'cursors',
      TRIO,
    )
  } finally {
    for (const member of members) member.close()
  }
}

type Drive = Parameters<typeof stretch>[3]

function moving(members: readonly Member[]): Drive {
  return (tally) => {
    let n = 0
    const stops = [
      beat(members.length, PER_SECOND, (i, now) => {
        const member = members[i]
        member?.send(member.speaker.cursor(tally.sends(i, now)))
      }),
    ]
    if (members[TRIO]?.person === 0)
      stops.push(
        beat(members.length, 1, (i) => {
          const member = members[i]
          member?.send(member.speaker.edit(`thing-${member.person}`, ++n))
        }),
      )
    return () => {
      for (const stop of stops) stop()
    }
  }
}

async function climb(
  contender: Contender,
  steps: readonly number[],
  tryStep: (server: SyncServer, step: number) => Promise<Stretch>,
): Promise<Measured> {
  let best: number[] = [0, Number.NaN, Number.NaN, Number.NaN]
  let end = 'the last step holds too'
  for (const step of steps) {
    const tried = await tryTwice(contender, step, tryStep)
    if (typeof tried === 'string') {
      end = `${step}: ${tried}`
      break
    }
    best = [step, ...tried]
  }
  return { rounds: [best], notes: [end] }
}

/** The figures of a step that holds, or why it does not: the second time, since something else may have had the machine. */
async function tryTwice(
  contender: Contender,
  step: number,
  tryStep: (server: SyncServer, step: number) => Promise<Stretch>,
): Promise<number[] | string> {
  let reason: string | null = null
  for (let i = 0; i < 2; i++) {
    const server = await contender.start()
    try {
      const found = await tryStep(server, step)
      reason = whyNot(found)
      if (reason === null) return [found.p99, found.cpu * 100, residentBytes(server.pid) / 1e6]
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    } finally {
      await server.stop()
    }
  }
  return reason ?? 'it does not hold'
}

function whyNot({ p99, delivered, cpu, loadCpu }: Stretch): string | null {
  const load = loadCpu > HOLDS.cpu ? ` (the load's own core was full: ${Math.round(loadCpu * 100)} %)` : ''
  if (p99 > HOLDS.p99) return `p99 ${Math.round(p99)} ms${load}`
  if (delivered < HOLDS.delivered) return `${(delivered * 100).toFixed(1)} % delivered${load}`
  return cpu > HOLDS.cpu ? `the core is full (${Math.round(cpu * 100)} %)` : null
}

const IDLE = 10_000
const IDLE_BOARD = 50
const LOOK_S = 10

/** What many connections cost that say nothing. */
export const IDLERS: Row = {
  id: 'idle',
  title: `${IDLE.toLocaleString('en')} idle connections on boards of ${IDLE_BOARD} (one socket each)`,
  figures: [
    { name: 'held', unit: '', target: null },
    { name: 'memory each', unit: 'KB', target: null },
    { name: 'of it live objects', unit: 'KB', target: null },
    { name: 'CPU', unit: '%', target: null },
  ],
  without: ['relay16'],
  run: idle,
}

async function idle(contender: Contender): Promise<Measured> {
  const server = await contender.start({ inspect: true })
  const members: Member[] = []
  try {
    const inspector = await Inspector.open(server.inspector ?? 0)
    members.push(...(await gather(server, await server.board(IDLE_BOARD), IDLE_BOARD)))
    const before = await inspector.held()
    while (members.length < IDLE + IDLE_BOARD)
      members.push(...(await gather(server, await server.board(IDLE_BOARD), IDLE_BOARD)))
    await pause(2_000)
    const cpu = cpuSeconds(server.pid)
    await pause(LOOK_S * 1000)
    const used = cpuSeconds(server.pid) - cpu
    const after = await inspector.held()
    inspector.close()
    const held = members.filter((member) => member.closedWith === null).length
    const each = (key: 'resident' | 'live'): number => (after[key] - before[key]) / IDLE / 1024
    return { rounds: [[held, each('resident'), each('live'), (used / LOOK_S) * 100]], notes: [] }
  } finally {
    for (const member of members) member.close()
    await server.stop()
  }
}

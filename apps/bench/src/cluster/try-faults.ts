import { setTimeout as pause } from 'node:timers/promises'
import { ms, printTable } from '../table.ts'
import { Cluster } from './cluster.ts'
import { Company } from './company.ts'
import { FAULTS, type Fault } from './faults.ts'

const BOARDS = 6
const PEOPLE = 6
const CALM_MS = 3_000
const BACK_WITHIN_MS = 5_000
const GIVE_UP_MS = 40_000

interface Trial {
  readonly fault: Fault
  /** edits acknowledged while it lasted */
  readonly answers: number
  readonly longestAnswer: number
  readonly back: { readonly ms: number; readonly stuck: number }
  readonly closes: readonly number[]
  readonly lostAcknowledged: number
  readonly lostSeen: number
  readonly unheard: number
  readonly unsaved: number
  readonly troubles: readonly string[]
}

/** Three nodes, people on all of them, and one thing after another goes wrong. Returns the exit code. */
export async function tryFaults(only: readonly string[]): Promise<number> {
  const faults = only.length === 0 ? FAULTS : FAULTS.filter((fault) => only.includes(fault.id))
  const cluster = await Cluster.start()
  try {
    const company = await Company.gather(cluster, BOARDS, PEOPLE)
    const trials: Trial[] = []
    company.work()
    await pause(CALM_MS)
    for (const fault of faults) {
      process.stderr.write(`  ${fault.name} …\n`)
      trials.push(await tryOne(cluster, company, fault))
    }
    company.leave()
    return report(trials)
  } finally {
    await cluster.stop()
  }
}

async function tryOne(cluster: Cluster, company: Company, fault: Fault): Promise<Trial> {
  for (const one of company.people) one.reset()
  const troubles: string[] = []
  let healed = performance.now()
  if (fault.othersServe) company.watch()
  const heal = await fault.strike(cluster).catch((error: unknown) => {
    troubles.push(String(error))
    return null
  })
  await pause(fault.lastsMs)
  const answers = company.people.reduce((sum, one) => sum + one.answers, 0)
  await heal?.()
  troubles.push(...(await cluster.mend()))
  if (!fault.othersServe) {
    healed = performance.now()
    company.watch()
  }
  const back = await company.backAfter(healed, GIVE_UP_MS)
  await pause(CALM_MS)
  const longestAnswer = Math.max(...company.people.map((one) => one.longestAnswer))
  company.rest()
  const missing = await company.missing()
  troubles.push(...(await cluster.mend()))
  const closes = company.people.flatMap((one) => one.closes)
  company.work()
  await pause(1_000)
  return {
    fault,
    answers,
    longestAnswer,
    back,
    closes,
    lostAcknowledged: missing.acknowledged,
    lostSeen: missing.seen,
    unheard: missing.unheard,
    unsaved: missing.unsaved,
    troubles,
  }
}

function isGood(trial: Trial): boolean {
  const { back, lostAcknowledged, lostSeen, unheard, unsaved, troubles } = trial
  const isWhole = lostAcknowledged + lostSeen + unheard + unsaved === 0
  return isWhole && back.stuck === 0 && back.ms <= BACK_WITHIN_MS && troubles.length === 0
}

function report(trials: readonly Trial[]): number {
  printTable(
    `${BOARDS} boards of ${PEOPLE} people on three nodes with Postgres and Redis, everybody editing five times a second`,
    [
      'what went wrong',
      'saved meanwhile',
      'longest wait',
      'all back after',
      'not back',
      'closed',
      'acknowledged lost',
      'seen lost',
      'never heard',
      '',
    ],
    trials.map((trial) => [
      trial.fault.name,
      String(trial.answers),
      ms(trial.longestAnswer),
      ms(trial.back.ms),
      String(trial.back.stuck),
      codes(trial.closes),
      String(trial.lostAcknowledged),
      String(trial.lostSeen),
      String(trial.unheard + trial.unsaved),
      isGood(trial) ? '✓' : '✗',
    ]),
  )
  process.stdout.write(
    'Back: an edit made since it was healed (or since a node went) is saved, and one of each other person on the board is heard.\n',
  )
  for (const { fault, troubles } of trials)
    for (const trouble of troubles) process.stdout.write(`  ${fault.name}: ${trouble}\n`)
  return trials.every(isGood) ? 0 : 1
}

function codes(closes: readonly number[]): string {
  const counts = new Map<number, number>()
  for (const code of closes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, n]) => `${n}×${code}`).join(' ') || '0'
}

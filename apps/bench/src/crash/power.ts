import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Random, seededRandom } from '@second-story/std'
import { OurServer } from '../servers/our-server.ts'
import { Crew } from './crew.ts'
import { Disk } from './image.ts'
import { Total } from './total.ts'

const PEOPLE = 3
const ROUNDS_A_BOARD = 25
const WORK_AT_MOST_MS = 150
/** at most; it ends with the first loss. A busy machine writes much out by itself before the disk is copied */
const PROOF_ROUNDS = 30
/** Servers that promise too much: the test must see what each of them loses. */
const LIARS = [
  { what: 'synchronous=OFF', file: join(import.meta.dirname, 'without-fsync.mjs') },
  { what: 'the log not synced', file: join(import.meta.dirname, 'without-log-sync.mjs') },
] as const

/** The power goes at random moments while people write; whatever was promised must be on the disk as it lies. */
export async function crashByPower(rounds: number, seed: number): Promise<number> {
  const why = whyNot()
  if (why !== null) {
    process.stdout.write(`skipped: ${why}\n`)
    return 0
  }
  let isProven = true
  for (const { what, file } of LIARS) {
    const proof = await cutMany(PROOF_ROUNDS, seed, ['--import', file])
    isProven &&= proof.lostAcknowledged > 0
    process.stdout.write(
      proof.lostAcknowledged > 0
        ? `Proof: with ${what} ${proof.lostAcknowledged} acknowledged edits are lost in ${proof.rounds} rounds: this test sees a missing fsync.\n`
        : `With ${what} nothing was lost in ${PROOF_ROUNDS} rounds: this test sees nothing.\n`,
    )
  }
  const began = performance.now()
  const total = await cutMany(rounds, seed, [])
  const code = total.report('power cut under load', performance.now() - began)
  return isProven ? code : 1
}

function whyNot(): string | null {
  try {
    Disk.make().remove()
    return null
  } catch (error) {
    return `no disk of our own can be mounted here (${error instanceof Error ? error.message : String(error)})`
  }
}

async function cutMany(rounds: number, seed: number, nodeArgs: readonly string[]): Promise<Total> {
  const random = seededRandom(seed)
  const total = new Total()
  const disk = Disk.make()
  const server = await OurServer.start({ isPinned: false, nodeArgs, dataDir: join(disk.mount, 'data') })
  let crew = await newCrew(server, random)
  try {
    for (let round = 0; round < rounds; round++) {
      await crew.join(server, round % ROUNDS_A_BOARD)
      crew.work()
      await pause(random() * WORK_AT_MOST_MS)
      await cutOnce(server, disk, crew, total)
      total.rounds++
      if (total.lost > 0) break
      if ((round + 1) % ROUNDS_A_BOARD === 0) {
        total.close(crew)
        crew = await newCrew(server, random)
      }
      if ((round + 1) % 50 === 0) process.stderr.write(`  ${round + 1} rounds\n`)
    }
  } finally {
    crew.leave()
    total.close(crew)
    await server.stop()
    disk.remove()
  }
  return total
}

async function newCrew(server: OurServer, random: Random): Promise<Crew> {
  return new Crew(await server.board(PEOPLE + 1), PEOPLE, random)
}

/** Stops the server where it stands, copies the disk, lets it go on; then holds a server on the copy against the ledger. */
async function cutOnce(server: OurServer, disk: Disk, crew: Crew, total: Total): Promise<void> {
  server.signal('SIGSTOP')
  await stopped(server.pid)
  // what it had sent before is still on its way
  await pause(10)
  const copy = await disk.cut()
  total.refused += crew.refused
  // the ledger ends here: what comes from now on is not on the copy
  crew.leave()
  server.signal('SIGCONT')
  try {
    copy.attach()
    await checkOn(copy, server, crew, total)
  } finally {
    copy.remove()
  }
}

async function checkOn(copy: Disk, server: OurServer, crew: Crew, total: Total): Promise<void> {
  const from = performance.now()
  const dataDir = join(copy.mount, 'data')
  const after = await OurServer.start({ isPinned: false, dataDir }).catch(() => null)
  if (after === null) {
    total.lose(crew)
    return
  }
  total.ups.push(performance.now() - from)
  try {
    after.adopt(server)
    await total.check(after, crew)
  } finally {
    await after.kill()
  }
}

/** Resolves when every thread of the process stands still. */
async function stopped(pid: number): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (/^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return
    await pause(2)
  }
  throw new Error('the server does not stop')
}

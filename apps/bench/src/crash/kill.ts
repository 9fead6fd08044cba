import { setTimeout as pause } from 'node:timers/promises'
import { type Random, seededRandom } from '@second-story/std'
import { OurServer } from '../servers/our-server.ts'
import { Crew } from './crew.ts'
import { Total } from './total.ts'

const BOARDS = 2
const PEOPLE = 3
/** rounds on the same boards; then new ones, so that opening them stays quick */
const ROUNDS_A_BOARD = 40
const WORK_AT_MOST_MS = 160

/** The server is killed at random moments while people write; whatever it promised must be there when it is back. */
export async function crashByKill(rounds: number, seed: number): Promise<number> {
  const random = seededRandom(seed)
  const began = performance.now()
  const total = new Total()
  const server = await OurServer.start({ isPinned: false })
  let crews = await newCrews(server, random)
  try {
    for (let round = 0; round < rounds; round++) {
      total.refused += await killAtWork(server, crews, round % ROUNDS_A_BOARD, random)
      if (random() < 0.1) await killAtStart(server, random)
      const from = performance.now()
      await server.up()
      total.ups.push(performance.now() - from)
      for (const crew of crews) await total.check(server, crew)
      total.rounds++
      if (total.lost > 0) throw new Error(`lost in round ${round}; again with --seed ${seed}`)
      if ((round + 1) % ROUNDS_A_BOARD === 0) {
        for (const crew of crews) total.close(crew)
        crews = await newCrews(server, random)
      }
      if ((round + 1) % 100 === 0) process.stderr.write(`  ${round + 1} rounds\n`)
    }
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (total.lost === 0) total.broken++
  } finally {
    for (const crew of crews) {
      crew.leave()
      total.close(crew)
    }
    await server.stop()
  }
  return total.report('kill -9 under load', performance.now() - began)
}

async function newCrews(server: OurServer, random: Random): Promise<Crew[]> {
  const crews: Crew[] = []
  for (let i = 0; i < BOARDS; i++) crews.push(new Crew(await server.board(PEOPLE + 1), PEOPLE, random))
  return crews
}

/** Kills after a random time, or right when something was acknowledged, or seen. Returns how many the server refused. */
async function killAtWork(
  server: OurServer,
  crews: readonly Crew[],
  session: number,
  random: Random,
): Promise<number> {
  let killed: Promise<void> | null = null
  const kill = (): void => {
    killed ??= server.kill()
  }
  const how = random()
  const after = random() * WORK_AT_MOST_MS
  const began = performance.now()
  const ripe = (): void => {
    if (performance.now() - began > after) kill()
  }
  const listening = how < 0.3 ? { onSaved: ripe } : how < 0.6 ? { onSeen: ripe } : {}
  for (const crew of crews) await crew.join(server, session, listening)
  for (const crew of crews) crew.work()
  await pause(after)
  for (let i = 0; how < 0.6 && killed === null && i < 100; i++) await pause(2)
  kill()
  await killed
  // what the server had sent before it died is still on its way
  await pause(15)
  const refused = crews.reduce((sum, crew) => sum + crew.refused, 0)
  for (const crew of crews) crew.leave()
  return refused
}

/** Killed again before it is up: mending is interrupted too. */
async function killAtStart(server: OurServer, random: Random): Promise<void> {
  const up = server.up().catch(() => undefined)
  await pause(random() * 250)
  await server.kill()
  await up
}

import { beat } from '../load/beat.ts'
import { gather } from '../load/member.ts'
import type { Contender } from '../servers/sync-server.ts'
import type { Measured, Row, RunOptions } from './row.ts'
import { type Stretch, stretch } from './window.ts'

interface Cursors {
  readonly id: string
  readonly people: number
  readonly perSecond: number
  readonly p99: number
  readonly cpu: number | null
  readonly megabytes: number | null
}

/** People on one board who all move their cursors. */
function cursorRow({ id, people, perSecond, p99, cpu, megabytes }: Cursors): Row {
  return {
    id,
    title: `${people} people on one board moving cursors at ${perSecond}/s (one socket each)`,
    figures: [
      { name: 'p99', unit: 'ms', target: { most: p99 } },
      { name: 'CPU', unit: '%', target: cpu === null ? null : { most: cpu } },
      { name: 'delivered', unit: '%', target: { least: 99.95 } },
      { name: 'out', unit: 'MB/s', target: megabytes === null ? null : { most: megabytes } },
    ],
    run: (contender, options) => run(contender, options, people, perSecond),
  }
}

export const CURSORS_200 = cursorRow({
  id: 'cursors200',
  people: 200,
  perSecond: 25,
  p99: 25,
  cpu: 40,
  megabytes: null,
})

export const CURSORS_500 = cursorRow({
  id: 'cursors500',
  people: 500,
  perSecond: 10,
  p99: 35,
  cpu: null,
  megabytes: 30,
})

async function run(
  contender: Contender,
  options: RunOptions,
  people: number,
  perSecond: number,
): Promise<Measured> {
  const server = await contender.start({ inspect: options.profile !== null })
  const found: Stretch[] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const board = await server.board(people)
      const members = await gather(server, board, people)
      found.push(
        await stretch(
          server,
          members,
          options,
          (tally) =>
            beat(people, perSecond, (i, now) => {
              const member = members[i]
              member?.send(member.speaker.cursor(tally.sends(i, now)))
            }),
          'cursors',
        ),
      )
      for (const member of members) member.close()
    }
  } finally {
    await server.stop()
  }
  return {
    rounds: found.map((one) => [one.p99, one.cpu * 100, one.delivered * 100, one.bytesPerSecond / 1e6]),
    notes: notesOn(found),
  }
}

/** What a reader of the figures should know. */
export function notesOn(found: readonly Stretch[]): string[] {
  const last = found.at(-1)
  if (last === undefined) return []
  const p50 = `p50 ${last.p50.toFixed(1)} ms`
  const frames = `${Math.round(last.framesPerSecond)} frames/s heard`
  const overtaken =
    last.overtaken > 0.001 ? `, ${(last.overtaken * 100).toFixed(1)} % overtaken by newer ones` : ''
  const disturbed =
    last.disturbed > 0.05 ? `, others took ${Math.round(last.disturbed * 100)} % from their cores` : ''
  return [
    `${p50}, ${frames}, the load used ${Math.round(last.loadCpu * 100)} % of its core${overtaken}${disturbed}`,
  ]
}

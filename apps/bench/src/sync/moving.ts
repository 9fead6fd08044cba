import { beat } from '../load/beat.ts'
import { gather } from '../load/member.ts'
import type { Contender } from '../servers/sync-server.ts'
import { notesOn } from './cursors.ts'
import type { Measured, Row, RunOptions } from './row.ts'
import { type Stretch, stretch } from './window.ts'

const PEOPLE = 200
const THINGS = 10
const PER_SECOND = 20

/** Ten people move a thing each, stored at every step; everybody sees it. */
export const MOVING: Row = {
  id: 'moving',
  title: `${PEOPLE} people on one board, ${THINGS} of them moving a thing ${PER_SECOND} times a second, every step stored (one socket each)`,
  figures: [
    { name: 'p99', unit: 'ms', target: { most: 22 } },
    { name: 'CPU', unit: 'µs a delivery', target: { most: 4.5 } },
    { name: 'delivered', unit: '%', target: { least: 99.95 } },
  ],
  run,
}

async function run(contender: Contender, options: RunOptions): Promise<Measured> {
  const server = await contender.start({ inspect: options.profile !== null })
  const found: Stretch[] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const board = await server.board(PEOPLE)
      const members = await gather(server, board, PEOPLE)
      const drive = (tally: Parameters<Parameters<typeof stretch>[3]>[0]): (() => void) =>
        beat(THINGS, PER_SECOND, (i, now) => {
          const member = members[i]
          member?.send(member.speaker.edit(`thing-${i}`, tally.sends(i, now)))
        })
      found.push(await stretch(server, members, options, drive, 'edits'))
      for (const member of members) member.close()
    }
  } finally {
    await server.stop()
  }
  return {
    rounds: found.map((one) => [one.p99, (one.cpuSeconds * 1e6) / one.deliveries, one.delivered * 100]),
    notes: notesOn(found),
  }
}

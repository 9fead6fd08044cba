import { parseArgs } from 'node:util'
import { printProfiles } from '../profile.ts'
import { CONTENDERS, installPeers } from '../servers/contenders.ts'
import { pinLoad } from '../servers/pinned-process.ts'
import type { Contender } from '../servers/sync-server.ts'
import { type Outcome, printRow } from './print-row.ts'
import type { Row, RunOptions } from './row.ts'
import { ROWS } from './rows.ts'

const HELP = `npm run bench -w apps/bench -- sync [options]: our server beside its peers, one row of work after another

  --row ${ROWS.map((row) => row.id).join(',')}
                      only these rows (all)
  --only ${CONTENDERS.map((one) => one.id).join(',')}
                      only these servers (all)
  --rounds N          rounds a row, medians are shown (3)
  --seconds N         length of a measurement (5)
  --items N           items on the board of long-life (10000)
  --edits N           changes behind it (200000)
  --profile FOLDER    take CPU profiles of the servers while they are measured, and print what took the time

Every server is a process of its own on one core, the load plays all people on another. Build first (npm run build).
`

/** The sync table; returns the exit code. */
export async function benchSync(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      row: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      items: { type: 'string', default: '10000' },
      edits: { type: 'string', default: '200000' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const rows = chosen(ROWS, values.row, 'row')
  const contenders = withPeers(chosen(CONTENDERS, values.only, 'server'))
  const options: RunOptions = {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    items: Number(values.items),
    edits: Number(values.edits),
    profile: values.profile ?? null,
  }
  process.stdout.write(
    pinLoad()
      ? 'Servers on core 0, the load on core 1.\n'
      : 'There is one core, or no taskset: servers and load share it.\n',
  )
  let missed = 0
  for (const row of rows) missed += await measure(row, contenders, options)
  if (values.profile) printProfiles(values.profile)
  process.stdout.write(missed === 0 ? '\nEvery target holds.\n' : `\nTargets missed: ${missed}\n`)
  return 0
}

async function measure(row: Row, contenders: readonly Contender[], options: RunOptions): Promise<number> {
  const outcomes: Outcome[] = []
  for (const contender of contenders) {
    if (row.without?.includes(contender.id)) continue
    const { id, name } = contender
    process.stderr.write(`  ${row.id}: ${name} …\n`)
    try {
      outcomes.push({ id, name, measured: await row.run(contender, options) })
    } catch (error) {
      outcomes.push({
        id,
        name,
        measured: { failed: error instanceof Error ? error.message : String(error) },
      })
    }
  }
  return printRow(row, outcomes, options.rounds)
}

function chosen<T extends { readonly id: string }>(
  all: readonly T[],
  ids: string | undefined,
  what: string,
): T[] {
  if (ids === undefined) return [...all]
  return ids.split(',').map((id) => {
    const found = all.find((one) => one.id === id)
    if (found === undefined)
      throw new Error(`no such ${what}: ${id}; there are ${all.map((one) => one.id).join(', ')}`)
    return found
  })
}

/** Peers are left out, with the reason, when they cannot be had. */
function withPeers(contenders: readonly Contender[]): Contender[] {
  const isPeer = ({ id }: Contender): boolean => id !== 'ours' && !id.startsWith('relay')
  if (!contenders.some(isPeer)) return [...contenders]
  const why = installPeers()
  if (why !== null) process.stdout.write(`Without peers: ${why}\n`)
  return contenders.filter((one) => why === null || !isPeer(one))
}

import { parseArgs } from 'node:util'
import { Cluster } from './cluster.ts'
import { FAULTS } from './faults.ts'
import { storm } from './storm.ts'
import { tryFaults } from './try-faults.ts'

const HELP = `npm run cluster -w apps/bench [-- what]: three nodes on a Postgres and a Redis of their own

  (nothing)   one thing after another goes wrong while people edit; then the storm
  faults      the first part alone; --only ${FAULTS.map((fault) => fault.id).join(',')}
  storm       2,000 people are dropped at once and come back; --people N

Build first (npm run build): the server under test is the built one. Ends with 1 when anything was lost or somebody was
not back in time. Prints "skipped: …" where Postgres or Redis are not installed.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    people: { type: 'string', default: '2000' },
    help: { type: 'boolean', default: false },
  },
})
const what = positionals[0] ?? 'all'
if (values.help || !['all', 'faults', 'storm'].includes(what)) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 1)
}
if (Cluster.whyNot !== null) {
  process.stdout.write(`skipped: ${Cluster.whyNot}\n`)
  process.exit(0)
}
const faults = what === 'storm' ? 0 : await tryFaults(values.only?.split(',') ?? [])
const storms = what === 'faults' ? 0 : await storm(Number(values.people))
process.exit(faults + storms === 0 ? 0 : 1)

import { parseArgs } from 'node:util'
import { crashByKill } from './kill.ts'
import { crashByPower } from './power.ts'

const HELP = `npm run crash -w apps/bench -- <how> [options]: what was promised is there after a crash

  kill    kill -9 at random moments under load, then start again
  power   as when the power goes: the block device is copied as it lies, with what was fsynced and nothing else, and a
          server is started on the copy. Needs root and loop devices; prints "skipped: …" without. First the same with a
          database that does not wait for the disk, and with one whose log alone is not synced: each must lose something,
          or the test sees nothing

  --rounds N   (kill 1000, power 300)
  --seed N     of the random moments (a new one each run)

Build first (npm run build): the server under test is the built one. Ends with 1 when anything was lost.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
switch (values.help ? 'help' : positionals[0]) {
  case 'kill':
    process.exit(await crashByKill(Number(values.rounds ?? 1000), seed))
    break
  case 'power':
    process.exit(await crashByPower(Number(values.rounds ?? 300), seed))
    break
  default:
    process.stdout.write(HELP)
    process.exit(values.help ? 0 : 1)
}

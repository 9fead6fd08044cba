import { benchCanvas } from './canvas/main.ts'
import { benchDragging } from './dragging.ts'
import { benchOpening } from './opening.ts'
import { benchPeople } from './people.ts'
import { benchSync } from './sync/main.ts'

const TABLES: Readonly<Record<string, () => Promise<void>>> = {
  opening: benchOpening,
  people: benchPeople,
  dragging: benchDragging,
}

const HELP = `npm run bench -w apps/bench [-- table …]: prints tables of what was measured

  opening   opening a board after a restart
  people    50 people on a board, beside a bare relay
  dragging  frames per second in a real browser while others drag
  canvas    our map beside other canvases (-- canvas --help)
  sync      our server beside its peers (-- sync --help)

Without a name: the first three. Build first (npm run build): the server under test is the built one.
`

const asked = process.argv.slice(2)
if (asked[0] === 'sync') process.exit(await benchSync(asked.slice(1)))
if (asked[0] === 'canvas') process.exit(await benchCanvas(asked.slice(1)))
if (asked.includes('--help')) {
  process.stdout.write(HELP)
  process.exit(0)
}
const unknown = asked.filter((name) => !Object.hasOwn(TABLES, name))
if (unknown.length > 0) {
  process.stderr.write(`no such table: ${unknown.join(', ')}\n\n${HELP}`)
  process.exit(1)
}
process.stdout.write('Build first (npm run build): the server under test is the built one.\n')
for (const [name, run] of Object.entries(TABLES)) if (asked.length === 0 || asked.includes(name)) await run()
process.exit(0)

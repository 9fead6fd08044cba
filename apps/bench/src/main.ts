import { benchCanvas } from './canvas.ts'
import { benchOpening } from './opening.ts'
import { benchPeople } from './people.ts'

const TABLES: Readonly<Record<string, () => Promise<void>>> = {
  opening: benchOpening,
  people: benchPeople,
  canvas: benchCanvas,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(TABLES, name))
if (unknown.length > 0) {
  process.stderr.write(`no such table: ${unknown.join(', ')}; there are ${Object.keys(TABLES).join(', ')}\n`)
  process.exit(1)
}
process.stdout.write('Build first (npm run build): the server under test is the built one.\n')
for (const [name, run] of Object.entries(TABLES)) if (asked.length === 0 || asked.includes(name)) await run()
process.exit(0)

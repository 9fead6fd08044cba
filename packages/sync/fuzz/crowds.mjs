// Measures what is let in of the layers that keep everybody walking (src/testing/crowds.ts), each update from another account,
// and what that costs those who load it: `npm run crowds -w packages/sync`.
import { ROOT_NAMES } from '@second-story/protocol'
import * as Y from 'yjs'
import { fold } from '../src/document/fold.ts'
import { judge } from '../src/gate/judge.ts'
import { Knowledge } from '../src/gate/knowledge.ts'
import { weigh } from '../src/gate/weight.ts'
import { CROWDS } from '../src/testing/crowds.ts'
import { readUpdate } from '../src/update/read.ts'
import { writeUpdate } from '../src/update/write.ts'

const roots = new Set(ROOT_NAMES)

/** ms of work; what other programs take meanwhile does not count */
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const timed = (work) => {
  const began = worked()
  work()
  return worked() - began
}

/** What a room lets in, and how long it looked at one update at the most. */
function besiege(updates) {
  const known = new Knowledge()
  const taken = []
  let looked = 0
  for (const [i, bytes] of updates.entries()) {
    let verdict
    looked = Math.max(
      looked,
      timed(() => {
        verdict = judge(bytes, known, { roots, mayUse: () => true, account: `a${i}`, layer: () => taken })
      }),
    )
    if (verdict.type !== 'addition') continue
    known.learn(verdict.addition.sections, verdict.addition.deleted, `a${i}`)
    taken.push(writeUpdate(verdict.addition.runs, verdict.addition.deleted))
  }
  return { taken, looked }
}

console.log('  taken   steps  judging  one update  loading rows  a snapshot   (ms)')
for (const [name, make] of Object.entries(CROWDS)) {
  for (const structs of [100, 300, 1000, 3000, 10_000, 30_000]) {
    const updates = make(structs)
    const { taken, looked } = besiege(updates)
    const doc = new Y.Doc()
    let slowest = 0
    const rows = timed(() => {
      for (const bytes of taken)
        slowest = Math.max(
          slowest,
          timed(() => Y.applyUpdate(doc, bytes)),
        )
    })
    const snapshot = fold(taken)
    const load = timed(() => Y.applyUpdate(new Y.Doc(), snapshot))
    const { steps } = weigh(taken.map(readUpdate))
    const figures = [looked, slowest, rows, load].map((ms) => ms.toFixed(0).padStart(9)).join('  ')
    console.log(
      `${`${taken.length}/${updates.length}`.padStart(7)} ${String(steps).padStart(8)}${figures}   ${structs}: ${name}`,
    )
  }
}

// Measures how long the gate takes to refuse each bomb, and how much it keeps: `npm run bombs -w packages/sync`.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ROOT_NAMES } from '@second-story/protocol'
import { judge } from '../src/gate/judge.ts'
import { Knowledge } from '../src/gate/knowledge.ts'
import { bombs } from '../src/testing/bombs/index.ts'

const rules = { roots: new Set(ROOT_NAMES), mayUse: (client) => client !== 666 }
const MOST_MS = 5
const MOST_KB = 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
let over = 0
for (const { name, here, update } of bombs()) {
  let ms = Number.POSITIVE_INFINITY
  let kept = 0
  // the best of a few: what other programs take meanwhile does not count
  for (let i = 0; i < 5; i++) {
    const known = new Knowledge()
    for (const bytes of here) {
      const { addition } = judge(bytes, known, rules)
      known.learn(addition.sections, addition.deleted)
    }
    collect()
    const before = process.memoryUsage().heapUsed
    const began = performance.now()
    const verdict = judge(update, known, rules)
    ms = Math.min(ms, performance.now() - began)
    collect()
    kept = (process.memoryUsage().heapUsed - before) / 1024
    if (verdict.type === 'addition') throw new Error(`taken: ${name}`)
  }
  const isOver = ms > MOST_MS || kept > MOST_KB
  if (isOver) over++
  console.log(
    `${ms.toFixed(2).padStart(8)} ms ${kept.toFixed(0).padStart(6)} KB kept ${String(update.length).padStart(8)} bytes  ${name}${isOver ? '  OVER' : ''}`,
  )
}
process.exitCode = over === 0 ? 0 : 1

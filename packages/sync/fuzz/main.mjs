// Sends a room what might break it: `npm run fuzz -w packages/sync -- --frames 1000000 [--seed n]`.
// Ends with 1 and the seed that shows it again when something broke, a frame took too long, or memory stayed behind.
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { FRAMES_PER_SIEGE, noFigures, Siege } from '../src/testing/siege.ts'

/** ms of work; what other programs take meanwhile does not count */
const SLOWEST = 50
/** bytes of heap that may stay behind after the first sieges */
const LEFT_BEHIND = 16 * 1024 * 1024
const WARM_UP = 4

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const { values } = parseArgs({ options: { frames: { type: 'string' }, seed: { type: 'string' } } })
const wanted = Number(values.frames ?? 1_000_000)
const first = Number(values.seed ?? 1)
const figures = noFigures()
const clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const heap = () => {
  collect()
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
}

const began = Date.now()
let atFirst = 0
let atLast = 0
let worst = 0
let broken = null
for (let seed = first; figures.frames < wanted && broken === null; seed++) {
  const frames = Math.min(FRAMES_PER_SIEGE, wanted - figures.frames)
  figures.worst = 0
  try {
    new Siege(seed, figures, clock).run(frames)
  } catch (error) {
    broken = `${error instanceof Error ? error.stack : error}`
  }
  if (seed - first >= WARM_UP) worst = Math.max(worst, figures.worst)
  if (broken === null && seed - first >= WARM_UP && figures.worst > SLOWEST)
    broken = `a frame took ${figures.worst.toFixed(0)} ms`
  if (seed - first === WARM_UP) atFirst = heap()
  if ((seed - first) % 20 === 0)
    console.log(`seed ${seed}: ${figures.frames} frames, ${figures.taken} taken, ${figures.refused} refused`)
  if (broken !== null)
    console.error(
      `seed ${seed}: ${broken}\n\nnpm run fuzz -w packages/sync -- --frames ${FRAMES_PER_SIEGE} --seed ${seed}`,
    )
}
atLast = heap()
const left = atFirst === 0 ? 0 : atLast - atFirst
if (broken === null && left > LEFT_BEHIND) {
  broken = 'memory'
  console.error(`${(left / 2 ** 20).toFixed(0)} MB stayed behind`)
}
const reasons = [...figures.reasons].sort((a, b) => b[1] - a[1])
console.log(`
${figures.frames} frames in ${((Date.now() - began) / 1000).toFixed(0)} s from seed ${first}
${figures.taken} taken, ${figures.refused} refused for ${reasons.length} reasons, ${figures.checks} times looked at whole
slowest frame ${worst.toFixed(1)} ms, largest layer ${figures.bytes} bytes, ${(left / 2 ** 20).toFixed(1)} MB stayed behind
${reasons.map(([reason, n]) => `${String(n).padStart(9)} ${reason}`).join('\n')}`)
process.exitCode = broken === null ? 0 : 1

// Plays seeded worlds in which anything may fail:
//   npm run sim -w packages/sync -- --seeds 10000 [--from n] [--steps n] [--nodes 1|2|3] [--threads n] [--long]
//   npm run sim -w packages/sync -- --seeds 1000 --mutants [part of a name]
// Ends with 1 and a program to paste into src/simulation/pinned.ts when something broke, or when a mutant was not caught.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { playSeeds } from './crew.mjs'
import { runMutants } from './mutants.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string' },
    nodes: { type: 'string' },
    threads: { type: 'string' },
    long: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
  },
})
const source = join(import.meta.dirname, '..', 'src')
const seeds = Number(values.seeds)
const from = Number(values.from)
const threads = Number(values.threads ?? availableParallelism())
const options = {
  steps: Number(values.steps ?? (values.long ? 2000 : 220)),
  nodes: values.nodes === undefined ? undefined : Number(values.nodes),
}
/** So many failures are shortened and shown. */
const SHOWN = 3

const plain = (n) => n.toLocaleString('en-US')
const columns = (counts) =>
  counts
    .filter(([what]) => what !== 'seeds')
    .map(([what, n]) => `  ${what.padEnd(20)} ${plain(n).padStart(12)}`)
    .join('\n')

async function simulate() {
  const { Counts } = await import('../src/simulation/counts.ts')
  const { makeProgram } = await import('../src/simulation/program.ts')
  const { pasteable, shrink } = await import('../src/simulation/play.ts')
  const began = performance.now()
  const total = new Counts()
  const failures = []
  await playSeeds(
    { threads, from, seeds, chunk: values.long ? 1 : 25, data: { source, options } },
    (answer) => {
      total.merge(answer.counts)
      failures.push(...answer.failures)
      return failures.length < 50
    },
  )
  const seconds = (performance.now() - began) / 1000
  console.log(columns(total.entries))
  console.log(
    `${plain(total.of('seeds'))} seeds in ${seconds.toFixed(1)} s on ${threads} threads: ${failures.length} broken`,
  )
  for (const { seed, broken } of failures.sort((a, b) => a.seed - b.seed).slice(0, SHOWN)) {
    console.log(`\nseed ${seed}: ${broken}\nshortened, for src/simulation/pinned.ts:`)
    console.log(pasteable(shrink(makeProgram(seed, options))))
  }
  if (failures.length > SHOWN)
    console.log(
      `\nalso seeds ${failures
        .slice(SHOWN)
        .map(({ seed }) => seed)
        .join(' ')}`,
    )
  return failures.length === 0
}

const isGood = values.mutants
  ? await runMutants({ seeds, from, threads, options, wanted: positionals[0] ?? '' })
  : await simulate()
process.exitCode = isGood ? 0 : 1

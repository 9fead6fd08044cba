// Plays seeds in a thread: gets {from, count}, answers with what happened and what broke.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// a thread does not inherit what lets its parent read TypeScript
register()

const { source, options, isEnough } = workerData
const load = (file) => import(pathToFileURL(join(source, 'simulation', file)).href)
const { makeProgram } = await load('program.ts')
const { play } = await load('play.ts')
const { Counts } = await load('counts.ts')

/** So often a seed is played twice: it must be the same. */
const TWICE = 50

/** Plays what once failed; the first that fails again. */
async function playPinned() {
  const { PINNED } = await load('pinned.ts')
  const { parseProgram } = await load('program.ts')
  for (const { name, program } of PINNED) {
    const { broken } = play(parseProgram(program))
    if (broken !== null) return [{ pinned: name, broken }]
  }
  return []
}

parentPort.on('message', async ({ from, count, pinned }) => {
  if (pinned) return void parentPort.postMessage({ counts: [], failures: await playPinned() })
  const counts = new Counts()
  const failures = []
  for (let seed = from; seed < from + count && !(isEnough && failures.length > 0); seed++) {
    const program = makeProgram(seed, options)
    const played = play(program)
    counts.merge(played.counts)
    counts.add('seeds')
    if (played.broken !== null) failures.push({ seed, broken: played.broken })
    if (seed % TWICE !== 0) continue
    counts.add('played twice')
    if (play(program).hash !== played.hash)
      failures.push({ seed, broken: 'played again it was not the same' })
  }
  parentPort.postMessage({ counts: counts.entries, failures })
})
parentPort.postMessage({ counts: [], failures: [] })

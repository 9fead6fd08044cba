// Spreads seeds over threads, one for each core.
import { Worker } from 'node:worker_threads'

const worker = new URL('./worker.mjs', import.meta.url)

/**
 * Plays `seeds` seeds from `from` on; calls `told` with each answer, and ends early when that returns false.
 * `data`: {source, options, isEnough} for the worker; `thenPinned`: at last what once failed is played.
 */
export async function playSeeds({ threads, from, seeds, chunk, data, thenPinned = false }, told) {
  let next = from
  let isPinnedLeft = thenPinned
  const end = from + seeds
  await Promise.all(
    Array.from({ length: threads }, () => {
      const thread = new Worker(worker, { workerData: data })
      return new Promise((resolve, reject) => {
        thread.once('error', reject)
        thread.once('exit', resolve)
        thread.on('message', (answer) => {
          if (told(answer) === false) {
            next = end
            isPinnedLeft = false
          }
          if (next >= end && isPinnedLeft) {
            isPinnedLeft = false
            return void thread.postMessage({ pinned: true })
          }
          const count = Math.min(chunk, end - next)
          if (count <= 0) return void thread.terminate()
          thread.postMessage({ from: next, count })
          next += count
        })
      })
    }),
  )
}

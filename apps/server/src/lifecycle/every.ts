import type { Log } from '../rooms/log.ts'

/** Does `work` every `ms`, one at a time; a failure is logged and the next turn comes. Returns its end. */
export function every(ms: number, work: () => Promise<void>, log: Log): () => void {
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    work()
      .catch((error: unknown) => log.error({ error: String(error) }, 'a regular task failed'))
      .finally(() => {
        isBusy = false
      })
  }, ms)
  timer.unref()
  return () => clearInterval(timer)
}

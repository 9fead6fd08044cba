import type { Random } from '@second-story/std'
import type { LogDisk } from './log-disk.ts'
import { type Store, StoreError } from './store.ts'

/** Something asked of the store: done at one moment, answered at a later one. */
interface Job {
  readonly name: string
  /** asks the store; returns what to do with the answer */
  readonly ask: () => () => void
  readonly failed: () => void
  answer: (() => void) | null
  /** the commit that must be on disk before it is answered */
  needs: number
}

/**
 * What one node waits for. With one node the store does things in their order, as SQLite does, and they are answered when
 * the log is synced: also what was read, which may hold what is committed and not on disk.
 */
export class Jobs {
  readonly #store: Store
  #jobs: Job[] = []

  constructor(store: Store) {
    this.#store = store
  }

  get count(): number {
    return this.#jobs.length
  }

  has(name: string): boolean {
    return this.#jobs.some((job) => job.name === name)
  }

  add<T>(name: string, ask: () => T, done: (answer: T) => void, failed: () => void): void {
    const job: Job = {
      name,
      ask: () => {
        const answer = ask()
        return () => done(answer)
      },
      failed,
      answer: null,
      needs: 0,
    }
    this.#jobs.push(job)
  }

  /** One of them goes on: it is done, or answered, or both. */
  step(random: Random): void {
    const { log } = this.#store
    if (log !== null) {
      this.#stepBeside(log, random)
      return
    }
    const at = Math.floor(random() * this.#jobs.length)
    const job = this.#jobs[at]
    if (job === undefined) return
    if (job.answer === null) {
      job.answer = this.#do(job, random)
      if (random() < 0.3) return
    }
    this.#jobs.splice(at, 1)
    job.answer()
  }

  /** With a log that is synced beside: something is committed, a sync begins or ends, something is answered. */
  #stepBeside(log: LogDisk, random: Random): void {
    const undone = this.#jobs.find(({ answer }) => answer === null)
    if (undone !== undefined && random() < 0.7) this.#commit(undone, log)
    if (random() < 0.6) this.#sync(log)
    const at = this.#jobs.findIndex((job) => isAnswerable(job, log))
    if (at < 0 || random() < 0.2) return
    this.#jobs.splice(at, 1)[0]?.answer?.()
  }

  #commit(job: Job, log: LogDisk): void {
    const answer = attempt(job.ask)
    job.answer = answer ?? job.failed
    if (answer !== null) job.needs = log.committed
  }

  #sync(log: LogDisk): void {
    log.sync(this.#store.trouble === 'fsync')
    if (!log.isBroken) return
    for (const job of this.#jobs) {
      if (job.needs <= log.durable) continue
      job.answer = job.failed
      job.needs = 0
    }
  }

  #do(job: Job, random: Random): () => void {
    // with a store elsewhere, a node may give up waiting for what is then done after all
    if (job.name === 'append' && random() < 0.03) {
      this.#store.late.push(job.ask)
      return job.failed
    }
    return attempt(job.ask) ?? job.failed
  }

  /** All that there is to do is done and answered. */
  drain(): void {
    const { log } = this.#store
    if (log !== null) {
      this.#drainBeside(log)
      return
    }
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      const answer = job.answer ?? attempt(job.ask) ?? job.failed
      answer()
    }
  }

  #drainBeside(log: LogDisk): void {
    while (this.#jobs.length > 0) {
      for (const job of this.#jobs) if (job.answer === null) this.#commit(job, log)
      // what was under way ends, and one that holds everything begins and ends
      for (let i = 0; i < 3; i++) this.#sync(log)
      const ready = this.#jobs.filter((job) => isAnswerable(job, log))
      this.#jobs = this.#jobs.filter((job) => !ready.includes(job))
      for (const { answer } of ready) answer?.()
    }
  }

  /** The node is gone: what it asked for may have been done, may be done later, or never. */
  abandon(random: Random): void {
    for (const job of this.#jobs) {
      if (job.answer !== null || random() < 0.5) continue
      if (this.#store.log !== null || random() < 0.5) attempt(job.ask)
      else this.#store.late.push(job.ask)
    }
    this.#jobs = []
  }

  /** The power goes while something is being written. */
  beginWrite(): void {
    const job = this.#jobs.find((one) => one.name === 'append' && one.answer === null)
    if (job === undefined) return
    const { trouble } = this.#store
    this.#store.trouble = 'fsync'
    attempt(job.ask)
    this.#store.trouble = trouble
  }
}

function isAnswerable({ answer, needs }: Job, log: LogDisk): boolean {
  return answer !== null && needs <= log.durable
}

/** Null when the store failed. */
export function attempt<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}

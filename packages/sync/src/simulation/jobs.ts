import type { Random } from '@second-story/std'
import { type Store, StoreError } from './store.ts'

/** Something asked of the store: done at one moment, answered at a later one. */
interface Job {
  readonly name: string
  /** asks the store; returns what to do with the answer */
  readonly ask: () => () => void
  readonly failed: () => void
  answer: (() => void) | null
}

/** What one node waits for. With one node the store does things in their order, as SQLite's thread does. */
export class Jobs {
  readonly #store: Store
  readonly #isInOrder: boolean
  #jobs: Job[] = []

  constructor(store: Store, isInOrder: boolean) {
    this.#store = store
    this.#isInOrder = isInOrder
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
    }
    this.#jobs.push(job)
  }

  /** One of them goes on: it is done, or answered, or both. */
  step(random: Random): void {
    const at = this.#isInOrder ? 0 : Math.floor(random() * this.#jobs.length)
    const job = this.#jobs[at]
    if (job === undefined) return
    if (job.answer === null) {
      job.answer = this.#do(job, random)
      if (random() < 0.3) return
    }
    this.#jobs.splice(at, 1)
    job.answer()
  }

  #do(job: Job, random: Random): () => void {
    // with a store elsewhere, a node may give up waiting for what is then done after all
    if (!this.#isInOrder && job.name === 'append' && random() < 0.03) {
      this.#store.late.push(job.ask)
      return job.failed
    }
    return attempt(job.ask) ?? job.failed
  }

  /** All that there is to do is done and answered. */
  drain(): void {
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      const answer = job.answer ?? attempt(job.ask) ?? job.failed
      answer()
    }
  }

  /** The node is gone: what it asked for may have been done, may be done later, or never. */
  abandon(random: Random): void {
    for (const job of this.#jobs) {
      if (job.answer !== null || random() < 0.5) continue
      if (this.#isInOrder || random() < 0.5) attempt(job.ask)
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

/** Null when the store failed. */
export function attempt<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}

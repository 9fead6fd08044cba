import { Worker } from 'node:worker_threads'
import { type Aside, Busy, TookTooMuch } from './aside.ts'
import type { TaskInput, TaskName, TaskResult } from './tasks.ts'

export interface Question {
  readonly id: number
  readonly task: TaskName
  readonly input: unknown
}

/** `begun`: what it needs is loaded, from now on its time counts. */
export type Answer =
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string }

export interface OffThreadOptions {
  /** how long one task may take; null: as long as it needs */
  readonly longestMs?: number | null
  /** how many may wait; more are refused */
  readonly mostWaiting?: number
  /** megabytes of values that one task may hold */
  readonly mostMemory?: number
  /** the thread ends when nothing was asked of it for so long */
  readonly idleMs?: number
  /** the worker's file; its own unless a test has another */
  readonly file?: URL
}

interface Waiting extends Question {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** what runs source where nothing is built; a tool of development, never of the built server */
const SOURCE_RUNNER = 'tsx/esm/api'
const SOURCE_LOADER = `
const load = (name) => import(name)
load('${SOURCE_RUNNER}').then(({ register }) => {
  register()
  return import(require('node:worker_threads').workerData)
})`

/**
 * A thread for what takes long: one thing after the other, while the rooms go on. It is started when first needed. What takes
 * too long, or too much memory, ends with its thread; whatever waited goes on in the next one.
 */
export class OffThread implements Aside {
  readonly #options: Required<OffThreadOptions>
  readonly #waiting: Waiting[] = []
  #current: Waiting | null = null
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | undefined
  #nextId = 1

  constructor({
    longestMs = null,
    mostWaiting = Number.POSITIVE_INFINITY,
    mostMemory = 2048,
    idleMs = 60_000,
    file = workerFile(),
  }: OffThreadOptions = {}) {
    this.#options = { longestMs, mostWaiting, mostMemory, idleMs, file }
  }

  run<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskResult<T>> {
    if (this.#waiting.length >= this.#options.mostWaiting)
      return Promise.reject(new Busy(`${this.#waiting.length} tasks wait already`))
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.push({ id, task, input, resolve: resolve as (result: unknown) => void, reject })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current !== null) return
    clearTimeout(this.#timer)
    const next = this.#waiting.shift()
    if (next === undefined) {
      this.#timer = setTimeout(() => void this.close(), this.#options.idleMs).unref()
      return
    }
    this.#current = next
    this.#worker ??= this.#start()
    const { id, task, input } = next
    try {
      this.#worker.postMessage({ id, task, input } satisfies Question)
    } catch (error) {
      this.#settle((asked) => asked.reject(asError(error)))
    }
  }

  #start(): Worker {
    const { file, mostMemory } = this.#options
    const resourceLimits = { maxOldGenerationSizeMb: mostMemory }
    // as source it is read by what reads the server itself then, and that has to be said again for each thread
    const worker = file.pathname.endsWith('.ts')
      ? new Worker(SOURCE_LOADER, { eval: true, workerData: file.href, resourceLimits })
      : new Worker(file, { resourceLimits })
    worker.unref()
    worker.on('message', (answer: Answer) => this.#heard(answer))
    worker.on('error', (error) => this.#died(worker, asError(error)))
    worker.on('exit', () => this.#died(worker, new Error('the thread ended')))
    return worker
  }

  #heard(answer: Answer): void {
    if (answer.id !== this.#current?.id) return
    if ('begun' in answer) this.#limitTime()
    else if ('problem' in answer) this.#settle(({ reject }) => reject(new Error(answer.problem)))
    else this.#settle(({ resolve }) => resolve(answer.result))
  }

  #limitTime(): void {
    const { longestMs } = this.#options
    if (longestMs === null) return
    this.#timer = setTimeout(() => {
      const worker = this.#worker
      this.#worker = null
      void worker?.terminate()
      this.#settle(({ task, reject }) => reject(new TookTooMuch(`${task} took more than ${longestMs} ms`)))
    }, longestMs).unref()
  }

  #settle(how: (asked: Waiting) => void): void {
    clearTimeout(this.#timer)
    const asked = this.#current
    this.#current = null
    if (asked !== null) how(asked)
    this.#next()
  }

  #died(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const isTooLarge = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const reason = isTooLarge ? new TookTooMuch(error.message) : error
    if (this.#current !== null) this.#settle(({ reject }) => reject(reason))
  }

  get isRunning(): boolean {
    return this.#worker !== null
  }

  /** Ends the thread; what is asked later starts another. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** Beside this file: as source under tsx, as its own file where the server is built. */
export function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.mjs', import.meta.url)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

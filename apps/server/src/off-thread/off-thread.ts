import { Worker } from 'node:worker_threads'
import type { TaskName, Tasks } from './tasks.ts'

export interface Question {
  readonly id: number
  readonly task: TaskName
  readonly input: unknown
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string }

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * A second thread for what takes long: one thing after the other, while the rooms go on. It is started when first needed;
 * one that dies takes what was asked of it along, and is replaced for the next.
 */
export class OffThread {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #nextId = 1

  run<T extends TaskName>(task: T, input: Parameters<Tasks[T]>[0]): Promise<ReturnType<Tasks[T]>> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
      this.#worker ??= this.#start()
      this.#worker.postMessage({ id, task, input } satisfies Question)
    })
  }

  #start(): Worker {
    // beside this file: as source under tsx, as its own file where the server is built
    const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.mjs'
    const worker = new Worker(new URL(name, import.meta.url))
    worker.unref()
    worker.on('message', (answer: Answer) => this.#answered(answer))
    worker.on('error', (error) => this.#died(worker, error))
    worker.on('exit', () => this.#died(worker, new Error('the second thread ended')))
    return worker
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('problem' in answer) waiting?.reject(new Error(answer.problem))
    else waiting?.resolve(answer.result)
  }

  #died(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const lost = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of lost) reject(error instanceof Error ? error : new Error(String(error)))
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }
}

import type { Aside } from './aside.ts'
import { OffThread } from './off-thread.ts'
import type { TaskInput, TaskName, TaskResult } from './tasks.ts'

/**
 * The threads beside the one that carries everybody's edits. What strangers' files may make slow never stands before what the
 * server needs itself: logs are folded on a thread of their own, files that people send are read on another.
 */
export class Lanes implements Aside {
  readonly #logs = new OffThread()
  readonly #boards = new OffThread({ longestMs: 60_000, mostWaiting: 200 })
  /** a megabyte of honest YAML takes a second and some 200 MB; the machine may be busy with other things */
  readonly #imports = new OffThread({ longestMs: 10_000, mostWaiting: 20, mostMemory: 512 })

  run<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskResult<T>> {
    return this.#laneOf(task).run(task, input)
  }

  #laneOf(task: TaskName): OffThread {
    if (task === 'fold') return this.#logs
    return task === 'plan' || task === 'picture' ? this.#imports : this.#boards
  }

  async close(): Promise<void> {
    await Promise.all([this.#logs.close(), this.#boards.close(), this.#imports.close()])
  }
}

import { doTask, type TaskInput, type TaskName, type TaskResult } from './tasks.ts'

/** Where tasks are done: on threads of their own, or, in tests, here. */
export interface Aside {
  /** Rejects with `TookTooMuch` or `Busy`, or with an error that says what went wrong. */
  run<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskResult<T>>
}

/** It was ended because it took more time or memory than it may. */
export class TookTooMuch extends Error {
  override readonly name = 'TookTooMuch'
}

/** So much waits already that this was not begun. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/** Does tasks on the thread that asks, as they would be done elsewhere: on copies. */
export const onThisThread: Aside = {
  run: (task, input) => doTask(task, structuredClone(input)),
}

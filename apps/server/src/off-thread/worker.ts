import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './off-thread.ts'
import { TASKS } from './tasks.ts'

parentPort?.on('message', ({ id, task, input }: Question) => {
  parentPort?.postMessage(answer(id, () => (TASKS[task] as (input: unknown) => unknown)(input)))
})

function answer(id: number, work: () => unknown): Answer {
  try {
    return { id, result: work() }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) }
  }
}

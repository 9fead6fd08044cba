import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './off-thread.ts'
import { TASKS } from './tasks.ts'

parentPort?.on('message', async ({ id, task, input }: Question) => {
  tell(await answer(id, task, input))
})

async function answer(id: number, task: Question['task'], input: unknown): Promise<Answer> {
  try {
    const work = (await TASKS[task]()) as (input: unknown) => unknown
    tell({ id, begun: true })
    return { id, result: work(input) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) }
  }
}

function tell(answer: Answer): void {
  parentPort?.postMessage(answer)
}

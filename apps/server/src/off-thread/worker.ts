import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './off-thread.ts'
import { standBehind } from './stand-behind.ts'
import { TASKS } from './tasks.ts'

standBehind()

parentPort?.on('message', async ({ id, task, input }: Question) => {
  tell(await answer(id, task, input))
})

async function answer(id: number, task: Question['task'], input: unknown): Promise<Answer> {
  try {
    const work = (await TASKS[task]()) as (input: unknown) => unknown
    tell({ id, begun: true })
    return { id, result: await work(input) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) }
  }
}

function tell(answer: Answer): void {
  parentPort?.postMessage(answer, 'result' in answer ? handedOver(answer.result) : [])
}

/** Bytes of a result that need not be copied: those that lie alone in their memory. */
function handedOver(result: unknown): ArrayBuffer[] {
  const values = typeof result === 'object' && result !== null ? [result, ...Object.values(result)] : []
  return values.flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
}

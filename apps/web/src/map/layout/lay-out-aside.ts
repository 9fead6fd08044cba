import type { Box } from '@second-story/board/layout'
import type { LayOut } from './plan.ts'

/** Lays out on a thread of its own, so that the map stays in hand; on this one where there is no other. */
export const layOutAside: LayOut = async (things, lines, way) => {
  const worker = start()
  if (!worker) return layOutHere(things, lines, way)
  try {
    return await new Promise<ReadonlyMap<string, Box>>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<[string, Box][]>) => resolve(new Map(data))
      worker.onerror = () => reject(new Error('the thread did not start'))
      worker.postMessage({ things, lines, way })
    })
  } catch {
    return layOutHere(things, lines, way)
  } finally {
    worker.terminate()
  }
}

const layOutHere: LayOut = async (things, lines, way) => {
  const { layOut } = await import('@second-story/board/layout')
  return layOut(things, lines, way)
}

function start(): Worker | null {
  try {
    return new Worker(new URL('./lay-out.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    // a page that may not start threads
    return null
  }
}

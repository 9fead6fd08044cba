import type { CDPSession, Page } from '@playwright/test'
import { percentile } from '../table.ts'

export interface Frames {
  readonly perSecond: number
  /** milliseconds between two frames that 95 % stay below */
  readonly p95: number
  /** main-thread milliseconds a frame */
  readonly busy: number
}

/** The runner names functions for its stack traces, also those that are sent into the page. */
export const NAMES = 'globalThis.__name = (f) => f'

/** Frames and main-thread time of a page for so many seconds, while something else goes on in it. */
export async function measureFrames(page: Page, seconds: number): Promise<Frames> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busyBefore = await taskSeconds(session)
  const gaps = await page.evaluate(
    (span) =>
      new Promise<number[]>((done) => {
        const list: number[] = []
        const began = performance.now()
        let last = began
        const step = (): void => {
          const now = performance.now()
          list.push(now - last)
          last = now
          if (now - began < span) requestAnimationFrame(step)
          else done(list)
        }
        requestAnimationFrame(step)
      }),
    seconds * 1000,
  )
  const busy = ((await taskSeconds(session)) - busyBefore) * 1000
  await session.detach()
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  return { perSecond: (gaps.length / total) * 1000, p95: percentile(gaps, 0.95), busy: busy / gaps.length }
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN
}

/** Bytes of live objects in the page, after its garbage is gone. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? Number.NaN
}

/** Counts what scripts and styles weigh as they come over the wire, from now on. */
export async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const counted = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') counted.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}

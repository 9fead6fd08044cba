import { afterEach, expect, test } from 'vitest'
import { Busy, TookTooMuch } from './aside.ts'
import { OffThread, type OffThreadOptions } from './off-thread.ts'

/** Stands for the worker: what it is given as "updates" says what it does. */
const WORKER = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ id, input }) => {
  parentPort.postMessage({ id, begun: true })
  if (input === 'for ever') for (;;) {}
  if (input === 'too much') { const all = []; for (;;) all.push(new Array(1e5).fill('x')) }
  if (input === 'end') process.exit(1)
  if (input === 'wrong') parentPort.postMessage({ id, problem: 'it went wrong' })
  else parentPort.postMessage({ id, result: [input, threadId] })
})`
const file = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`)

let thread: OffThread
afterEach(() => thread.close())

function start(options: OffThreadOptions = {}): (input: string) => Promise<[string, number]> {
  thread = new OffThread({ file, ...options })
  return (input) => thread.run('fold', input as never) as never
}

test('what is asked is answered in order, by one thread', async () => {
  const ask = start()
  const answers = await Promise.all([ask('a'), ask('b'), ask('c')])
  expect(answers.map(([input]) => input)).toEqual(['a', 'b', 'c'])
  expect(new Set(answers.map(([, id]) => id)).size).toBe(1)
})

test('what goes wrong is told to whoever asked, and to nobody else', async () => {
  const ask = start()
  const [wrong, right] = await Promise.allSettled([ask('wrong'), ask('b')])
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: 'it went wrong' } })
  expect(right).toMatchObject({ status: 'fulfilled' })
})

test('what takes too long is ended, and what waited behind it is done all the same', async () => {
  const ask = start({ longestMs: 50 })
  const [slow, next] = await Promise.allSettled([ask('for ever'), ask('b')])
  expect(slow).toMatchObject({ reason: expect.any(TookTooMuch) })
  expect(next).toMatchObject({ value: ['b', expect.any(Number)] })
})

test('what takes too much memory ends with its thread, and nothing else does', async () => {
  const ask = start({ mostMemory: 16 })
  const [large, next] = await Promise.allSettled([ask('too much'), ask('b')])
  expect(large).toMatchObject({ reason: expect.any(TookTooMuch) })
  expect(next).toMatchObject({ value: ['b', expect.any(Number)] })
})

test('the real thread does every kind of task, those that take their time too', async () => {
  thread = new OffThread()
  for (const form of ['md', 'bundle', 'pdf'] as const) {
    const wish = form === 'pdf' ? ({ form, theme: 'light' } as const) : { form }
    const file = await thread.run('file', { id: 'b', layers: [], wish })
    expect(file.body.length).toBeGreaterThan(20)
  }
  expect(await thread.run('unbundle', { bytes: new Uint8Array(0) })).toMatch(/not JSON/)
})

test('a thread that ends by itself is replaced', async () => {
  const ask = start()
  await expect(ask('end')).rejects.toThrow('ended')
  expect((await ask('b'))[0]).toBe('b')
})

test('when very much waits, more is refused at once', async () => {
  const ask = start({ mostWaiting: 2 })
  const asked = [ask('a'), ask('b'), ask('c')]
  await expect(ask('d')).rejects.toThrow(Busy)
  expect((await Promise.all(asked)).length).toBe(3)
})

test('a thread of which nothing is asked ends, and comes back when it is needed', async () => {
  const ask = start({ idleMs: 1 })
  const [, before] = await ask('a')
  while (thread.isRunning) await new Promise(setImmediate)
  const [, after] = await ask('b')
  expect(after).not.toBe(before)
})

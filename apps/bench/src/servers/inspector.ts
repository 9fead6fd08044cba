import { WebSocket } from 'ws'

/** What a process holds, in bytes, after a full garbage collection. */
export interface Held {
  /** of the machine's memory */
  readonly resident: number
  /** live objects and buffers */
  readonly live: number
}

/** Asks a process that was started with Node's inspector. */
export async function heldBy(inspector: number): Promise<Held> {
  const list = (await (await fetch(`http://127.0.0.1:${inspector}/json`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(list[0]?.webSocketDebuggerUrl ?? '')
  await new Promise((done, failed) => {
    socket.once('open', done)
    socket.once('error', failed)
  })
  let id = 0
  const ask = (method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    new Promise((done) => {
      const mine = ++id
      const hear = (text: Buffer): void => {
        const message = JSON.parse(String(text)) as { id?: number; result?: unknown }
        if (message.id !== mine) return
        socket.off('message', hear)
        done(message.result)
      }
      socket.on('message', hear)
      socket.send(JSON.stringify({ id: mine, method, params }))
    })
  await ask('HeapProfiler.enable')
  for (let i = 0; i < 3; i++) await ask('HeapProfiler.collectGarbage')
  const expression = 'JSON.stringify(process.memoryUsage())'
  const { result } = (await ask('Runtime.evaluate', { expression })) as { result: { value: string } }
  await ask('HeapProfiler.disable')
  socket.terminate()
  const { rss, heapUsed, external } = JSON.parse(result.value) as Record<
    'rss' | 'heapUsed' | 'external',
    number
  >
  return { resident: rss, live: heapUsed + external }
}

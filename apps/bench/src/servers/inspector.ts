import { WebSocket } from 'ws'

/** What a process holds, in bytes, after a full garbage collection. */
export interface Held {
  /** of the machine's memory */
  readonly resident: number
  /** live objects and buffers */
  readonly live: number
}

const SAMPLE_US = 200

/** Node's inspector of a process that was started with one. */
export class Inspector {
  readonly #socket: WebSocket
  #id = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  static async open(port: number): Promise<Inspector> {
    const list = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      webSocketDebuggerUrl: string
    }[]
    const socket = new WebSocket(list[0]?.webSocketDebuggerUrl ?? '', { maxPayload: 0 })
    await new Promise((done, failed) => {
      socket.once('open', done)
      socket.once('error', failed)
    })
    return new Inspector(socket)
  }

  /** Collects the garbage first. */
  async held(): Promise<Held> {
    await this.#ask('HeapProfiler.enable')
    for (let i = 0; i < 3; i++) await this.#ask('HeapProfiler.collectGarbage')
    const expression = 'JSON.stringify(process.memoryUsage())'
    const { result } = (await this.#ask('Runtime.evaluate', { expression })) as { result: { value: string } }
    await this.#ask('HeapProfiler.disable')
    const used = JSON.parse(result.value) as Record<'rss' | 'heapUsed' | 'external', number>
    return { resident: used.rss, live: used.heapUsed + used.external }
  }

  /** Takes a CPU profile while `work` goes on. */
  async profile<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly profile: unknown }> {
    await this.#ask('Profiler.enable')
    await this.#ask('Profiler.setSamplingInterval', { interval: SAMPLE_US })
    await this.#ask('Profiler.start')
    const result = await work()
    const { profile } = (await this.#ask('Profiler.stop')) as { profile: unknown }
    return { result, profile }
  }

  #ask(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return new Promise((done, failed) => {
      const mine = ++this.#id
      const gone = (): void => failed(new Error('the process is gone'))
      const hear = (text: Buffer): void => {
        const message = JSON.parse(String(text)) as { id?: number; result?: unknown }
        if (message.id !== mine) return
        this.#socket.off('message', hear)
        this.#socket.off('close', gone)
        done(message.result)
      }
      this.#socket.on('message', hear)
      this.#socket.once('close', gone)
      this.#socket.send(JSON.stringify({ id: mine, method, params }))
    })
  }

  close(): void {
    this.#socket.terminate()
  }
}

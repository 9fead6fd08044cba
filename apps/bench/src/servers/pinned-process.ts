import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'

const START_MS = 30_000

/** Whether a server can have one core for itself and the load another. */
export const canPin = availableParallelism() >= 2 && hasTaskset()

const SERVER_CORE = '0'
const LOAD_CORE = '1'

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Keeps this process off the servers' core; false where that cannot be done. */
export function pinLoad(): boolean {
  if (canPin) execFileSync('taskset', ['-acp', LOAD_CORE, String(process.pid)], { stdio: 'ignore' })
  return canPin
}

export interface ProcessOptions {
  /** Node's own arguments, then the program and its */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** resolves when it can be used */
  readonly isUp: () => Promise<boolean>
  /** false: on any core */
  readonly isPinned?: boolean
}

const running = new Set<ChildProcess>()

// none outlives us, however we end
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

/** A Node process on the servers' core; it can be killed and started again. */
export class PinnedProcess {
  readonly #options: ProcessOptions
  #child: ChildProcess | null = null
  #printed = ''

  constructor(options: ProcessOptions) {
    this.#options = options
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** The end of what it has printed over all its lives. */
  get printed(): string {
    return this.#printed
  }

  async up(): Promise<void> {
    const { args, env, isUp, isPinned = true } = this.#options
    const command = canPin && isPinned ? ['taskset', '-c', SERVER_CORE, process.execPath] : [process.execPath]
    const child = spawn(command[0] as string, [...command.slice(1), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    running.add(child)
    child.once('exit', () => running.delete(child))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.#printed = (this.#printed + bytes).slice(-20_000)
      })
    const until = Date.now() + START_MS
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`a server ended at once:\n${this.#printed}`)
      if (await isUp()) return
      await new Promise((done) => setTimeout(done, 15))
    }
    throw new Error(`a server does not answer:\n${this.#printed}`)
  }

  /** False when it has ended by itself. */
  get isAlive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Sent at once; what happens then is not awaited. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** Resolves with its exit code (null: by signal) when it is gone. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    child.kill(signal)
    return gone
  }

  /** Resolves when it has ended by itself or by a signal sent before. */
  async gone(): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    return new Promise((done) => child.once('exit', (code) => done(code)))
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? done(address.port) : failed(new Error('no port')),
      )
    })
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whom a service runs as: databases refuse to run as root. Empty for everybody else. */
export type Runner = { readonly uid: number; readonly gid: number } | Record<string, never>

/** The first of these users that this machine has, when we are root. */
export function runnerFor(users: readonly string[]): Runner {
  if (process.getuid?.() !== 0) return {}
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const user of users) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${user}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  return {}
}

/** A folder of its own under the system's temporary one, that `runner` may write in. */
export function temporaryFolder(name: string, runner: Runner): string {
  const folder = mkdtempSync(join(tmpdir(), `second-story-${name}-`))
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(folder, runner.uid, runner.gid)
  return folder
}

/** The first folder in which all these programs are. */
export function findPrograms(names: readonly string[], folders: readonly string[]): string | null {
  return folders.find((folder) => names.every((name) => existsSync(join(folder, name)))) ?? null
}

/** Where programs are looked for by name. */
export function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(':').filter((folder) => folder !== '')
}

const running = new Set<Service>()

process.once('exit', () => {
  for (const service of running) service.endWithUs()
})

/** A program that serves until it is ended. It never outlives us, and takes its folder along. */
export class Service {
  readonly #command: string
  readonly #args: readonly string[]
  readonly #folder: string
  readonly #runner: Runner
  #process: ChildProcess | null = null
  #printed = ''

  constructor(command: string, args: readonly string[], folder: string, runner: Runner) {
    this.#command = command
    this.#args = args
    this.#folder = folder
    this.#runner = runner
  }

  /** Starts it, and resolves when `answers` does without throwing. */
  async up(answers: () => Promise<void>): Promise<void> {
    const child = spawn(this.#command, this.#args, {
      ...this.#runner,
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.#printed = (this.#printed + bytes).slice(-20_000)
      })
    running.add(this)
    const until = Date.now() + 30_000
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${this.#command} ended at once:\n${this.#printed}`)
      const isUp = await answers().then(
        () => true,
        () => false,
      )
      if (isUp) return
      if (Date.now() > until) throw new Error(`${this.#command} does not answer:\n${this.#printed}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  /** Nothing of it is left when this returns. */
  endWithUs(): void {
    this.#process?.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Sends the signal and waits for nothing: stopped, it can go on later. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal)
  }

  /** Sends the signal and resolves when it is gone; its folder stays. */
  async down(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    await this.down(signal)
    running.delete(this)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

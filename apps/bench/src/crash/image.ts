import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const MEGABYTES = 128
const TRIES = 20

const disks = new Set<Disk>()

// none stays mounted, however we end
process.once('exit', () => {
  for (const disk of disks) disk.remove()
})

/** A file system in a file: a disk of our own, that can be copied as it lies. Needs root and loop devices. */
export class Disk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'bench-disk-'))
  readonly #image = join(this.#folder, 'image')
  /** where its files are while it is mounted */
  readonly mount = join(this.#folder, 'mount')
  #device: string | null = null

  private constructor() {
    mkdirSync(this.mount)
    disks.add(this)
  }

  /** An empty one; throws where the system does not allow it. */
  static make(): Disk {
    const disk = new Disk()
    try {
      run('truncate', '-s', `${MEGABYTES}M`, disk.#image)
      run('mkfs.ext4', '-q', '-F', disk.#image)
      disk.attach()
    } catch (error) {
      disk.remove()
      throw error
    }
    return disk
  }

  attach(): void {
    this.#device = run('losetup', '--find', '--show', this.#image).trim()
    run('mount', this.#device, this.mount)
  }

  detach(): void {
    if (this.#device === null) return
    // a server on it may not be quite gone yet
    run('umount', '--lazy', this.mount)
    run('losetup', '-d', this.#device)
    this.#device = null
  }

  /**
   * The disk as it would be after a power cut now: what was written to the device, without what the system still holds in
   * memory. Nobody may write meanwhile; where the system itself does, it is copied again.
   */
  async cut(): Promise<Disk> {
    const copy = new Disk()
    for (let i = 0; i < TRIES; i++) {
      await this.#quiet()
      const before = this.#writes()
      run('cp', '--sparse=always', this.#image, copy.#image)
      if (this.#writes() === before) return copy
    }
    copy.remove()
    throw new Error('the disk never rests long enough to be copied')
  }

  #writes(): string {
    return readFileSync(join('/sys/block', basename(this.#device ?? ''), 'stat'), 'utf8')
      .trim()
      .split(/\s+/)
      .slice(4, 7)
      .join(' ')
  }

  async #quiet(): Promise<void> {
    const inflight = join('/sys/block', basename(this.#device ?? ''), 'inflight')
    for (let i = 0; i < 200; i++) {
      if (!existsSync(inflight) || /^\s*0\s+0\s*$/.test(readFileSync(inflight, 'utf8'))) return
      await new Promise((done) => setTimeout(done, 5))
    }
  }

  remove(): void {
    disks.delete(this)
    this.detach()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim()
    throw new Error(said || (error instanceof Error ? error.message : String(error)))
  }
}

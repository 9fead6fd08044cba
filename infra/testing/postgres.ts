import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { findPrograms, pathFolders, runnerFor, Service, temporaryFolder } from './service.ts'

const PROGRAMS = ['initdb', 'postgres']
/** where Linux distributions put what is not on the path, newest first */
const VERSIONS = '/usr/lib/postgresql'

function programs(): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : []
  return findPrograms(PROGRAMS, [...pathFolders(), ...versions.map((one) => join(VERSIONS, one, 'bin'))])
}

/** A Postgres of our own on a free port, gone with its data when it is stopped. Quick, not safe: it does not wait for disks. */
export class TestPostgres {
  readonly port: number
  readonly #service: Service

  private constructor(port: number, service: Service) {
    this.port = port
    this.#service = service
  }

  static get isInstalled(): boolean {
    return programs() !== null
  }

  static async start(): Promise<TestPostgres> {
    const bin = programs()
    if (bin === null) throw new Error('Postgres is not installed')
    const runner = runnerFor(['postgres', 'nobody'])
    const folder = temporaryFolder('postgres', runner)
    const data = join(folder, 'data')
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'second_story', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...runner, cwd: folder, stdio: 'pipe' },
    )
    const port = await freePort()
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'fsync=off',
      'full_page_writes=off',
      'max_connections=200',
      'shared_buffers=32MB',
      'autovacuum=off',
    ]
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    const postgres = new TestPostgres(port, new Service(join(bin, 'postgres'), args, folder, runner))
    await postgres.up()
    return postgres
  }

  url(database = 'postgres'): string {
    return `postgres://second_story@127.0.0.1:${this.port}/${database}`
  }

  async up(): Promise<void> {
    await this.#service.up(() => acceptsClients(this.port))
  }

  /** As a cut power cord for it: nothing is closed in order. */
  async kill(): Promise<void> {
    await this.#service.down('SIGQUIT')
  }

  async stop(): Promise<void> {
    await this.#service.stop('SIGQUIT')
  }
}

/** Rejects while it is starting up: then it answers a client's first message with an error. */
function acceptsClients(port: number): Promise<void> {
  return new Promise((done, failed) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('error', failed)
    socket.once('close', () => failed(new Error('closed')))
    socket.once('connect', () => {
      const words = Buffer.from('user\0second_story\0database\0postgres\0\0')
      const head = Buffer.alloc(8)
      head.writeInt32BE(words.length + 8, 0)
      head.writeInt32BE(3 << 16, 4)
      socket.write(Buffer.concat([head, words]))
    })
    socket.once('data', (bytes) => {
      // R: authentication goes on; E: an error
      if (bytes[0] === 0x52) done()
      else failed(new Error('not ready'))
      socket.destroy()
    })
  })
}

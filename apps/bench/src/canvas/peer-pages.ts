import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize, resolve } from 'node:path'
import { createGzip } from 'node:zlib'
import { freePort } from '../../../../infra/testing/free-port.ts'
import { type BenchBoard, benchBoard } from './board.ts'

const PEERS = resolve(import.meta.dirname, '../../peers')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** The peers' pages, built from `apps/bench/peers/canvas` and served compressed, each with the board of its address. */
export class PeerPages {
  readonly #folder = mkdtempSync(join(tmpdir(), 'second-story-peers-'))
  readonly #boards = new Map<number, string>()
  #server: Server | null = null
  #port = 0

  async up(): Promise<void> {
    process.stdout.write('Building the peers’ pages …\n')
    execFileSync(process.execPath, [join(PEERS, 'canvas/build.mjs'), this.#folder], { stdio: 'inherit' })
    this.#port = await freePort()
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://here').pathname
      const [, n = '', ...rest] = path.split('/')
      const name = rest.at(-1) === '' ? [...rest.slice(0, -1), 'index.html'].join('/') : rest.join('/')
      const isBoard = name.endsWith('board.json')
      const file = join(this.#folder, normalize(`/${name}`))
      if (!isBoard && !existsSync(file)) {
        response.writeHead(404).end()
        return
      }
      response.writeHead(200, {
        'content-type': isBoard ? 'application/json' : (TYPES[extname(file)] ?? 'application/octet-stream'),
        'content-encoding': 'gzip',
      })
      const packed = createGzip()
      packed.pipe(response)
      if (isBoard) packed.end(this.#board(Number(n)))
      else createReadStream(file).pipe(packed)
    })
    await new Promise<void>((done) => this.#server?.listen(this.#port, '127.0.0.1', done))
  }

  url(peer: string, n: number): string {
    return `http://localhost:${this.#port}/${n}/${peer}/`
  }

  down(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #board(n: number): string {
    const known = this.#boards.get(n)
    if (known !== undefined) return known
    const { items, arrows, middle }: BenchBoard = benchBoard(n)
    const text = JSON.stringify({ items, arrows, middle })
    this.#boards.set(n, text)
    return text
  }
}

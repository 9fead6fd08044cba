import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { cpuSeconds } from './cpu.ts'
import { LoadClient } from './load-client.ts'
import { benchId, makeBoard } from './make-board.ts'
import { ms, percentile, printTable, ratio } from './table.ts'

const PEOPLE = 50
const MOVERS = 10
const MOVES_PER_SECOND = 10
const CURSORS_PER_SECOND = 10
const WARM_UP_S = 2
const SECONDS = 10
/** Stands before the send time in a stored value, so that receivers find it in a frame's bytes without decoding. */
const STAMP = 'T@'

interface Figures {
  readonly latencies: readonly number[]
  readonly framesIn: number
  readonly bytesIn: number
  readonly cpu: number
}

/** 50 people on one board: 10 move things (stored), all move cursors; beside it the same frames through a bare relay. */
export async function benchPeople(): Promise<void> {
  const ours = await throughOurs()
  const bare = await throughRelay()
  const row = (name: string, f: Figures): string[] => [
    name,
    ms(percentile(f.latencies, 0.5)),
    ms(percentile(f.latencies, 0.95)),
    `${Math.round((f.cpu / SECONDS) * 100)} %`,
    String(f.latencies.length),
    `${(f.bytesIn / 1e6 / SECONDS).toFixed(2)} MB/s`,
  ]
  printTable(
    `${PEOPLE} people on a board, ${MOVERS} moving things at ${MOVES_PER_SECOND}/s, all cursors at ${CURSORS_PER_SECOND}/s (${SECONDS} s)`,
    ['', 'delivered p50', 'p95', 'server CPU', 'stamps heard', 'received'],
    [
      row('ours: judged, stored with fsync, then told', ours),
      row('baseline: bare relay, nothing kept', bare),
      [
        'ours / baseline',
        ratio(percentile(ours.latencies, 0.5), percentile(bare.latencies, 0.5)),
        ratio(percentile(ours.latencies, 0.95), percentile(bare.latencies, 0.95)),
        ratio(ours.cpu, bare.cpu),
        ratio(ours.latencies.length, bare.latencies.length),
        ratio(ours.bytesIn, bare.bytesIn),
      ],
    ],
  )
}

async function throughOurs(): Promise<Figures> {
  const server = await TestServer.start()
  try {
    const owner = await new Api(server.url).signUp('Bench')
    const board = await owner.createBoard('People', 'blank')
    await owner.post(`/api/boards/${board}/commands`, makeBoard(100))
    const token = await owner.invite(board)
    const cookies: string[] = []
    for (let i = 0; i < PEOPLE; i++)
      cookies.push((await new Api(server.url).accept(token, `Person ${i}`)).cookie)
    return await load(`${server.url.replace('http', 'ws')}/sync/common.${board}`, cookies, server.pid ?? 0)
  } finally {
    await server.stop()
  }
}

async function throughRelay(): Promise<Figures> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'bare-relay.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  try {
    const port = await new Promise<string>((done) =>
      child.stdout?.once('data', (d: Buffer) => done(String(d).trim())),
    )
    return await load(`ws://127.0.0.1:${port}/`, Array<string>(PEOPLE).fill(''), child.pid ?? 0)
  } finally {
    child.kill('SIGKILL')
  }
}

async function load(url: string, cookies: readonly string[], pid: number): Promise<Figures> {
  const latencies: number[] = []
  let framesIn = 0
  let bytesIn = 0
  let counting = false
  const clients: LoadClient[] = []
  for (const cookie of cookies) {
    const client = await LoadClient.open(url, cookie)
    client.sync()
    client.onFrame((bytes) => {
      if (!counting) return
      framesIn++
      bytesIn += bytes.length
      const now = performance.now()
      for (let at = bytes.indexOf(STAMP); at >= 0; at = bytes.indexOf(STAMP, at + 1))
        latencies.push(now - Number(bytes.toString('latin1', at + STAMP.length, at + STAMP.length + 12)))
    })
    clients.push(client)
  }
  const timers = clients.flatMap((client, i) => {
    const cursor = setInterval(
      () => client.present({ cursor: { x: Math.round(performance.now() % 1000), y: i } }),
      1000 / CURSORS_PER_SECOND,
    )
    if (i >= MOVERS) return [cursor]
    const mover = setInterval(() => {
      const order = STAMP + performance.now().toFixed(3).padStart(12, '0').slice(0, 12)
      const place = { x: Math.round(performance.now() % 500), y: i * 60, w: 144, h: 56, parent: null, order }
      client.doc.getMap('places').set(benchId('n', i), place)
    }, 1000 / MOVES_PER_SECOND)
    return [cursor, mover]
  })
  await pause(WARM_UP_S * 1000)
  const before = cpuSeconds(pid)
  counting = true
  await pause(SECONDS * 1000)
  counting = false
  const cpu = cpuSeconds(pid) - before
  for (const timer of timers) clearInterval(timer)
  for (const client of clients) client.close()
  return { latencies, framesIn, bytesIn, cpu }
}

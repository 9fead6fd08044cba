import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { PostgresClient } from './postgres-client.ts'

/** Something that goes wrong. */
export interface Fault {
  readonly id: string
  readonly name: string
  readonly lastsMs: number
  /** makes it so; resolves with how it is put right */
  strike(cluster: Cluster): Promise<() => Promise<void>>
  /** true: everybody should be back at once, by way of the other nodes, and is timed from the strike */
  readonly othersServe?: boolean
  /** closed with 4503 and out within this time, with exit code 0 */
  readonly drainsWithinMs?: number
}

export const FAULTS: readonly Fault[] = [
  {
    id: 'node-killed',
    name: 'node: kill -9',
    lastsMs: 2_000,
    othersServe: true,
    strike: async (cluster) => {
      await cluster.node(1).kill()
      return () => cluster.node(1).up()
    },
  },
  {
    id: 'node-paused',
    name: 'node: stands still for 10 s',
    lastsMs: 10_000,
    strike: async (cluster) => {
      cluster.node(2).signal('SIGSTOP')
      return async () => cluster.node(2).signal('SIGCONT')
    },
  },
  {
    id: 'redis-killed',
    name: 'Redis: killed, back after 5 s',
    lastsMs: 5_000,
    strike: async ({ redis }) => {
      await redis.kill()
      return () => redis.up()
    },
  },
  {
    id: 'redis-paused',
    name: 'Redis: stands still for 10 s',
    lastsMs: 10_000,
    strike: async ({ redis }) => {
      redis.signal('SIGSTOP')
      return async () => redis.signal('SIGCONT')
    },
  },
  {
    id: 'redis-flushed',
    name: 'Redis: flushed',
    lastsMs: 500,
    strike: async ({ redis }) => {
      await tellRedis(redis.port, 'FLUSHALL')
      return async () => undefined
    },
  },
  {
    id: 'postgres-restarted',
    name: 'Postgres: cut off, back after 1 s',
    lastsMs: 1_000,
    strike: async ({ postgres }) => {
      await postgres.kill()
      return () => postgres.up()
    },
  },
  {
    id: 'postgres-read-only',
    name: 'Postgres: read-only for 5 s',
    lastsMs: 5_000,
    strike: async ({ postgres }) => {
      const client = await PostgresClient.open(postgres.port)
      await client.say('SET default_transaction_read_only = off')
      await setReadOnly(client, 'on')
      return async () => {
        await setReadOnly(client, 'off')
        client.close()
      }
    },
  },
  {
    id: 'postgres-full',
    name: 'Postgres: no connection to be had for 6 s',
    lastsMs: 6_000,
    strike: async ({ postgres }) => hogConnections(postgres.port),
  },
  {
    id: 'node-drained',
    name: 'node: SIGTERM',
    lastsMs: 3_000,
    othersServe: true,
    drainsWithinMs: 5_000,
    strike: async (cluster) => {
      const began = performance.now()
      const code = await cluster.node(0).drain()
      const took = performance.now() - began
      if (code !== 0) throw new Error(`the drained node ended with ${code}`)
      if (took > 5_000) throw new Error(`the drained node took ${Math.round(took)} ms to end`)
      return () => cluster.node(0).up()
    },
  },
]

async function setReadOnly(client: PostgresClient, value: 'on' | 'off'): Promise<void> {
  await client.say(`ALTER SYSTEM SET default_transaction_read_only = ${value}`)
  await client.say('SELECT pg_reload_conf()')
}

/** Takes every connection there is, again and again, and cuts everybody else's. */
async function hogConnections(port: number): Promise<() => Promise<void>> {
  const hogs: PostgresClient[] = []
  const cutter = await PostgresClient.open(port)
  await cutter.say(`SET application_name = 'hog'`)
  let isOver = false
  const hogging = (async () => {
    while (!isOver) {
      for (;;) {
        const hog = await PostgresClient.open(port).catch(() => null)
        if (hog === null) break
        await hog.say(`SET application_name = 'hog'`).catch(() => undefined)
        hogs.push(hog)
      }
      await cutter
        .say(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> 'hog'`,
        )
        .catch(() => undefined)
      await pause(5)
    }
  })()
  return async () => {
    isOver = true
    await hogging
    for (const hog of [...hogs, cutter]) hog.close()
  }
}

function tellRedis(port: number, command: string): Promise<void> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.once('error', failed)
    socket.once('data', () => {
      socket.destroy()
      done()
    })
  })
}

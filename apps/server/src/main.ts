import { createAdaptorServer } from '@hono/node-server'
import { SCHEMA_VERSION } from '@second-story/board'
import { randomId, systemClock } from '@second-story/std'
import pino from 'pino'
import { Sessions } from './accounts/sessions.ts'
import { createApp } from './app.ts'
import { BoardAccess } from './boards/board-access.ts'
import { Boards } from './boards/boards.ts'
import { Counts } from './boards/counts.ts'
import type { Bus } from './bus/bus.ts'
import { NO_BUS } from './bus/none.ts'
import { RedisBus, RedisUrlError } from './bus/redis.ts'
import { Reveals } from './conduct/reveal/reveals.ts'
import { type Config, ConfigError, configHelp, readConfig } from './config.ts'
import { Metrics } from './health/metrics.ts'
import { ImageSweep } from './images/sweep.ts'
import { every } from './lifecycle/every.ts'
import { addressesOf, listen } from './lifecycle/listen.ts'
import { assertNode } from './lifecycle/node-version.ts'
import { StartError } from './lifecycle/start-error.ts'
import { Lanes } from './off-thread/lanes.ts'
import type { Parts } from './parts.ts'
import { createRooms } from './rooms/create-rooms.ts'
import { openStorage } from './storage/open-storage.ts'
import { StorageError } from './storage/storage-error.ts'
import { VersionKeeper } from './versions/keeper.ts'
import { Versions } from './versions/versions.ts'
import { Votes } from './votes/votes.ts'

const HOUR_MS = 60 * 60_000
/** how long open requests get when the server ends */
const DRAIN_MS = 5000

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, base: null })
  const storage = await openStorage(config, log)
  const { tables } = storage
  const bus = await openBus(config, log)

  const clock = systemClock
  const sessions = new Sessions(tables, clock, config.publicUrl)
  const boardAccess = new BoardAccess(tables)
  const access = {
    authenticate: sessions.authenticate.bind(sessions),
    isSignedIn: sessions.isSignedIn.bind(sessions),
    roleOn: boardAccess.roleOn.bind(boardAccess),
  }
  const metrics = new Metrics()
  const life = { isEnding: false }
  const aside = new Lanes()
  const fold = (updates: readonly Uint8Array[]) => aside.run('fold', updates)
  const rooms = createRooms({
    store: storage.layers,
    bus,
    fold,
    access,
    schema: SCHEMA_VERSION,
    publicUrl: config.publicUrl,
    clock,
    log,
    meter: metrics,
  })
  const parts: Parts = {
    config,
    tables,
    rooms,
    sessions,
    aside,
    clock,
    makeId: randomId,
    log,
    metrics,
    life,
  }
  await new Reveals(tables, rooms, clock, parts.makeId).finish()
  await new Votes(tables, rooms, clock, parts.makeId).finish()
  const app = createApp(parts)

  const server = createAdaptorServer({ fetch: app.fetch })
  server.on('upgrade', rooms.upgrade.bind(rooms))
  await listen(server, config)

  const boards = new Boards(parts, boardAccess)
  const counts = new Counts(parts)
  const imageSweep = new ImageSweep(parts)
  const versions = new VersionKeeper(tables, new Versions(parts), clock, log)
  const stops = [
    every(HOUR_MS, () => boards.purge(), log),
    every(HOUR_MS, () => sessions.tidy(), log),
    every(HOUR_MS, () => imageSweep.run(), log),
    every(30_000, () => counts.refresh(), log),
    every(60_000, () => versions.keep(), log),
  ]
  for (const address of addressesOf(config)) console.log(`Second Story is at ${address}`)

  const end = once(async () => {
    life.isEnding = true
    for (const stop of stops) stop()
    server.close()
    const forced = setTimeout(
      () => ('closeAllConnections' in server ? server.closeAllConnections() : null),
      DRAIN_MS,
    )
    forced.unref()
    try {
      await rooms.close()
    } catch (error) {
      log.error({ error: String(error) }, 'the end was not clean')
      process.exitCode = 1
    }
    if ('closeAllConnections' in server) server.closeAllConnections()
    await bus?.close()
    await storage.close()
    process.exit()
  })
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // started by npm start: ends with it, however that ended
  process.on('disconnect', end)
  process.channel?.unref()
}

/** What joins this server with others on the same database; null where there can be no others. */
async function openBus({ databaseUrl, redisUrl }: Config, log: pino.Logger): Promise<Bus | null> {
  if (databaseUrl === null) return null
  if (redisUrl === null) return NO_BUS
  return RedisBus.open(redisUrl, { report: (what) => log.warn(what) })
}

function once(work: () => Promise<void>): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    void work()
  }
}

/** What people can put right is one line; everything else is ours, and shows where. */
function giveUp(error: unknown): never {
  const isTheirs = [ConfigError, StorageError, RedisUrlError, StartError].some(
    (kind) => error instanceof kind,
  )
  console.error(isTheirs && error instanceof Error ? error.message : error)
  process.exit(1)
}

try {
  assertNode(process.versions.node)
  if (process.argv.includes('--help')) console.log(configHelp())
  else await start(readConfig(process.env, import.meta.dirname))
} catch (error) {
  giveUp(error)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type {} from '../../../infra/testing/services.ts'
import { BuiltServer } from './testing/built-server.ts'
import { PostgresDatabase } from './testing/postgres-database.ts'

// each server is a process
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

let built: BuiltServer
beforeAll(async () => {
  built = await BuiltServer.make()
})
afterAll(() => built.remove())

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-main-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(env: Record<string, string>): {
  child: ChildProcess
  ended: Promise<Ended>
  said: (words: string) => Promise<void>
} {
  const child = spawn(process.execPath, [built.main], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.push(child)
  let out = ''
  let err = ''
  const watchers: (() => void)[] = []
  child.stdout?.on('data', (bytes) => {
    out += bytes
    for (const watcher of watchers) watcher()
  })
  child.stderr?.on('data', (bytes) => {
    err += bytes
  })
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, out, err })))
  const said = (words: string): Promise<void> =>
    new Promise((done, failed) => {
      const look = (): void => {
        if (out.includes(words)) done()
      }
      watchers.push(look)
      look()
      void ended.then(() => failed(new Error(`ended without saying ${words}: ${out}${err}`)))
    })
  return { child, ended, said }
}

async function freePort(): Promise<string> {
  const { port, close } = await busyPort()
  close()
  return String(port)
}

async function busyPort(): Promise<{ port: number; close: () => void }> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, close: () => server.close() }
}

test('a busy port is one clear line, and exit 1', async () => {
  const busy = await busyPort()
  const { code, err } = await start({ PORT: String(busy.port) }).ended
  busy.close()
  expect(err).toBe(`Port ${busy.port} is in use: stop what listens there, or set PORT to another one.\n`)
  expect(code).toBe(1)
})

test('a data folder that is a file is one clear line, and exit 1', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const { code, err } = await start({ PORT: '0', DATA_DIR: file }).ended
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('DATA_DIR')
  expect(code).toBe(1)
})

test('nonsense in the environment is one line that names the variable', async () => {
  const { code, err } = await start({ PORT: 'eighty' }).ended
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('PORT=eighty')
  expect(code).toBe(1)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly', async (signal) => {
  const free = await busyPort()
  free.close()
  const { child, ended, said } = start({ PORT: String(free.port) })
  await said(`http://127.0.0.1:${free.port}`)
  expect((await fetch(`http://127.0.0.1:${free.port}/readyz`)).status).toBe(200)
  child.kill(signal)
  expect(await ended).toMatchObject({ code: 0, err: '' })
})

test('two servers on one data folder: the second is one clear line and exit 1, and a killed one frees it', async () => {
  const first = start({ PORT: await freePort() })
  await first.said('Second Story is at')
  const { code, err } = await start({ PORT: await freePort() }).ended
  expect(err).toMatch(/^DATA_DIR .* is in use by another Second Story: [^\n]+\n$/)
  expect(code).toBe(1)
  first.child.kill('SIGKILL')
  await first.ended
  await start({ PORT: await freePort() }).said('Second Story is at')
})

test('a damaged database file is one clear line, and exit 1', async () => {
  writeFileSync(join(folder, 'second-story.db'), 'this is not a database '.repeat(400))
  const { code, err } = await start({ PORT: '0' }).ended
  expect(err).toMatch(/^DATA_DIR .* cannot be used: [^\n]+\n$/)
  expect(code).toBe(1)
})

test('a database that does not answer is one clear line without the password, and exit 1', async () => {
  const url = `postgres://me:secret@127.0.0.1:${await freePort()}/name`
  const { code, err } = await start({ DATABASE_URL: url }).ended
  expect(err).toMatch(/^DATABASE_URL postgres:\/\/127\.0\.0\.1:\d+\/name cannot be used: [^\n]+\n$/)
  expect(code).toBe(1)
})

describe.skipIf(inject('postgres') === null)('on Postgres', () => {
  let database: PostgresDatabase
  beforeEach(async () => {
    database = await PostgresDatabase.make(inject('postgres') ?? '', { isEmpty: true })
  })
  afterEach(() => database.drop())

  test('a Redis that does not answer is one clear line, and exit 1', async () => {
    const redis = `redis://:secret@127.0.0.1:${await freePort()}`
    const { code, err } = await start({ DATABASE_URL: database.url, REDIS_URL: redis }).ended
    expect(err).toMatch(/^REDIS_URL 127\.0\.0\.1:\d+ cannot be used: [^\n]+\n$/)
    expect(code).toBe(1)
  })

  test('a name that the database does not know is said at once', async () => {
    const url = new URL(database.url)
    url.pathname = '/nowhere'
    const { code, err } = await start({ DATABASE_URL: url.href }).ended
    expect(err).toContain('database "nowhere" does not exist')
    expect(code).toBe(1)
  })

  test('three servers that start at one time on an empty database all serve, and end cleanly', async () => {
    const redis = inject('redis')
    const env = { DATABASE_URL: database.url, ...(redis === null ? {} : { REDIS_URL: redis }) }
    const ports = [await freePort(), await freePort(), await freePort()]
    const servers = ports.map((PORT) => start({ PORT, ...env }))
    await Promise.all(servers.map((server) => server.said('Second Story is at')))
    for (const port of ports) expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    for (const server of servers) server.child.kill('SIGTERM')
    for (const server of servers) expect(await server.ended).toMatchObject({ code: 0, err: '' })
  })
})

test('it ends when whoever started it is gone', async () => {
  const free = await busyPort()
  free.close()
  const { child, said } = start({ PORT: String(free.port) })
  await said('Second Story is at')
  // not `close`: a parent that lets go of the channel itself is never told that
  const exited = new Promise((done) => child.once('exit', done))
  child.disconnect()
  expect(await exited).toBe(0)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

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
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts')], {
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

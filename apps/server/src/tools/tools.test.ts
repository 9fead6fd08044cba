import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../rooms/log.ts'
import { openStorage } from '../storage/open-storage.ts'
import { BuiltServer } from '../testing/built-server.ts'

// each is a process
const SLOW = { timeout: 60_000 }

let built: BuiltServer
beforeAll(async () => {
  built = await BuiltServer.make()
}, 60_000)
afterAll(() => built.remove())

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-story-tools-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function tool(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), INIT_CWD: folder }
  const ran = spawnSync(process.execPath, [built.tools, ...args], { env, encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

test('a running server is backed up; what is restored, and where the rest went, is said', SLOW, async () => {
  const storage = await openStorage({ dataDir: join(folder, 'data'), databaseUrl: null }, silentLog)
  await storage.layers.append([
    { board: 'b', layer: 'common', epoch: 0, bytes: new Uint8Array([1]), owners: [] },
  ])
  const backup = tool('backup', 'monday.backup')
  expect(backup).toMatchObject({ code: 0, err: '' })
  expect(backup.out).toBe(`Backed up to ${join(folder, 'monday.backup')}: 0 boards, 2 rows.\n`)
  expect(tool('restore', 'monday.backup').err).toMatch(/is in use by a server: end it first\n$/)
  await storage.close()
  const restored = tool('restore', 'monday.backup')
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toMatch(/^Restored from .*\nWhat was there before is in .*before-.*\.\n$/)
})

test('migrate names places; nonsense is help and exit 1', SLOW, () => {
  const wrong = tool('migrate', '--from', 'sqlite:./data', '--to', 'elsewhere')
  expect(wrong).toMatchObject({ code: 1, err: 'elsewhere is no place: sqlite:<folder> or postgres://…\n' })
  expect(tool('backup', '--what').err).toMatch(/^Unknown option '--what'[^\n]*\n$/)
  expect(tool('migrate', '--from', 'sqlite:./data').err).toContain('backup <file>')
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.mjs'
import { sourceHash } from './sources.mjs'

const MADE = ['apps/server/dist/main.mjs', 'apps/web/dist/index.html']

/** Builds server and web when any file they are made from has changed. False when that failed. */
export async function build(root) {
  const mark = join(root, 'node_modules/.cache/second-story/built')
  const wanted = sourceHash(root)
  const isThere = MADE.every((file) => existsSync(join(root, file)))
  if (isThere && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true
  console.log('Building the server and the web app …')
  const filters = ['--filter=@second-story/server', '--filter=@second-story/web']
  const code = await run(
    process.execPath,
    [join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', ...filters, '--output-logs=errors-only'],
    { cwd: root, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' } },
  )
  if (code !== 0) return false
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
  return true
}

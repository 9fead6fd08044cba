// npm start: installs what is missing, builds what is stale, serves, and ends when asked to or when its parent does.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { assertNode } from './node-version.mjs'

const root = resolve(import.meta.dirname, '../..')

assertNode()
process.chdir(root)
if (!(await install(root)) || !(await build(root))) process.exit(1)

const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/server/dist/main.mjs')], {
  // over the channel the server notices at once when this process is gone, however it ended
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_ENV: 'production', ...process.env },
})

// npm dies on SIGTERM without telling its children, so the parent is watched besides
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) server.kill('SIGTERM')
}, 500)
watch.unref()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'))

server.once('error', (error) => {
  console.error(`The server could not be started: ${error.message}`)
  process.exit(1)
})
server.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

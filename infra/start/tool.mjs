// npm run backup, restore and migrate: installs and builds like npm start, then runs the server's tools.
import { join, resolve } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { assertNode } from './node-version.mjs'
import { run } from './run.mjs'

const root = resolve(import.meta.dirname, '../..')
// files are named from where people are, DATA_DIR from the root, as npm start does
const here = process.env.INIT_CWD ?? process.cwd()

assertNode()
process.chdir(root)
if (!(await install(root)) || !(await build(root))) process.exit(1)
const tools = join(root, 'apps/server/dist/tools.mjs')
process.exit(
  await run(process.execPath, ['--enable-source-maps', tools, ...process.argv.slice(2)], {
    cwd: root,
    env: { NODE_ENV: 'production', ...process.env, INIT_CWD: here },
  }),
)

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

/** Installs the packages when the lock, or the Node they were built for, is not the one of last time. False when that failed. */
export async function install(root) {
  const mark = join(root, 'node_modules/.lock-hash')
  const wanted = lockHash(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true
  console.log('Installing packages, as package-lock.json says. The first time this takes a minute or two …')
  if ((await npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0) {
    console.error(
      'Installing failed. If the lines above speak of node-gyp: there is no ready-made SQLite for this machine, and compiling it needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).',
    )
    return false
  }
  writeFileSync(mark, wanted)
  return true
}

export function lockHash(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(process.version).update(process.arch).digest('hex')
}

/** The npm that started us, else the one on the path. */
function npm(root, args) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], { cwd: root })
  const onWindows = process.platform === 'win32'
  return run(onWindows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: onWindows })
}

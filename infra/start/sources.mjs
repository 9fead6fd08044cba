import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const LEFT_OUT = new Set(['node_modules', 'dist', '.turbo', 'test-results', 'playwright-report', 'data'])

/** Files under `folder`, sorted, without what is made or installed. */
export function filesUnder(folder) {
  const out = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // folders with a dot are somebody's workbench, or git's
    if (LEFT_OUT.has(entry.name) || (entry.isDirectory() && entry.name.startsWith('.'))) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) out.push(...filesUnder(path))
    else if (entry.isFile()) out.push(path)
  }
  return out.sort()
}

/** One hash of the contents of everything that a build is made from. */
export function sourceHash(root) {
  const hash = createHash('sha256').update(process.version)
  const parts = ['packages', 'apps/server', 'apps/web']
  const files = [
    ...['package-lock.json', 'tsconfig.base.json', 'turbo.json', 'package.json'].map((name) =>
      join(root, name),
    ),
    ...parts.flatMap((part) => filesUnder(join(root, part))).filter((file) => !/\.test\.tsx?$/.test(file)),
  ]
  for (const file of files) {
    const bytes = readFileSync(file)
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

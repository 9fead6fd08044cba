// Fails on an import in a forbidden direction, or a circle; type imports included.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { filesUnder } from '../start/sources.mjs'
import { checkArrows } from './check-arrows.mjs'

const root = resolve(import.meta.dirname, '../..')

const files = new Map()
const manifests = new Map()
for (const kind of ['packages', 'apps']) {
  for (const name of readdirSync(join(root, kind))) {
    const folder = join(root, kind, name)
    if (!existsSync(join(folder, 'package.json'))) continue
    manifests.set(`${kind}/${name}`, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    for (const file of filesUnder(folder)) {
      if (/\.tsx?$/.test(file))
        files.set(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'))
    }
  }
}

const wrong = checkArrows(files, manifests)
for (const line of wrong) console.error(line)
console.log(`arrows: ${files.size} files, ${wrong.length} wrong`)
process.exit(wrong.length === 0 ? 0 : 1)

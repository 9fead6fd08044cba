import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { importText } from '../src/index.ts'

// Prints what each file given on the command line, or in a folder given there, would bring to an empty board.
// A file of the same stem that ends in .env is taken as the one beside it; `--notes` prints the notes too.

const given = process.argv.slice(2)
const withNotes = given.includes('--notes')
const files = given.filter((one) => !one.startsWith('--')).flatMap(filesIn)
if (files.length === 0) {
  console.error('usage: npm run check:files -w packages/importers -- <file or folder> [--notes]')
  process.exit(1)
}

const rows = [['file', 'recognised as', 'items', 'relations', 'notes']]
const details: string[] = []
for (const file of files) {
  const result = importText({
    name: file,
    text: readFileSync(file, 'utf8'),
    env: envBeside(file),
    board: read(new Map()),
    makeId: countedIds('file'),
  })
  const name = file.split('/').at(-1) ?? file
  if (result.ok) {
    const { added, notes, format } = result
    rows.push([name, format, String(added.items), String(added.relations), String(notes.length)])
    for (const note of notes) details.push(`${name}:${note.line ?? ''} ${note.message}`)
  } else {
    rows.push([name, '-', '', '', result.error.message])
  }
}
const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
for (const row of rows)
  console.log(
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
if (withNotes) for (const line of details) console.log(line)

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

function envBeside(file: string): string | undefined {
  const stem = /^(.*?)[._-]?(?:docker-)?compose[\w.-]*$/.exec(file)?.[1]
  const env = stem === undefined ? undefined : `${stem}.env`
  return env !== undefined && existsSync(env) ? readFileSync(env, 'utf8') : undefined
}

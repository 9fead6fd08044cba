import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { apply, type BoardSnapshot, type LayerName, parseCommands, read } from '@second-story/board'
import { countedIds } from '@second-story/std'
import * as Y from 'yjs'
import { decodeFile, type GatheredFile, gatherFiles, type ImportResult, importText } from '../src/index.ts'

// Prints what each file given on the command line, or in a folder given there, brings to an empty board, and what the
// same file brings a second time. Files that belong together (compose files and their .env) are read as one;
// `--notes` prints the notes too.

const given = process.argv.slice(2)
const withNotes = given.includes('--notes')
const paths = given.filter((one) => !one.startsWith('--')).flatMap(filesIn)
if (paths.length === 0) {
  console.error('usage: npm run check:files -w packages/importers -- <file or folder> [--notes]')
  process.exit(1)
}

const rows = [['file', 'recognised as', 'items', 'relations', 'notes', 'again']]
const details: string[] = []
const files: { name: string; text: string }[] = []
for (const path of paths) {
  const decoded = decodeFile(readFileSync(path))
  if (decoded.ok) files.push({ name: path, text: decoded.text })
  else rows.push([shortName(path), '-', '', '', decoded.error.message, ''])
}
for (const file of gatherFiles(files)) {
  const docs = new Map<LayerName, Y.Doc>([['common', new Y.Doc()]])
  const result = bring(file, read(docs), 'a')
  const name = [file, ...(file.overlays ?? [])].map((one) => shortName(one.name)).join(' + ')
  if (!result.ok) {
    rows.push([name, '-', '', '', result.error.message, ''])
    continue
  }
  const parsed = parseCommands(JSON.parse(JSON.stringify(result.commands)))
  const applied = parsed.ok ? apply(docs, parsed.commands, { now: 1, origin: 'check' }) : parsed
  if (!applied.ok) throw new Error(`${name}: ${applied.refusal.message}`)
  const again = bring(file, read(docs), 'b')
  const { added, notes, format } = result
  const second = again.ok ? String(again.commands.length) : again.error.message
  rows.push([name, format, String(added.items), String(added.relations), String(notes.length), second])
  for (const note of notes) details.push(`${name}:${note.line ?? ''} ${note.message}`)
}
const widths = [0, 1, 2, 3, 4].map((column) =>
  Math.min(60, Math.max(...rows.map((row) => (row[column] ?? '').length))),
)
for (const row of rows)
  console.log(
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
if (withNotes) for (const line of details) console.log(line)

function bring(file: GatheredFile, board: BoardSnapshot, ids: string): ImportResult {
  return importText({ ...file, board, makeId: countedIds(ids) })
}

function shortName(path: string): string {
  return path.split('/').at(-1) ?? path
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

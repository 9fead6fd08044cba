import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  apply,
  type BoardSnapshot,
  type Command,
  type LayerName,
  parseCommands,
  read,
} from '@second-story/board'
import { countedIds } from '@second-story/std'
import * as Y from 'yjs'
import { decodeFile, type GatheredFile, gatherFiles, type ImportResult, importText } from '../src/index.ts'

// Prints what each file given on the command line, or in a folder given there, brings to an empty board, how many changes the
// same file makes a second time, and how many after everything was moved and renamed by hand: both have to be none. Files
// that belong together (compose files and their .env, manifests) are read as one; `--notes` prints the notes too. Ends with
// 1 where a file cannot be read or comes twice; a file of another kind is named as such and is no fault.

const given = process.argv.slice(2)
const withNotes = given.includes('--notes')
const paths = given.filter((one) => !one.startsWith('--')).flatMap(filesIn)
if (paths.length === 0) {
  console.error('usage: npm run check:files -w packages/importers -- <file or folder> [--notes]')
  process.exit(1)
}

const rows = [['file', 'recognised as', 'items', 'relations', 'notes', 'again', 'by hand']]
const faults: string[] = []
const details: string[] = []
const files: { name: string; text: string }[] = []
for (const path of paths) {
  const decoded = decodeFile(readFileSync(path))
  if (decoded.ok) files.push({ name: path, text: decoded.text })
  else fault(shortName(path), decoded.error.message)
}
for (const file of gatherFiles(files)) check(file)

function check(file: GatheredFile): void {
  const env = file.env === undefined ? '' : ' + .env'
  const name = [file, ...(file.overlays ?? [])].map((one) => shortName(one.name)).join(' + ') + env
  const docs = new Map<LayerName, Y.Doc>([['common', new Y.Doc()]])
  const result = bring(file, read(docs), 'a')
  if (!result.ok) {
    if (result.error.id === 'unknown-format') rows.push([name, 'of another kind'])
    else fault(name, result.error.message)
    return
  }
  write(docs, result.commands)
  const { added, notes, format } = result
  const again = changesOf(bring(file, read(docs), 'b'))
  write(docs, byHand(read(docs)))
  const after = changesOf(bring(file, read(docs), 'c'))
  rows.push([name, format, String(added.items), String(added.relations), String(notes.length), again, after])
  if (again !== '0') faults.push(`${name}: a second time it makes ${again} changes`)
  if (after !== '0') faults.push(`${name}: after moving and renaming it makes ${after} changes`)
  for (const note of notes) details.push(`${name}:${note.line ?? ''} ${note.message}`)
}

function fault(name: string, message: string): void {
  rows.push([name, 'not read'])
  faults.push(`${name}: ${message}`)
}

function changesOf(result: ImportResult): string {
  return result.ok ? String(result.commands.length) : result.error.message
}

/** Everything of the system moved and called otherwise. */
function byHand(board: BoardSnapshot): Command[] {
  return [...board.items.values()].flatMap((item, i): Command[] => {
    if (item.type !== 'component') return []
    const place = { x: i * 8, y: -9_000, w: 200, h: 80, parent: null, order: item.place?.order ?? '' }
    return [
      { do: 'set', id: item.id, fields: { name: `ours ${i}` } },
      { do: 'place', places: [{ id: item.id, place }] },
    ]
  })
}

function write(docs: ReadonlyMap<LayerName, Y.Doc>, commands: readonly Command[]): void {
  const parsed = parseCommands(JSON.parse(JSON.stringify(commands)))
  const applied = parsed.ok ? apply(docs, parsed.commands, { now: 1, origin: 'check' }) : parsed
  if (!applied.ok) throw new Error(applied.refusal.message)
}

const widths = [0, 1, 2, 3, 4, 5, 6].map((column) =>
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
for (const line of faults) console.error(line)
process.exitCode = faults.length === 0 ? 0 : 1

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

import type { ComponentKind } from '@second-story/board'
import type { Cursor } from './cursor.ts'
import { MermaidFault } from './fault.ts'

/** Brackets round a label, the longer first, with the kind that a shape stands for. */
const BRACKETS: readonly (readonly [open: string, closes: readonly string[], kind: ComponentKind | null])[] =
  [
    ['(((', [')))'], null],
    ['((', ['))'], null],
    ['([', ['])'], null],
    ['[[', [']]'], null],
    ['[(', [')]'], 'datastore'],
    ['[/', ['/]', '\\]'], null],
    ['[\\', ['\\]', '/]'], null],
    ['{{', ['}}'], null],
    ['(', [')'], null],
    ['[', [']'], null],
    ['{', ['}'], null],
    ['>', [']'], null],
  ]

const NAMED: Readonly<Record<string, ComponentKind>> = {
  cyl: 'datastore',
  cylinder: 'datastore',
  db: 'datastore',
  database: 'datastore',
  'lin-cyl': 'datastore',
  disk: 'datastore',
  'h-cyl': 'queue',
  das: 'queue',
  'horizontal-cylinder': 'queue',
}

export interface Shaped {
  readonly label: string | null
  readonly kind: ComponentKind | null
}

/** Reads `[label]`, `[(store)]`, `@{ shape: cyl, label: "…" }` behind an id; null where none stands. */
export function readShape(cursor: Cursor): Shaped | null {
  if (cursor.sees('@{')) return readNamed(cursor)
  const found = BRACKETS.find(([open]) => cursor.sees(open))
  if (!found) return null
  const start = cursor.at
  const [open, closes, kind] = found
  cursor.at += open.length
  cursor.take(/[ \t\n]*/y)
  const quoted = cursor.take(/"([^"]*)"/y)
  const from = cursor.at
  const ends = closes
    .map((close) => ({ close, at: cursor.text.indexOf(close, from) }))
    .filter((one) => one.at >= 0)
  const end = ends.sort((a, b) => a.at - b.at)[0]
  const inside = end ? cursor.text.slice(from, end.at) : ''
  if (!end || (quoted && inside.trim() !== '') || (!quoted && inside.includes('\n')))
    throw new MermaidFault('malformed', `What begins with “${open}” here does not end.`, start)
  cursor.at = end.at + end.close.length
  const label = quoted ? (quoted[1] ?? '') : inside
  return { label: label.trim().replace(/^`([\s\S]*)`$/, '$1'), kind }
}

function readNamed(cursor: Cursor): Shaped {
  const start = cursor.at
  const found = cursor.take(/@\{((?:[^{}"]|"[^"]*")*)\}/y)
  if (!found) throw new MermaidFault('malformed', 'What begins with “@{” here does not end.', start)
  const inside = found[1] ?? ''
  const shape = /(?:^|[,\s])shape\s*:\s*"?([\w-]+)/.exec(inside)?.[1]?.toLowerCase() ?? ''
  const label = /(?:^|[,\s])label\s*:\s*(?:"([^"]*)"|([^,\n]+))/.exec(inside)
  return {
    label: label ? (label[1] ?? label[2] ?? '').trim() : null,
    kind: Object.hasOwn(NAMED, shape) ? (NAMED[shape] ?? null) : null,
  }
}

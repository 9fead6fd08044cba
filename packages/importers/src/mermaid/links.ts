import type { Cursor } from './cursor.ts'
import { MermaidFault } from './fault.ts'
import type { FlowEdge } from './flowchart.ts'

export interface Link {
  readonly label: string
  readonly heads: FlowEdge['heads']
  /** drawn to keep two apart, says nothing */
  readonly hidden: boolean
}

const EDGE_ID = /[\w-]{1,60}@(?=[<xo]?[-=~])/y
const WHOLE = /(<|[xo](?=[-=]))?(?:(?:-{2,}|={2,})([>xo])|-{3,}|={3,}|-\.+-([>xo])?|(~{3,}))/y
const OPENED = /(<|[xo](?=[-=]))?(--|==|-\.)(?![-=.>])/y
const CLOSERS: Readonly<Record<string, RegExp>> = {
  '--': /-{2,}[>xo]|-{3,}/g,
  '==': /={2,}[>xo]|={3,}/g,
  '-.': /\.+-[>xo]?/g,
}

/** Reads `-->`, `-->|words|`, `-- words -->` and the like; null where no link stands. */
export function readLink(cursor: Cursor): Link | null {
  const start = cursor.at
  cursor.take(EDGE_ID)
  const whole = cursor.take(WHOLE)
  if (whole) {
    const [, tail, head, dottedHead, hidden] = whole
    return {
      label: barLabel(cursor),
      heads: headsOf(tail, head ?? dottedHead),
      hidden: hidden !== undefined,
    }
  }
  const opened = cursor.take(OPENED)
  if (!opened) {
    cursor.at = start
    return null
  }
  const closer = CLOSERS[opened[2] ?? '']
  cursor.take(/[ \t]*/y)
  const lineEnd = endOfLine(cursor)
  const quoted = cursor.take(/"([^"]*)"/y)
  const from = cursor.at
  if (!closer) return null
  closer.lastIndex = from
  const close = closer.exec(cursor.text)
  if (!close || (close.index > lineEnd && !quoted))
    throw new MermaidFault('malformed', 'This arrow with words on it does not end.', start)
  cursor.at = close.index + close[0].length
  return {
    label: (quoted?.[1] ?? cursor.text.slice(from, close.index)).trim(),
    heads: headsOf(opened[1], /[>xo]$/.exec(close[0])?.[0]),
    hidden: false,
  }
}

function headsOf(tail: string | undefined, head: string | undefined): FlowEdge['heads'] {
  if (tail !== undefined && head !== undefined) return 'both'
  return head === undefined && tail === undefined ? 'none' : 'to'
}

function barLabel(cursor: Cursor): string {
  const start = cursor.at
  cursor.take(/[ \t]*/y)
  if (!cursor.sees('|')) {
    cursor.at = start
    return ''
  }
  const quoted = cursor.take(/\|[ \t]*"([^"]*)"[ \t]*\|/y)
  if (quoted) return (quoted[1] ?? '').trim()
  const plain = cursor.take(/\|([^|\n]*)\|/y)
  if (!plain) throw new MermaidFault('malformed', 'The words on this arrow do not end with “|”.', cursor.at)
  return (plain[1] ?? '').trim()
}

function endOfLine(cursor: Cursor): number {
  const end = cursor.text.indexOf('\n', cursor.at)
  return end < 0 ? cursor.text.length : end
}

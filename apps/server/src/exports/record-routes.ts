import type { Endpoints } from '../http/endpoint.ts'
import type { RouteKey } from '../policy/rights.ts'
import type { BoardFiles } from './board-files.ts'
import type { FileWish } from './write-file.ts'

interface Form {
  readonly key: Extract<RouteKey, `${string}/record.${string}`>
  readonly what: string
  readonly type: string
  readonly wish: FileWish
}

const FORMS: readonly Form[] = [
  {
    key: 'GET /api/boards/{board}/record.md',
    what: 'The record as Markdown',
    type: 'text/markdown',
    wish: { form: 'md' },
  },
  {
    key: 'GET /api/boards/{board}/record.html',
    what: 'The record as one page that needs nothing else',
    type: 'text/html',
    wish: { form: 'html' },
  },
  {
    key: 'GET /api/boards/{board}/record.json',
    what: 'The record as data',
    type: 'application/json',
    wish: { form: 'json' },
  },
]

/** The written record, from what is common on the board alone. */
export function recordRoutes(on: Endpoints, files: BoardFiles): void {
  for (const { key, what, type, wish } of FORMS) {
    on.add(key, { what, answer: null, file: type }, ({ c, seat }) =>
      files.answer(c, seat.board.id, `${type}; charset=utf-8`, wish),
    )
  }
}

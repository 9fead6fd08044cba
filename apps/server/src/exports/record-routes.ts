import { z } from 'zod'
import type { Endpoints } from '../http/endpoint.ts'
import type { RouteKey } from '../policy/rights.ts'
import type { BoardFiles } from './board-files.ts'
import { withComments } from './picture-routes.ts'

const query = z.object({
  /** 1: with what people said beside the board */
  comments: z.enum(['0', '1']).default('0'),
  download: z.string().optional(),
})

interface Form {
  readonly key: Extract<RouteKey, `${string}/record.${string}`>
  readonly what: string
  readonly type: string
  readonly form: 'md' | 'html' | 'json'
}

const FORMS: readonly Form[] = [
  {
    key: 'GET /api/boards/{board}/record.md',
    what: 'The record as Markdown',
    type: 'text/markdown',
    form: 'md',
  },
  {
    key: 'GET /api/boards/{board}/record.html',
    what: 'The record as one page that needs nothing else',
    type: 'text/html',
    form: 'html',
  },
  {
    key: 'GET /api/boards/{board}/record.json',
    what: 'The record as data',
    type: 'application/json',
    form: 'json',
  },
]

/** The written record, from what is common on the board alone. */
export function recordRoutes(on: Endpoints, files: BoardFiles): void {
  for (const { key, what, type, form } of FORMS) {
    on.add(key, { what, query, answer: null, file: type }, ({ c, seat, query: { comments } }) =>
      files.answer(c, seat.board.id, `${type}; charset=utf-8`, { form, ...withComments(comments) }),
    )
  }
}

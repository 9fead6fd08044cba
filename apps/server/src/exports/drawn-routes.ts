import type { Endpoints } from '../http/endpoint.ts'
import type { RouteKey } from '../policy/rights.ts'
import type { BoardFiles } from './board-files.ts'
import type { DrawnForm } from './write-file.ts'

interface Form {
  readonly key: Extract<RouteKey, `GET /api/boards/{board}/${'system' | 'timeline' | 'board'}.${string}`>
  readonly what: string
  readonly type: string
  readonly form: DrawnForm
}

const FORMS: readonly Form[] = [
  {
    key: 'GET /api/boards/{board}/system.mmd',
    what: 'The system as a Mermaid flowchart',
    type: 'text/vnd.mermaid',
    form: 'mermaid',
  },
  {
    key: 'GET /api/boards/{board}/system.dot',
    what: 'The system as a Graphviz graph',
    type: 'text/vnd.graphviz',
    form: 'dot',
  },
  {
    key: 'GET /api/boards/{board}/system.csv',
    what: 'Components and arrows as two tables',
    type: 'text/csv',
    form: 'system-csv',
  },
  {
    key: 'GET /api/boards/{board}/timeline.csv',
    what: 'What happened, in order of time, as a table',
    type: 'text/csv',
    form: 'timeline-csv',
  },
  {
    key: 'GET /api/boards/{board}/board.canvas',
    what: 'What lies on the map as a JSON Canvas',
    type: 'application/json',
    form: 'canvas',
  },
]

/** The board as other tools draw it. Nothing private. */
export function drawnRoutes(on: Endpoints, files: BoardFiles): void {
  for (const { key, what, type, form } of FORMS) {
    on.add(key, { what, answer: null, file: type }, ({ c, seat }) =>
      files.answer(c, seat.board.id, `${type}; charset=utf-8`, { form }),
    )
  }
}

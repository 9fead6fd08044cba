import type { BoardSnapshot, Item } from '@second-story/board'
import { boardPicture } from '@second-story/picture'
import { fontFaces, PAGE_FACES } from '@second-story/picture/fonts'
import { composeRecord, fileName, isInRecord, toHtml, toJson, toMarkdown } from '@second-story/record'
import { BoardReader } from '../boards/board-reader.ts'
import type { Endpoints } from '../http/endpoint.ts'
import type { Parts } from '../parts.ts'
import type { RouteKey } from '../policy/rights.ts'
import { fileAnswer } from './file-answer.ts'

interface Form {
  readonly key: Extract<RouteKey, `${string}/record.${string}`>
  readonly what: string
  readonly type: string
  readonly ending: string
  write(board: BoardSnapshot): string
}

/** The same bytes as the page's own export: what is previewed is what leaves. */
const FORMS: readonly Form[] = [
  {
    key: 'GET /api/boards/{board}/record.md',
    what: 'The record as Markdown',
    type: 'text/markdown',
    ending: 'md',
    write: (board) => toMarkdown(composeRecord(board)),
  },
  {
    key: 'GET /api/boards/{board}/record.html',
    what: 'The record as one page that needs nothing else',
    type: 'text/html',
    ending: 'html',
    write: htmlOf,
  },
  {
    key: 'GET /api/boards/{board}/record.json',
    what: 'The record as data',
    type: 'application/json',
    ending: 'json',
    write: toJson,
  },
]

/** The written record, from what is common on the board alone. */
export function recordRoutes(on: Endpoints, { rooms }: Parts): void {
  const reader = new BoardReader(rooms)
  for (const { key, what, type, ending, write } of FORMS) {
    on.add(key, { what, answer: null, file: type }, async ({ c, seat }) => {
      const board = await reader.inCommon(seat.board.id)
      const name = fileName(board.conduct.title, ending)
      return fileAnswer(c, { type: `${type}; charset=utf-8`, name, body: write(board) })
    })
  }
}

function htmlOf(board: BoardSnapshot): string {
  const without = (item: Item): boolean => !isInRecord(item, board)
  const picture = (area: 'system' | 'story'): string =>
    boardPicture(board, { area, background: false, titles: false, without })
  return toHtml(composeRecord(board), {
    pictures: { system: picture('system'), story: picture('story') },
    fontFaces: fontFaces(PAGE_FACES),
  })
}

import type { BoardSnapshot, Item } from '@second-story/board'
import { AREA_TITLES, boardPicture } from '@second-story/picture'
import { fontFaces } from '@second-story/picture/fonts'
import { fileName, isInRecord, toBoardJson } from '@second-story/record'
import { z } from 'zod'
import { BoardReader } from '../boards/board-reader.ts'
import type { Endpoints } from '../http/endpoint.ts'
import type { Parts } from '../parts.ts'
import { fileAnswer } from './file-answer.ts'
import { pngOf } from './png.ts'

const query = z.object({
  area: z.enum(['system', 'story', 'all']).default('all'),
  theme: z.enum(['light', 'dark']).default('light'),
  /** 0: no ground of its own */
  background: z.enum(['0', '1']).default('1'),
  /** 1: small, without words */
  thumb: z.enum(['0', '1']).default('0'),
  download: z.string().optional(),
})
type Query = z.output<typeof query>

/** The map as a picture, without what was left out of the record; the board as plain values. Nothing private. */
export function pictureRoutes(on: Endpoints, { rooms }: Parts): void {
  const reader = new BoardReader(rooms)

  const optionsOf = (board: BoardSnapshot, { area, theme, background, thumb }: Query) => ({
    area,
    theme,
    background: background === '1',
    thumb: thumb === '1',
    without: (item: Item) => !isInRecord(item, board),
  })

  const nameOf = (board: BoardSnapshot, ending: string, { area }: Query): string =>
    fileName(board.conduct.title, ending, area === 'all' ? '' : AREA_TITLES[area].toLowerCase())

  on.add(
    'GET /api/boards/{board}/picture.svg',
    { what: 'The map as SVG', query, answer: null, file: 'image/svg+xml' },
    async ({ c, seat, query: asked }) => {
      const board = await reader.inCommon(seat.board.id)
      const options = optionsOf(board, asked)
      const body = boardPicture(board, options.thumb ? options : { ...options, fontFaces: fontFaces() })
      return fileAnswer(c, {
        type: 'image/svg+xml; charset=utf-8',
        name: nameOf(board, 'svg', asked),
        body,
      })
    },
  )

  on.add(
    'GET /api/boards/{board}/picture.png',
    { what: 'The map as PNG', query, answer: null, file: 'image/png' },
    async ({ c, seat, query: asked }) => {
      const board = await reader.inCommon(seat.board.id)
      const body = await pngOf(boardPicture(board, optionsOf(board, asked)))
      return fileAnswer(c, { type: 'image/png', name: nameOf(board, 'png', asked), body })
    },
  )

  on.add(
    'GET /api/boards/{board}/board.json',
    { what: 'The board as JSON, to keep', answer: null, file: 'application/json' },
    async ({ c, seat }) => {
      const board = await reader.inCommon(seat.board.id)
      const body = toBoardJson(seat.board.id, board)
      return fileAnswer(c, {
        type: 'application/json; charset=utf-8',
        name: fileName(board.conduct.title, 'json', 'board'),
        body,
      })
    },
  )
}

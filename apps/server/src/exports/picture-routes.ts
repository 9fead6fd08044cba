import { isId } from '@second-story/board'
import { z } from 'zod'
import type { Endpoints } from '../http/endpoint.ts'
import type { BoardFiles } from './board-files.ts'
import type { PictureWish } from './write-file.ts'

const query = z.object({
  area: z.enum(['system', 'story', 'all']).default('all'),
  theme: z.enum(['light', 'dark']).default('light'),
  /** 0: no ground of its own */
  background: z.enum(['0', '1']).default('1'),
  /** 1: small, without words */
  thumb: z.enum(['0', '1']).default('0'),
  /** a frame or boundary alone, with what lies in it */
  frame: z.string().refine(isId, 'not the id of a frame').optional(),
  /** 1: with what people said beside the board */
  comments: z.enum(['0', '1']).default('0'),
  download: z.string().optional(),
})

const pages = query.pick({ theme: true, comments: true, download: true })

/** The map as a picture, without what was left out of the record; the board as plain values. Nothing private. */
export function pictureRoutes(on: Endpoints, files: BoardFiles): void {
  on.add(
    'GET /api/boards/{board}/picture.svg',
    { what: 'The map as SVG', query, answer: null, file: 'image/svg+xml' },
    ({ c, seat, query: asked }) =>
      files.answer(c, seat.board.id, 'image/svg+xml; charset=utf-8', wishOf('svg', asked)),
  )

  on.add(
    'GET /api/boards/{board}/picture.png',
    { what: 'The map as PNG', query, answer: null, file: 'image/png' },
    ({ c, seat, query: asked }) => files.answer(c, seat.board.id, 'image/png', wishOf('png', asked)),
  )

  on.add(
    'GET /api/boards/{board}/picture.pdf',
    {
      what: 'The map as PDF: all of it, then a frame a page',
      query: pages,
      answer: null,
      file: 'application/pdf',
    },
    ({ c, seat, query: { theme, comments } }) =>
      files.answer(c, seat.board.id, 'application/pdf', { form: 'pdf', theme, ...withComments(comments) }),
  )

  on.add(
    'GET /api/boards/{board}/board.json',
    { what: 'The board as JSON, to keep', answer: null, file: 'application/json' },
    ({ c, seat }) => files.answer(c, seat.board.id, 'application/json; charset=utf-8', { form: 'board' }),
  )
}

function wishOf(form: PictureWish['form'], asked: z.output<typeof query>): PictureWish {
  const { area, theme, background, thumb, frame, comments } = asked
  const wish = {
    form,
    area,
    theme,
    background: background === '1',
    thumb: thumb === '1',
    ...withComments(comments),
  }
  return frame === undefined ? wish : { ...wish, frame }
}

/** Not there unless asked for: a wish without it is the same wish. */
export function withComments(asked: '0' | '1'): { readonly comments?: true } {
  return asked === '1' ? { comments: true } : {}
}

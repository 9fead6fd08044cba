import {
  historyAnswer,
  restoreAnswer,
  version,
  versionBody,
  versionPatchBody,
  versionsAnswer,
} from '@second-story/protocol'
import type { Endpoints } from '../http/endpoint.ts'
import type { Parts } from '../parts.ts'
import { unpacked } from './packed.ts'
import { Versions } from './versions.ts'

/** What a board looked like: listed, looked at, named, gone back to, and played. */
export function versionRoutes(on: Endpoints, parts: Parts): void {
  const versions = new Versions(parts)

  on.add(
    'GET /api/boards/{board}/versions',
    { what: 'Versions of the board, newest first', answer: versionsAnswer },
    async ({ c, seat }) => {
      c.header('Cache-Control', 'private, no-cache')
      return { versions: await versions.list(seat.board.id) }
    },
  )

  on.add(
    'POST /api/boards/{board}/versions',
    { what: 'Keep the board as it is now, under a name', body: versionBody, answer: version, status: 201 },
    ({ body, seat }) => versions.keepNamed(seat.board.id, body.title),
  )

  on.add(
    'GET /api/boards/{board}/versions/{version}',
    {
      what: 'What everybody saw then, as a Yjs V2 update of a document of its own',
      answer: null,
      file: 'application/octet-stream',
    },
    async ({ c, params, seat }) => {
      const bytes = await versions.bytesOf(seat.board.id, params.version)
      c.header('Cache-Control', 'private, no-cache')
      c.header('Content-Type', 'application/octet-stream')
      c.header('Vary', 'Accept-Encoding')
      if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
        return c.body(new Uint8Array(await unpacked(bytes)))
      c.header('Content-Encoding', 'gzip')
      return c.body(new Uint8Array(bytes))
    },
  )

  on.add(
    'PATCH /api/boards/{board}/versions/{version}',
    { what: 'Name a version, or take its name off', body: versionPatchBody, answer: version },
    ({ params, body, seat }) => versions.rename(seat.board.id, params.version, body.title),
  )

  on.add(
    'POST /api/boards/{board}/versions/{version}/restore',
    {
      what: 'Make the board look as it did then; how it looks now is kept as a version',
      answer: restoreAnswer,
    },
    async ({ params, seat }) => ({ before: await versions.restore(seat.board.id, params.version) }),
  )

  on.add(
    'GET /api/boards/{board}/history',
    { what: 'The board through time, in small steps, to play it', answer: historyAnswer },
    async ({ c, seat }) => {
      c.header('Cache-Control', 'private, no-cache')
      return { steps: await versions.history.stepsOf(seat.board.id) }
    },
  )
}

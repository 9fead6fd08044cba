import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import {
  encodeRows,
  formatReach,
  type LayerRef,
  mayRead,
  parseLayer,
  REACH_HEADER,
  ROWS_TYPE,
} from '@second-story/protocol'
import { z } from 'zod'
import { accepts } from '../http/accepts.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { asGzip, packingOf, unpack } from '../off-thread/packing.ts'
import type { Parts } from '../parts.ts'
import type { PackedLayer } from '../rooms/packed-layer.ts'
import { Gzipped } from './gzipped.ts'

const squeeze = promisify(gzip)
const query = z.object({ rows: z.literal('1').optional() })

/**
 * A layer as our own client fetches it before it connects: as the last fold packed it, or as the browser can read it. One that was
 * never folded goes as it lies, for whoever says that they can read it so (`?rows=1`): to pack it would take longer than to read it.
 */
export function snapshotRoute(on: Endpoints, { rooms }: Pick<Parts, 'rooms'>): void {
  const gzipped = new Gzipped()

  on.add(
    'GET /api/boards/{board}/layers/{layer}/snapshot',
    {
      what: 'One synced document of the board, as a Yjs V2 update; with rows=1 perhaps as the V1 updates that it is made of',
      query,
      answer: null,
      file: 'application/octet-stream',
    },
    async ({ c, params, query, seat, caller }) => {
      const layer = parseLayer(params.layer === 'own' ? `own.${caller.account}` : params.layer)
      const isOwn = layer !== null && 'member' in layer && layer.member === caller.account
      // a layer that is not theirs looks like one that is not there
      if (!layer || !mayRead(layer.kind, seat.role, isOwn)) throw new Problem('not-found')
      const folded = await rooms.packed(seat.board.id, layer)
      const asRows = folded === null && query.rows === '1'
      const accepted = c.req.header('accept-encoding')
      c.header('Cache-Control', 'private, no-cache')
      c.header('Content-Type', asRows ? ROWS_TYPE : 'application/octet-stream')
      c.header('Vary', 'Accept-Encoding')
      if (folded !== null && folded.reach !== null) c.header(REACH_HEADER, formatReach(folded.reach))
      const { encoding, bytes } = asRows
        ? await rowsOf(seat.board.id, layer, accepted)
        : await asAccepted(folded ?? (await rooms.packNow(seat.board.id, layer)), accepted, gzipped)
      if (encoding !== null) c.header('Content-Encoding', encoding)
      return c.body(new Uint8Array(bytes))
    },
  )

  /** As the log holds it: squeezed a little, and beside this thread. */
  async function rowsOf(board: string, layer: LayerRef, accepted: string | undefined): Promise<Encoded> {
    const bytes = encodeRows(await rooms.rows(board, layer))
    const isSqueezed = accepts(accepted, 'gzip')
    const body = isSqueezed ? await squeeze(bytes, { level: constants.Z_BEST_SPEED }) : bytes
    // a room reads a log that was never folded from end to end: not before it is on its way
    rooms.expect(board, layer)
    return { encoding: isSqueezed ? 'gzip' : null, bytes: body }
  }
}

interface Encoded {
  /** null: as it is */
  readonly encoding: 'br' | 'gzip' | null
  readonly bytes: Uint8Array
}

async function asAccepted(
  { bytes, reach, name }: PackedLayer,
  accepted: string | undefined,
  gzipped: Gzipped,
): Promise<Encoded> {
  const packing = packingOf(bytes)
  if (accepts(accepted, packing)) return { encoding: packing, bytes }
  if (!accepts(accepted, 'gzip')) return { encoding: null, bytes: await unpack(bytes) }
  // what has no name changes with every edit: not worth keeping
  const squeezed = reach === null ? asGzip(bytes) : gzipped.of(`${name} ${formatReach(reach)}`, bytes)
  return { encoding: 'gzip', bytes: await squeezed }
}

import { formatReach, mayRead, parseLayer, REACH_HEADER } from '@second-story/protocol'
import { accepts } from '../http/accepts.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { asGzip, packingOf, unpack } from '../off-thread/packing.ts'
import type { Parts } from '../parts.ts'
import type { PackedLayer } from '../rooms/packed-layer.ts'
import { Gzipped } from './gzipped.ts'

/** A layer as our own client fetches it before it connects: as the last fold packed it, or as the browser can read it. */
export function snapshotRoute(on: Endpoints, { rooms }: Pick<Parts, 'rooms'>): void {
  const gzipped = new Gzipped()

  on.add(
    'GET /api/boards/{board}/layers/{layer}/snapshot',
    {
      what: 'One synced document of the board, as a Yjs V2 update',
      answer: null,
      file: 'application/octet-stream',
    },
    async ({ c, params, seat, caller }) => {
      const layer = parseLayer(params.layer === 'own' ? `own.${caller.account}` : params.layer)
      const isOwn = layer !== null && 'member' in layer && layer.member === caller.account
      // a layer that is not theirs looks like one that is not there
      if (!layer || !mayRead(layer.kind, seat.role, isOwn)) throw new Problem('not-found')
      const packed = await rooms.packed(seat.board.id, layer)
      c.header('Cache-Control', 'private, no-cache')
      c.header('Content-Type', 'application/octet-stream')
      c.header('Vary', 'Accept-Encoding')
      if (packed.reach !== null) c.header(REACH_HEADER, formatReach(packed.reach))
      const { encoding, bytes } = await asAccepted(packed, c.req.header('accept-encoding'), gzipped)
      if (encoding !== null) c.header('Content-Encoding', encoding)
      return c.body(new Uint8Array(bytes))
    },
  )
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

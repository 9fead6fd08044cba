import {
  IMAGE_TYPES,
  image,
  imageFileQuery,
  imageQuery,
  imageShareBody,
  isRole,
  type LayerRef,
  mayWrite,
} from '@second-story/protocol'
import type { BoardAccess } from '../boards/board-access.ts'
import { readableLayers } from '../boards/board-reader.ts'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ImageLimit } from './image-limit.ts'
import { Images } from './images.ts'

type Named = 'common' | 'agents' | 'own'

/** Pictures that people bring: taken in, shown, and let into another layer. */
export function imageRoutes(on: Endpoints, parts: Parts, access: BoardAccess): void {
  const images = new Images(parts)
  const limit = new ImageLimit()

  on.add(
    'POST /api/boards/{board}/images',
    {
      what: 'Bring a picture: the bytes of a PNG, JPEG, GIF or WebP',
      query: imageQuery,
      answer: image,
      status: 201,
    },
    async ({ c, seat, caller, query }) => {
      const layer = layerNamed(query.layer, caller.account)
      if (!mayWrite(layer.kind, seat.role, true)) throw new Problem('forbidden')
      const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
      if (!IMAGE_TYPES.some((one) => one === type)) throw new Problem('bad-value', NOT_TAKEN)
      await limit.comes(caller.account)
      return images.add(seat.board.id, layer, new Uint8Array(await c.req.arrayBuffer()))
    },
  )

  on.add(
    'GET /api/boards/{board}/images/{image}',
    { what: 'A picture, or a smaller copy of it', query: imageFileQuery, answer: null, file: 'image/png' },
    async ({ c, params, seat, caller, query }) => {
      const layers = readableLayers(caller.account, seat.role)
      const file = await images.file(seat.board.id, params.image, layers, query.w)
      // one that is not theirs looks like one that is not there
      if (file === null) throw new Problem('not-found')
      c.set('isFile', true)
      // its address never shows anything else; another person at this browser is another reader
      const isKept = seat.board.sensitive !== 1
      c.header('Cache-Control', isKept ? 'private, max-age=31536000, immutable' : 'private, no-store')
      c.header('Vary', 'Cookie')
      c.header('Content-Type', file.type)
      return c.body(file.bytes)
    },
  )

  on.add(
    'POST /api/boards/{board}/images/{image}/shares',
    {
      what: 'Let the readers of a layer see a picture that the caller sees',
      body: imageShareBody,
      answer: null,
    },
    async ({ params, seat, caller, body }) => {
      const layer = layerNamed(body.layer, caller.account)
      if (!mayWrite(layer.kind, seat.role, true)) throw new Problem('forbidden')
      const from = body.from ?? seat.board.id
      const role = from === seat.board.id ? seat.role : await access.roleOn(from, caller.account)
      if (!isRole(role)) throw new Problem('not-found')
      const layers = readableLayers(caller.account, role)
      if (!(await images.isIn(from, params.image, layers))) throw new Problem('not-found')
      await images.share(seat.board.id, [params.image], layer)
    },
  )
}

const NOT_TAKEN = 'Pictures are PNG, JPEG, GIF or WebP. Nothing was changed.'

function layerNamed(name: Named, account: string): LayerRef {
  return name === 'own' ? { kind: 'own', member: account } : { kind: name }
}

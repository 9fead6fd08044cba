import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { apply, type LayerName, parseCommands } from '@second-story/board'
import { commandsAnswer, commandsBody, formatLayer, graph, mayRead, parseLayer } from '@second-story/protocol'
import type * as Y from 'yjs'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { BoardReader, layerName, writableLayers } from './board-reader.ts'

const unsqueeze = promisify(gunzip)

/** What is on a board: read as a graph, loaded as a document, changed by commands. */
export function contentRoutes(on: Endpoints, { rooms, clock, aside }: Parts): void {
  const reader = new BoardReader(rooms)

  on.add(
    'GET /api/boards/{board}/graph',
    { what: 'The board as a graph', answer: graph },
    async ({ c, seat, caller }) => {
      c.header('Cache-Control', 'private, no-cache')
      const { id } = seat.board
      const { layers } = await reader.asSeenBy(id, caller.account, seat.role)
      c.header('Content-Type', 'application/json')
      return c.body(await aside.run('graph', { id, layers }))
    },
  )

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
      const bytes = await rooms.packed(seat.board.id, layer)
      c.header('Cache-Control', 'private, no-cache')
      c.header('Content-Type', 'application/octet-stream')
      c.header('Vary', 'Accept-Encoding')
      if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
        return c.body(new Uint8Array(await unsqueeze(bytes)))
      c.header('Content-Encoding', 'gzip')
      return c.body(new Uint8Array(bytes))
    },
  )

  on.add(
    'POST /api/boards/{board}/commands',
    {
      what: 'Change the board by commands: all of them, or none',
      body: commandsBody,
      answer: commandsAnswer,
    },
    async ({ body, seat, caller }) => {
      const parsed = parseCommands(body)
      if (!parsed.ok)
        throw Problem.refused(parsed.refusal.id, parsed.refusal.message, { index: parsed.index })
      const named = new Set(
        parsed.commands.flatMap((one) => ('layer' in one && one.layer ? [one.layer] : [])),
      )
      const existing = await rooms.ownLayers(seat.board.id)
      const layers = writableLayers(caller.account, seat.role).filter(
        (layer) => layer.kind !== 'own' || named.has('own') || existing.includes(caller.account),
      )
      const applied = await rooms.writeMany(seat.board.id, layers, (docs) => {
        const byName = new Map<LayerName, Y.Doc>()
        for (const layer of layers) {
          const doc = docs.get(formatLayer(layer))
          if (doc) byName.set(layerName(layer), doc)
        }
        return apply(byName, parsed.commands, { now: clock.now(), origin: 'hand' })
      })
      if (!applied.ok)
        throw Problem.refused(applied.refusal.id, applied.refusal.message, { index: applied.index })
      return { applied: parsed.commands.length, ids: [...applied.ids] }
    },
  )
}

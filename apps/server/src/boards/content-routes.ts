import { apply, type LayerName, parseCommands } from '@second-story/board'
import { commandsAnswer, commandsBody, formatLayer, graph } from '@second-story/protocol'
import type * as Y from 'yjs'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { BoardReader, layerName, writableLayers } from './board-reader.ts'
import { snapshotRoute } from './snapshot-route.ts'

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

  snapshotRoute(on, { rooms })

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

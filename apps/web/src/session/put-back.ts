import type { LayerName } from '@second-story/board'
import { mayRead } from '@second-story/protocol'
import * as Y from 'yjs'
import type { BoardSession } from './board-session.ts'
import { copyName, registerCopy } from './copy-names.ts'
import { openRows } from './copy-rows.ts'

const MINE: readonly ('common' | 'own' | 'agents')[] = ['common', 'own', 'agents']

/**
 * Writes what an open board holds into this browser's copy again. Signing out on another tab takes the copies away, also from
 * under a board that still has words to send. Rejects when this browser keeps nothing.
 */
export async function putBack(session: BoardSession): Promise<void> {
  const { account, role } = session.me.get()
  const layers = MINE.filter((layer) => mayRead(layer, role, true))
  await Promise.all(layers.map((layer) => putLayerBack(session, account, layer)))
}

async function putLayerBack(session: BoardSession, account: string, layer: LayerName): Promise<void> {
  const doc = session.layer(layer)
  if (!doc) return
  const name = copyName(account, session.board, layer)
  const rows = await openRows(name)
  if (!rows) throw new Error('this browser keeps nothing')
  registerCopy(name)
  await rows.append([Y.encodeStateAsUpdate(doc)], null).finally(() => rows.close())
}

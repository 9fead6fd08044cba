import { apply, parseCommands } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import * as Y from 'yjs'
import { Member } from '../load/member.ts'
import { clientOf, syncMessage } from '../load/yjs-dialect.ts'
import { benchId, makeBoard } from '../make-board.ts'
import type { Board, SyncServer } from '../servers/sync-server.ts'

/** A board as the updates that made it, in order, and what came of them. */
export interface Making {
  readonly updates: readonly Uint8Array[]
  readonly vector: Uint8Array
  readonly items: number
}

/** The first client after the signing ones: the person who fills boards is person 0 */
const FILLER = clientOf(0) + 1
const AUTHORS = 5

/**
 * `items` components without arrows, then `edits` single changes, twenty in a row by each of five authors: four moves to one
 * new name, as on a real board. The same for the same numbers.
 */
export function makeBigBoard(items: number, edits: number): Making {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const commands = makeBoard(items).slice(0, items)
  for (let i = 0; i < commands.length; i += 200) {
    doc.clientID = FILLER + ((i / 200) % AUTHORS)
    const parsed = parseCommands(commands.slice(i, i + 200))
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    apply(new Map([['common', doc]]), parsed.commands, { now: 0, origin: 'bench' })
  }
  const random = seededRandom(11)
  for (let i = 0; i < edits; i++) {
    doc.clientID = FILLER + (Math.floor(i / 20) % AUTHORS)
    const id = benchId('n', Math.floor(random() * items))
    const place = { x: Math.round(random() * 20_000), y: Math.round(random() * 9_000), w: 144, h: 56 }
    if (i % 5 === 4) (doc.getMap('items').get(id) as Y.Map<unknown>).set('name', `renamed ${i}`)
    else doc.getMap('places').set(id, { ...place, parent: null, order: 'a0' })
  }
  return { updates, vector: Y.encodeStateVector(doc), items }
}

/** Sends every update as a person would who made it just now; resolves when the server has taken all of them. */
export async function fill(
  server: SyncServer,
  board: Board,
  { updates }: { readonly updates: Iterable<Uint8Array> },
): Promise<void> {
  const writer = await Member.open(server, board, 0)
  const watcher = await Member.open(server, board, 1)
  await Promise.all([writer.synced, watcher.synced])
  let heard = 0
  watcher.onHeard(({ edits }) => {
    for (let i = 1; i < edits.length; i += 2) heard = Math.max(heard, edits[i] as number)
  })
  const prefix = server.dialect.prefix?.(board.name) ?? new Uint8Array(0)
  let n = 0
  for (const some of fiveHundredAtATime(updates)) {
    for (const update of some) writer.send(Buffer.concat([prefix, syncMessage(2, update)]))
    n++
    writer.send(writer.speaker.edit('filled', n))
    const since = Date.now()
    while (heard < n) {
      if (writer.closedWith !== null) throw new Error(`closed while being filled: ${writer.closedWith}`)
      if (Date.now() - since > 120_000) throw new Error('does not take the board')
      await new Promise((done) => setTimeout(done, 2))
    }
  }
  writer.close()
  watcher.close()
}

function* fiveHundredAtATime<T>(all: Iterable<T>): Generator<T[]> {
  let some: T[] = []
  for (const one of all) {
    some.push(one)
    if (some.length < 500) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

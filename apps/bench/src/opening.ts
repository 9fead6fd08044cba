import { read } from '@second-story/board'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { Api } from '../../../infra/testing/api.ts'
import { TestServer } from '../../../infra/testing/server.ts'
import { LoadClient } from './load-client.ts'
import { makeBoard } from './make-board.ts'
import { readLayer } from './read-layer.ts'
import { kb, median, ms, printTable, ratio } from './table.ts'

const ITEMS = 5_000
const ROUNDS = 5

interface Opening {
  readonly time: number
  readonly bytes: number
}

/**
 * Opening a board of 5,000 items right after the server came up: what a browser of ours does (the compressed
 * snapshot over HTTP, then the socket) and what a stock y-websocket client does. The baseline, in the same process:
 * Yjs alone encoding and applying the same document, with no server between.
 */
export async function benchOpening(): Promise<void> {
  const server = await TestServer.start()
  try {
    const owner = await new Api(server.url).signUp('Bench')
    const board = await owner.createBoard('Opening', 'blank')
    const commands = makeBoard(ITEMS)
    for (let i = 0; i < commands.length; i += 4_000)
      await owner.post(`/api/boards/${board}/commands`, commands.slice(i, i + 4_000))
    const rounds: { ours: Opening; again: Opening; stock: Opening; readTime: number; alone: Opening }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await server.kill()
      await server.up()
      const doc = new Y.Doc()
      const ours = await openOurs(server, owner, board, doc)
      const began = performance.now()
      const seen = read(new Map([['common', doc]])).items.size
      const readTime = performance.now() - began
      if (seen !== ITEMS) throw new Error(`opened ${seen} of ${ITEMS} items`)
      const again = await openStock(server, owner, board, doc)
      const stock = await openStock(server, owner, board, new Y.Doc())
      rounds.push({ ours, again, stock, readTime, alone: yjsAlone(doc) })
    }
    report(rounds)
  } finally {
    await server.stop()
  }
}

async function openOurs(server: TestServer, owner: Api, board: string, doc: Y.Doc): Promise<Opening> {
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/boards/${board}/layers/common/snapshot?rows=1`, {
    headers: { cookie: owner.cookie, 'accept-encoding': 'gzip, deflate, br' },
  })
  const layer = await readLayer(answer)
  layer.fill(doc)
  const rest = await openStock(server, owner, board, doc)
  return { time: performance.now() - began, bytes: layer.size + rest.bytes }
}

async function openStock(server: TestServer, owner: Api, board: string, doc: Y.Doc): Promise<Opening> {
  const began = performance.now()
  const client = await LoadClient.open(
    `${server.url.replace('http', 'ws')}/sync/common.${board}`,
    owner.cookie,
  )
  let bytes = 0
  try {
    await new Promise<void>((done, failed) => {
      client.onClose((code) => failed(new Error(`closed ${code}`)))
      client.onFrame((frame) => {
        bytes += frame.length
        const decoder = decoding.createDecoder(frame)
        if (decoding.readVarUint(decoder) !== 0) return
        const step = decoding.readVarUint(decoder)
        const body = decoding.readVarUint8Array(decoder)
        if (step === 0) return
        Y.applyUpdate(doc, body)
        if (step === 1) done()
      })
      client.send(syncStep1(doc))
    })
    return { time: performance.now() - began, bytes }
  } finally {
    client.close()
  }
}

function syncStep1(doc: Y.Doc): Uint8Array {
  const vector = Y.encodeStateVector(doc)
  const length: number[] = []
  for (let rest = vector.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Uint8Array.from([0, 0, ...length, ...vector])
}

function yjsAlone(doc: Y.Doc): Opening {
  const began = performance.now()
  const update = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(new Y.Doc(), update)
  return { time: performance.now() - began, bytes: update.length }
}

function report(
  rounds: readonly { ours: Opening; again: Opening; stock: Opening; readTime: number; alone: Opening }[],
): void {
  const base = median(rounds.map((round) => round.alone.time))
  const row = (name: string, pick: (round: (typeof rounds)[number]) => Opening): string[] => {
    const time = median(rounds.map((round) => pick(round).time))
    return [name, ms(time), kb(median(rounds.map((round) => pick(round).bytes))), ratio(time, base)]
  }
  printTable(
    `Opening a board of ${ITEMS} items after a restart (medians of ${ROUNDS})`,
    ['', 'time', 'received', 'of Yjs alone'],
    [
      row('our client: snapshot, then socket', (round) => round.ours),
      row('a stock client, empty-handed', (round) => round.stock),
      row('a client that has it all', (round) => round.again),
      ['reading the document as a board', ms(median(rounds.map((round) => round.readTime))), '', ''],
      row('baseline: Yjs alone, encode and apply', (round) => round.alone),
    ],
  )
}

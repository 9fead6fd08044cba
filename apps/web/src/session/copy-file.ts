import * as Y from 'yjs'
import type { BoardSession } from './board-session.ts'

/** Hands this browser's whole copy of the board to the person: readable items, and the exact bytes of each layer. */
export function saveCopyAsFile(session: BoardSession): void {
  const { items, relations, conduct } = session.live.snapshot
  const layers: Record<string, string> = {}
  for (const [layer, doc] of session.live.docs) layers[layer] = base64(Y.encodeStateAsUpdate(doc))
  const copy = {
    board: session.board,
    title: conduct.title,
    copiedAt: new Date(session.now()).toISOString(),
    items: [...items.values()],
    relations: [...relations.values()],
    layers,
  }
  const name = (conduct.title || 'board').replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 60)
  download(`${name}, my copy.json`, JSON.stringify(copy, null, 2))
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

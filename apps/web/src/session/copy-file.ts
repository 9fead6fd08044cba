import type { LayerName } from '@second-story/board'
import { isLayerName } from '@second-story/board'
import * as Y from 'yjs'
import type { BoardSession } from './board-session.ts'

/** A board as a file that a person keeps: readable, and exact enough to be brought back. */
export interface CopyFile {
  readonly board: string
  readonly title: string
  /** ISO 8601 */
  readonly copiedAt: string
  /** each synced document whole, as Yjs updates */
  readonly layers: ReadonlyMap<LayerName, Uint8Array>
}

const FORMAT = 'second-story board copy'

/** Hands this browser's whole copy of the board to the person: readable items, and the exact bytes of each layer. */
export function saveCopyAsFile(session: BoardSession): void {
  const { title } = session.live.snapshot.conduct
  const name = (title || 'board').replace(/[^\p{L}\p{N} _-]/gu, '').slice(0, 60)
  download(`${name}, my copy.json`, copyText(session, new Date(session.now())))
}

/** What lies in the file. */
export function copyText({ board, live }: Pick<BoardSession, 'board' | 'live'>, now: Date): string {
  const { items, relations, conduct } = live.snapshot
  const layers: Record<string, string> = {}
  for (const [layer, doc] of live.docs) layers[layer] = base64(Y.encodeStateAsUpdate(doc))
  const copy = {
    format: FORMAT,
    board,
    title: conduct.title,
    copiedAt: now.toISOString(),
    items: [...items.values()],
    relations: [...relations.values()],
    layers,
  }
  return JSON.stringify(copy, null, 2)
}

/** A file's text as the copy that it holds; null when it is no such file. Total. */
export function readCopyText(text: string): CopyFile | null {
  // told from other JSON without reading all of it
  if (!text.slice(0, 400).includes(FORMAT)) return null
  try {
    const { format, board, title, copiedAt, layers } = JSON.parse(text) as Record<string, unknown>
    if (format !== FORMAT || typeof board !== 'string' || typeof layers !== 'object' || layers === null)
      return null
    const read = Object.entries(layers).flatMap(([layer, encoded]) =>
      isLayerName(layer) && typeof encoded === 'string' ? [[layer, bytesOf(encoded)] as const] : [],
    )
    return { board, title: wordsOf(title), copiedAt: wordsOf(copiedAt), layers: new Map(read) }
  } catch {
    return null
  }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
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

function bytesOf(encoded: string): Uint8Array {
  return Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0))
}

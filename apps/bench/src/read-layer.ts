import { decodeRows, ROWS_TYPE } from '@second-story/protocol'
import * as Y from 'yjs'

interface Layer {
  /** bytes of the body as it came */
  readonly size: number
  fill(doc: Y.Doc): void
}

/** A layer as it came over HTTP: packed by a fold, or as it lies in the log. */
export async function readLayer(answer: Response): Promise<Layer> {
  if (!answer.ok) throw new Error(`snapshot: ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isRows = answer.headers.get('content-type') === ROWS_TYPE
  const fill = (doc: Y.Doc): void => {
    if (!isRows) Y.applyUpdateV2(doc, bytes)
    else for (const row of decodeRows(bytes) ?? []) Y.applyUpdate(doc, row)
  }
  return { size: Number(answer.headers.get('content-length')) || bytes.length, fill }
}

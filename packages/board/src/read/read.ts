import type { LayerDocs } from '../document/roots.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { assemble } from './assemble.ts'
import { LayerReader } from './layer-reader.ts'

/** Any state of the documents, however merged, gives a usable board; never throws. */
export function read(docs: LayerDocs): BoardSnapshot {
  const layers = [...docs].map(([layer, doc]) => new LayerReader(layer, doc))
  return assemble(layers, null)
}

import * as Y from 'yjs'
import { untidied } from './untidied.ts'

/** True when `update` deletes nothing that the layer of `updates` does not show as deleted already. */
export function deletionsAddNothing(updates: readonly Uint8Array[], update: Uint8Array): boolean {
  const doc = untidied(new Y.Doc())
  Y.transact(doc, () => {
    for (const part of updates) Y.applyUpdate(doc, part)
  })
  const before = Y.createDeleteSetFromStructStore(doc.store)
  Y.applyUpdate(doc, update)
  const after = Y.createDeleteSetFromStructStore(doc.store)
  // a deletion of what is not there yet waits in the document, and would strike later
  const waits = doc.store.pendingDs !== null
  doc.destroy()
  return !waits && Y.equalDeleteSets(before, after)
}

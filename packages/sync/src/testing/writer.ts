import * as Y from 'yjs'
import { applyMessage, type Disk, Stage } from './stage.ts'

/** A document whose updates are kept, oldest first. */
export function writer(client: number): { doc: Y.Doc; items: Y.Map<unknown>; take: () => Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'net') updates.push(update)
  })
  return { doc, items: doc.getMap('items'), take: () => Y.mergeUpdates(updates.splice(0)) }
}

export function documentAfter(messages: readonly Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const message of messages) applyMessage(doc, message)
  return doc
}

/** A disk that holds `count` rows and maybe a snapshot below them, and the document that they make. */
export function someDisk(count: number): { disk: Disk; doc: Y.Doc } {
  const stage = Stage.loaded()
  const { items, doc, take } = writer(5)
  stage.join(1)
  for (let i = 0; i < count; i++) {
    items.set(`k${i % 4}`, `value ${i}`)
    if (i % 3 === 2) items.delete(`k${(i + 1) % 4}`)
    if (i % 3 === 0) items.set(`d${i}`, 'deleted later')
    if (i % 3 === 2) items.delete(`d${i - 2}`)
    stage.update(1, take())
    stage.flush()
  }
  return { disk: stage.disk, doc }
}

import type * as Y from 'yjs'

/**
 * A document in which nothing is deleted but what somebody deleted. After what comes from elsewhere Yjs looks for formatting that
 * has no effect any more and deletes it: that is for the people who show themselves under a client, would be in a fold what no row
 * says, and takes seconds where thousands of pieces go at once (for each it walks over all deleted ones beside it).
 */
export function untidied(doc: Y.Doc): Y.Doc {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

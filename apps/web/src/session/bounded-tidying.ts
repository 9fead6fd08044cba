import type * as Y from 'yjs'

/** So much may go at once and be tidied up after: some 30 ms at the most. */
export const TIDIED_AT_MOST = 2_000

/**
 * After others' deletions Yjs looks for formatting that has no effect any more, for each deleted piece over all that are deleted
 * beside it: 20,000 pieces of one text, which twelve bytes delete, would hold up the page for seconds. Where so much goes at once
 * the formatting stays, unseen; whoever opens the board next may tidy it.
 */
export function boundTidying(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (deletedIn(transaction) > TIDIED_AT_MOST) transaction._needFormattingCleanup = false
  })
}

/** At least as much as there are pieces. */
function deletedIn({ deleteSet }: Y.Transaction): number {
  let sum = 0
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) sum += len
  return sum
}

import type { Append, Refusal } from './layer-store.ts'

/** Why an entry is not taken, or null: the one rule for every store. `ownerOf` tells whom a client of the layer belongs to. */
export function refusalOf(
  entry: Append,
  epoch: number,
  ownerOf: (client: number) => string | undefined,
): Refusal | null {
  if (entry.epoch !== epoch) return 'replaced'
  const isTaken = entry.owners.some(([client, account]) => (ownerOf(client) ?? account) !== account)
  return isTaken ? 'claimed' : null
}

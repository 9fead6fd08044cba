import { readUpdate } from '../update/read.ts'
import type { Verdict } from './judge.ts'
import type { Knowledge } from './knowledge.ts'

/**
 * What can be said of an update by how far each client has come and what is deleted: that it is malformed, or adds nothing. Null
 * when it takes more to judge it.
 */
export function glance(bytes: Uint8Array, known: Knowledge): Verdict | null {
  const update = readUpdate(bytes)
  if ('malformed' in update) return { type: 'refused', reason: update.malformed }
  const isKnown =
    update.sections.every(({ client, structs }) => {
      const last = structs[structs.length - 1]
      return last === undefined || last.clock + last.length <= known.next(client)
    }) && update.deletes.every(({ client, clock, length }) => known.isDeleted(client, clock, length))
  return isKnown ? { type: 'nothing' } : null
}

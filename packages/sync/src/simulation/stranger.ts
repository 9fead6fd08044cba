import { encodeUpdate } from '@second-story/protocol'
import * as Y from 'yjs'
import { writeAwareness } from '../room/awareness.ts'
import { after, forge, inRoot } from '../testing/forge.ts'
import type { Truth } from './truth.ts'

/** A far clock: nobody will have written so much. */
const FAR = 1_000_000

/** What a member with bad intent sends: well-formed messages that must change nothing. */
export function forgery(kind: number, own: number, victim: number, truth: Truth): Uint8Array {
  const next = Y.getState(truth.doc.store, victim)
  switch (kind % 6) {
    case 0: // a struct that the victim has not written, or not sent, yet
    case 1:
      return encodeUpdate(forge([{ client: victim, clock: next, structs: [inRoot('items', 'forged')] }]))
    case 2: // past a gap
      return encodeUpdate(forge([{ client: own, clock: 7, structs: [inRoot('items', 'gap')] }]))
    case 3: // built on what nobody wrote
      return encodeUpdate(forge([{ client: own, clock: 0, structs: [after(victim, FAR)] }]))
    case 4: // deleting what nobody wrote yet
      return encodeUpdate(forge([], [[victim, next, 1]]))
    default: {
      const json = JSON.stringify({ user: { account: 'forged' }, selection: [] })
      return writeAwareness([{ client: victim, clock: FAR, json }])
    }
  }
}

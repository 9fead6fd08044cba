import { seededRandom } from '@second-story/std'
import { writeUint8, writeVarInt, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Author } from '../testing/author.ts'
import { content, forge } from '../testing/forge.ts'
import { take } from '../testing/gate.ts'
import { writeUpdate } from '../update/write.ts'
import { Knowledge } from './knowledge.ts'

describe('rule 2: whatever the bytes', () => {
  it('the gate never throws, and what passes never breaks a document', { timeout: 60_000 }, () => {
    const random = seededRandom(5)
    const author = new Author(77, random)
    for (let i = 0; i < 60; i++) author.edit()
    const honest = Y.encodeStateAsUpdate(author.doc)
    let passed = 0
    for (let i = 0; i < 4000; i++) {
      const bytes = honest.slice()
      for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      }
      const verdict = take(
        new Knowledge(),
        random() < 0.2 ? bytes.slice(0, Math.floor(random() * bytes.length)) : bytes,
      )
      if (verdict.type !== 'addition') continue
      passed++
      const doc = new Y.Doc()
      Y.applyUpdate(doc, writeUpdate(verdict.addition.runs, verdict.addition.deleted))
      expect(doc.store.pendingStructs).toBeNull()
      expect(doc.store.pendingDs).toBeNull()
      Y.encodeStateAsUpdate(doc)
    }
    expect(passed).toBeGreaterThan(100)
  })
})

it('forged integers are read as lib0 writes them', () => {
  for (const number of [0, -1, 63, 64, -64, 8191, 2 ** 31, -(2 ** 40)]) {
    const update = forge([
      {
        client: 7,
        clock: 0,
        structs: [
          content(8, (e) => {
            writeVarUint(e, 1)
            writeUint8(e, 125)
            writeVarInt(e, number)
          }),
        ],
      },
    ])
    expect(take(new Knowledge(), update).type).toBe('addition')
  }
})

import { apply, type LayerName, parseCommands, read, SAMPLES, type Template } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { snapshotCommands } from './snapshot-commands.ts'

function boardFrom(commands: Template['commands']) {
  const docs = new Map<LayerName, Y.Doc>([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
    ['own', new Y.Doc()],
  ])
  const applied = apply(docs, commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  return read(docs)
}

describe('a sample that is kept', () => {
  for (const sample of SAMPLES) {
    it(`comes out the same: ${sample.name}`, () => {
      const before = boardFrom(sample.build().commands)
      const parsed = parseCommands(snapshotCommands(before))
      if (!parsed.ok) throw new Error(parsed.refusal.message)
      const after = boardFrom(parsed.commands)
      expect(after.items.size).toBeGreaterThan(10)
      expect(new Map([...after.items].sort())).toEqual(new Map([...before.items].sort()))
      expect(new Map([...after.relations].sort())).toEqual(new Map([...before.relations].sort()))
      for (const [section, blocks] of after.prose) expect(blocks).toEqual(before.prose.get(section))
    })
  }
})

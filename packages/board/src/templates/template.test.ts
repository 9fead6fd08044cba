import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BOARD_KINDS, readConduct, writeConduct } from '../conduct.ts'
import { metaOf, proseOf } from '../document/roots.ts'
import { TestBoard } from '../testing/test-board.ts'
import { templateFor } from './template.ts'

test.each(BOARD_KINDS)('a new %s board is empty but for the sections that are written by hand', (kind) => {
  const t = new TestBoard()
  const { commands, conduct } = templateFor(kind, 'A title', 'Europe/Vienna')
  t.run(...commands)
  expect(t.board.items.size).toBe(0)
  expect([...t.board.prose]).toEqual([
    ['summary', []],
    ['impact', []],
    ['description', []],
  ])
  const doc = new Y.Doc()
  writeConduct(doc, conduct)
  expect(readConduct(metaOf(doc))).toMatchObject({ kind, title: 'A title', zone: 'Europe/Vienna' })
})

test('a second writing of a section goes into the fragment that is there', () => {
  const t = new TestBoard()
  t.run(...templateFor('blank', '', 'UTC').commands)
  const fragment = proseOf(t.common).get('summary')
  t.run({ do: 'prose', section: 'summary', blocks: [{ kind: 'rule' }] })
  expect(proseOf(t.common).get('summary')).toBe(fragment)
})

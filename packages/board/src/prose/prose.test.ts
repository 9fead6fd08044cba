import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ProseBlock } from './blocks.ts'
import { readProse } from './read-prose.ts'
import { writeProse } from './write-prose.ts'

function there(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment('x')
}

const plain = (text: string): ProseBlock => ({ kind: 'paragraph', runs: [{ text }] })

test('what is written is what is read, of every kind of block and mark', () => {
  const blocks: readonly ProseBlock[] = [
    { kind: 'heading', level: 2, runs: [{ text: 'Heading' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'plain ' },
        { text: 'bold', bold: true },
        { text: 'both', bold: true, italic: true },
        { text: 'code', code: true },
        { text: 'link', link: 'https://example.com/a?b=c' },
      ],
    },
    { kind: 'paragraph', runs: [] },
    {
      kind: 'list',
      ordered: true,
      entries: [[plain('one')], [plain('two'), { kind: 'list', ordered: false, entries: [[plain('deep')]] }]],
    },
    { kind: 'quote', blocks: [plain('said')] },
    { kind: 'code', text: 'a\n  b' },
    { kind: 'rule' },
  ]
  const fragment = there()
  writeProse(fragment, blocks)
  expect(readProse(fragment)).toEqual(blocks)
  writeProse(fragment, [plain('again')])
  expect(readProse(fragment)).toEqual([plain('again')])
})

test('a link that runs is read as plain words', () => {
  const fragment = there()
  const text = new Y.XmlText()
  fragment.insert(0, [text])
  text.insert(0, 'click', { link: { href: 'javascript:alert(1)' } })
  expect(readProse(fragment)).toEqual([plain('click')])
})

test('nodes that nobody here knows are read as paragraphs, lists without end as empty at some depth', () => {
  const fragment = there()
  const odd = new Y.XmlElement('marquee')
  odd.insert(0, [new Y.XmlText('whee')])
  fragment.insert(0, [odd])
  let at: Y.XmlFragment = fragment
  for (let depth = 0; depth < 2_000; depth++) {
    const node = new Y.XmlElement('blockquote')
    at.insert(at.length, [node])
    at = node
  }
  expect(readProse(fragment)?.[0]).toEqual(plain('whee'))
  expect(JSON.stringify(readProse(fragment)).length).toBeLessThan(1_000)
})

test('what is no fragment is no prose', () => {
  expect(readProse('words')).toBeNull()
  expect(readProse(new Y.Doc().getMap('x'))).toBeNull()
})

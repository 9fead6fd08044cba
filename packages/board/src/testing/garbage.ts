import type { Random } from '@second-story/std'
import * as Y from 'yjs'
import { ROOTS } from '../document/roots.ts'
import { pick } from './random-commands.ts'

const IDS = Array.from({ length: 6 }, (_, i) => `${'abcdef'[i]}${'-'.repeat(20)}`)
const KEYS = [
  ...IDS,
  'type',
  'name',
  'text',
  'when',
  'kind',
  'marks',
  'colour',
  'sources',
  'tags',
  'deleted',
  'undone',
  'revealed',
  'from',
  'to',
  'label',
  'line',
  'fromSide',
  'wordsAt',
  'group',
  'schema',
  'rounds',
  'votes',
  'stage',
  'title',
  'summary',
  '__proto__',
  'constructor',
  'short',
  '',
]

/** A document whose roots hold anything that Yjs can hold: what a stock client, or somebody of ill will, may write. */
export function garbage(random: Random, size = 25): Y.Doc {
  const doc = new Y.Doc()
  // a root that others use as a map, used as a list or as text elsewhere, and merged
  const other = new Y.Doc()
  for (const root of ROOTS) {
    const dice = random()
    if (dice < 0.3) other.getText(root).insert(0, 'letters where a map should be')
    else if (dice < 0.5) other.getArray(root).insert(0, [1, { a: 2 }])
  }
  doc.transact(() => {
    for (let i = 0; i < size; i++) put(doc.getMap(pick(random, ROOTS)), random, 0)
    for (const id of IDS.slice(0, 4)) doc.getMap('items').set(id, half(random))
  })
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc))
  return merged
}

/** An item that has a type, and else whatever came along. */
function half(random: Random): Y.Map<unknown> {
  const map = new Y.Map<unknown>([
    ['type', pick(random, ['component', 'factor', 'event', 'frame', 'note', 'nonsense'])],
  ])
  for (let i = 0; i < 6; i++) map.set(pick(random, KEYS), anything(random, 2))
  return map
}

function put(map: Y.Map<unknown>, random: Random, depth: number): void {
  const key = pick(random, KEYS)
  const held = map.get(key)
  if (held instanceof Y.Map && random() < 0.8) put(held, random, depth + 1)
  else if (random() < 0.1) map.delete(key)
  else map.set(key, anything(random, depth))
}

function anything(random: Random, depth: number): unknown {
  if (depth < 4 && random() < 0.5) {
    const map = new Y.Map<unknown>()
    for (let i = 0; i < 3; i++) map.set(pick(random, KEYS), anything(random, depth + 1))
    return map
  }
  const made: (() => unknown)[] = [
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -1e300,
    () => 0,
    () => null,
    () => true,
    () => pick(random, IDS),
    () => pick(random, ['component', 'factor', 'event', 'boundary', 'nonsense', '__proto__', 'calls']),
    () => 'x'.repeat(random() < 0.1 ? 30_000 : 300),
    () => new Uint8Array([1, 2, 3]),
    // a stroke, or almost
    () => Uint8Array.from({ length: 5 + random() * 12 }, (_, i) => (i === 0 ? 1 : random() * 8)),
    () => [[[]], { a: [Number.NaN] }],
    () => ({
      x: Number.NaN,
      y: 'far',
      w: -5,
      h: Number.POSITIVE_INFINITY,
      parent: pick(random, IDS),
      order: 7,
    }),
    () => ({ x: 1, y: 2, w: 3, h: 4, parent: pick(random, IDS) }),
    () => ({ precision: 'exact', at: 'noon', end: 5, words: {}, zone: '', order: [] }),
    () => new Y.Text('some text'),
    () => new Y.Array(),
    () => nested(random),
    () => new Y.XmlText('x'),
  ]
  return pick(random, made)()
}

function nested(random: Random): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  let at: Y.XmlFragment = fragment
  for (let depth = random() * 16; depth > 0; depth--) {
    const name = pick(random, [
      'blockquote',
      'bulletList',
      'listItem',
      'heading',
      'script',
      'paragraph',
      'codeBlock',
    ])
    const node = new Y.XmlElement(name)
    if (random() < 0.3) node.setAttribute('level', 'Infinity')
    at.insert(0, [node, new Y.XmlText(random() < 0.5 ? 'words' : '')])
    at = node
  }
  return fragment
}

import {
  type BoardSnapshot,
  COMPONENT_KINDS,
  FACTOR_KINDS,
  type Item,
  RELATION_KINDS,
} from '@second-story/board'
import { type Random, seededRandom } from '@second-story/std'
import { at, TestBoard } from '../test-board.ts'

const TYPES = [
  'component',
  'component',
  'component',
  'boundary',
  'note',
  'text',
  'factor',
  'event',
  'question',
  'insight',
  'frame',
  'idea',
] as const
const WORDS = [
  'orders',
  'payment',
  'web',
  'orders-db',
  'The queue had no bound',
  'naïve ☂',
  '',
  'two\nlines',
  'a, b > c',
]

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** A board of things of every type, boundaries in boundaries, arrows of every kind, some things private or deleted. */
export function randomBoard(seed: number): TestBoard {
  const random = seededRandom(seed)
  const board = new TestBoard()
  const made: Made[] = []
  const count = 3 + Math.floor(random() * 40)
  for (let n = 0; n < count; n++) made.push(someItem(board.makeId(), random, made))
  const ids = made.map(({ id }) => id)
  const arrows = Array.from({ length: Math.floor(count * 1.3) }, () => ({
    do: 'connect',
    id: board.makeId(),
    from: pick(random, ids),
    to: pick(random, ids),
    kind: pick(random, RELATION_KINDS),
    label: random() < 0.3 ? 'http' : '',
  }))
  const gone = ids.filter(() => random() < 0.06)
  board.do([...made, ...arrows, ...(gone.length > 0 ? [{ do: 'remove', ids: gone }] : [])])
  return board
}

interface Made {
  readonly id: string
  readonly layer: string
}

function someItem(id: string, random: Random, before: readonly Made[]): Made {
  const type = pick(random, TYPES)
  const layer = random() < 0.12 ? 'own' : 'common'
  const parents = before.filter((one) => one.layer === 'common')
  const parent = parents.length > 0 && random() < 0.5 ? pick(random, parents).id : null
  const number = (most: number): number => Math.floor(random() * most)
  const place = { x: number(1500) - 300, y: number(1500) - 300, w: 60 + number(400), h: 40 + number(300) }
  const words = pick(random, WORDS)
  const isNamed = type === 'component' || type === 'boundary' || type === 'frame'
  const fields = {
    ...(isNamed ? { name: words.replace('\n', ' ') } : { text: words }),
    ...(type === 'factor' ? { kind: pick(random, FACTOR_KINDS) } : {}),
    ...(type === 'component' ? { kind: pick(random, COMPONENT_KINDS) } : {}),
    ...(type === 'event' && random() < 0.7 ? { when: at(number(90)) } : {}),
  }
  const made = { do: 'add', id, type, layer, fields, place: random() < 0.85 ? { ...place, parent } : null }
  return made
}

export function anItem(board: BoardSnapshot, random: Random, ...types: readonly Item['type'][]): Item | null {
  const all = [...board.items.values()].filter((item) => types.includes(item.type))
  return all.length > 0 ? pick(random, all) : null
}

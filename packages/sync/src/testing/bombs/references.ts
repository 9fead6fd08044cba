import { writeUint8, writeVarUint } from 'lib0/encoding'
import { after, before, between, content, forge, garbage, inRoot, inType, map } from '../forge.ts'
import { alone, type Bombs, bomb, times } from './bomb.ts'

const letters = forge([{ client: 1, clock: 0, structs: [between(null, null), between([1, 0], null)] }])
const others = forge([{ client: 2, clock: 0, structs: [between(null, null, 'places')] }])
const value = forge([{ client: 1, clock: 0, structs: [inRoot('items', 'k')] }])
/** three values in one struct under a key: what an undo may bring back */
const bundle = forge([
  {
    client: 1,
    clock: 0,
    structs: [
      content(8, (e) => {
        writeVarUint(e, 3)
        for (let i = 0; i < 3; i++) writeUint8(e, 126)
      }),
    ],
  },
])

/** Structs and deletions that name what they must not. */
export const references: Bombs = () => [
  bomb('an item that names itself', 'circular reference', alone(after(7, 0))),
  bomb('an item that is its own parent', 'circular reference', alone(inType(7, 0))),
  bomb(
    'two items that name each other',
    'circular reference',
    forge([
      { client: 8, clock: 0, structs: [after(7, 0)] },
      { client: 7, clock: 0, structs: [before(8, 0)] },
    ]),
  ),
  bomb(
    'a circle of 1,500 clients',
    'circular reference',
    forge(
      times(1500, (i) => ({
        client: 1000 + i,
        clock: 0,
        structs: [inRoot('items'), after(1000 + ((i + 1) % 1500), 1)],
      })),
    ),
  ),
  bomb(
    '10,000 items that wait for what nobody wrote',
    'unknown reference',
    alone(...times(10_000, () => after(99, 5))),
  ),
  bomb('deletions past what is here', 'deletes what nobody wrote', forge([], [[1, 0, 2 ** 39]]), [letters]),
  bomb('deletions of a client that nobody knows', 'deletes what nobody wrote', forge([], [[99, 0, 1]])),
  bomb('something in a letter', 'parent is not a type', alone(inType(1, 0)), [letters]),
  bomb(
    'a struct under the name of another',
    'written under the name of another',
    forge([{ client: 666, clock: 0, structs: [map] }]),
  ),
  bomb(
    'a client twice',
    'client twice',
    forge(times(2, () => ({ client: 7, clock: 0, structs: [garbage(1)] }))),
  ),
  bomb('a letter between two lists', 'between two lists', alone(between([1, 0], [2, 0])), [letters, others]),
  bomb('a letter before a value', 'beside a value', alone(between(null, [1, 0])), [value]),
  bomb(
    'a value after a part of what lies under its key',
    'cuts what lies under one key',
    alone(after(1, 0)),
    [bundle],
  ),
  bomb(
    'a deletion of a part of what lies under one key',
    'cuts what lies under one key',
    forge([], [[1, 1, 2]]),
    [bundle],
  ),
]

import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding'
import { content, forge, garbage, inRoot } from '../forge.ts'
import { alone, type Bombs, bomb, times } from './bomb.ts'

const raw = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes)

/** Counts and lengths that promise more than there is, or more than anybody needs. */
export const sizes: Bombs = () => [
  bomb('a count of 2^53 clients', 'ends too early', raw(255, 255, 255, 255, 255, 255, 255, 15)),
  bomb(
    'a number that ends past 2^53',
    'number too large',
    raw(255, 255, 255, 255, 255, 255, 255, 255, 255, 1),
  ),
  bomb('a number without an end', 'number too large', new Uint8Array(5000).fill(255)),
  bomb(
    'a number of five bytes that says zero, and nothing after',
    'ends too early',
    raw(128, 128, 128, 128, 0),
  ),
  bomb('200,000 clients without structs', 'too many clients', manyClients(200_000)),
  bomb(
    '450,000 structs',
    'too many structs',
    forge([{ client: 7, clock: 0, structs: times(450_000, () => garbage(1)) }]),
  ),
  bomb('450,000 ranges of deletions', 'too many deletions', manyRanges(450_000)),
  bomb('garbage as long as can be said', 'clock too large', alone(garbage(Number.MAX_SAFE_INTEGER))),
  bomb(
    'clocks near 2^53',
    'clock too large',
    forge([{ client: 7, clock: Number.MAX_SAFE_INTEGER - 1, structs: [garbage(1)] }]),
  ),
  bomb(
    'a text that is longer than the message',
    'ends too early',
    alone(content(4, (e) => writeVarUint(e, 2 ** 40))),
  ),
  bomb('more values than bytes', 'ends too early', alone(content(8, (e) => writeVarUint(e, 2 ** 40)))),
  bomb(
    '20,000 values side by side, each of which can be deleted alone',
    'too many values side by side',
    alone(
      content(8, (e) => {
        writeVarUint(e, 20_000)
        for (let i = 0; i < 20_000; i++) writeUint8(e, 126)
      }),
    ),
  ),
  bomb('bytes after its end', 'goes on after its end', Uint8Array.from([...alone(inRoot('items')), 0])),
  bomb('a gap from here to 2^39', 'gap', forge([{ client: 7, clock: 2 ** 39, structs: [inRoot('items')] }])),
]

function manyClients(n: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, n)
  for (let i = 0; i < n; i++) for (const number of [0, i, 0]) writeVarUint(encoder, number)
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

function manyRanges(n: number): Uint8Array {
  const encoder = createEncoder()
  for (const number of [0, 1, 7, n]) writeVarUint(encoder, number)
  for (let i = 0; i < n; i++) for (const number of [i * 2, 1]) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

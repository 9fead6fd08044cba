import { type Encoder, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { content, forge, inRoot, inType, map, skip } from '../forge.ts'
import { alone, type Bombs, bomb, times } from './bomb.ts'

const deepValue =
  (levels: number, kind: number) =>
  (encoder: Encoder): void => {
    writeVarUint(encoder, 1)
    for (let i = 0; i < levels; i++) {
      writeUint8(encoder, kind)
      writeVarUint(encoder, 1)
      if (kind === 118) writeVarString(encoder, 'k')
    }
    writeUint8(encoder, 126)
  }

const deepJson = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

/** Contents that some client cannot decode, or chokes on. */
export const contents: Bombs = () => [
  bomb('lists 100,000 deep in a value', 'nested too deeply', alone(content(8, deepValue(100_000, 117)))),
  bomb('objects 100,000 deep in a value', 'nested too deeply', alone(content(8, deepValue(100_000, 118)))),
  bomb(
    'JSON 100,000 deep',
    'nested too deeply',
    alone(content(5, (e) => writeVarString(e, deepJson(100_000)))),
  ),
  bomb(
    'formatting with JSON 100,000 deep',
    'nested too deeply',
    alone(
      content(6, (e) => {
        writeVarString(e, 'bold')
        writeVarString(e, deepJson(100_000))
      }),
    ),
  ),
  bomb(
    'formatting that is no JSON',
    'not JSON',
    alone(
      content(6, (e) => {
        writeVarString(e, 'bold')
        writeVarString(e, '{')
      }),
    ),
  ),
  bomb(
    'shared types 3,000 deep',
    'nested too deeply',
    forge([{ client: 7, clock: 0, structs: [map, ...times(3000, (i) => nestedIn(7, i))] }]),
  ),
  bomb('a subdocument', 'subdocument', alone(content(9, (e) => writeVarString(e, 'guid')))),
  bomb('a skip', 'skip', alone(skip(2 ** 40))),
  bomb('a content that nobody knows', 'unknown struct', alone(content(31, () => undefined))),
  bomb('a type that nobody knows', 'unknown type', alone(content(7, (e) => writeVarUint(e, 7)))),
  bomb('a root that nobody knows', 'unknown root', alone(inRoot('__proto__'))),
  bomb(
    'a key that is not UTF-8',
    'not UTF-8',
    alone((e) => {
      for (const byte of [40, 1, 5, 105, 116, 101, 109, 115, 2, 0xc3, 0x28, 1, 126]) writeUint8(e, byte)
    }),
  ),
  bomb('V2', 'goes on after its end', secondVersion()),
]

const nestedIn =
  (client: number, clock: number) =>
  (encoder: Encoder): void => {
    // a map under a key of the one before
    writeUint8(encoder, 7 | 32)
    for (const number of [0, client, clock]) writeVarUint(encoder, number)
    writeVarString(encoder, 'k')
    writeVarUint(encoder, 1)
  }

function secondVersion(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('items').set('a', inType.name)
  return Y.encodeStateAsUpdateV2(doc)
}

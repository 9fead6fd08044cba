import { seededRandom } from '@second-story/std'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { CLOSE, closeCode } from './close-codes.ts'
import { decodeCursors, encodeCursors } from './cursors.ts'
import { decodeDown, encodeDenied, encodeReached, encodeRefused, encodeSaved, encodeStep1 } from './down.ts'
import { formatLayer, LAYER_KINDS, parseLayer } from './layer.ts'
import { LIMITS } from './limits.ts'
import { AUTH, MESSAGE, SYNC } from './message-types.ts'
import { readPresence } from './presence.ts'
import { formatReach, furtherReach, parseReach } from './reach.ts'
import { mayRead, mayWrite, ROLES } from './roles.ts'
import { formatRoomName, layerOfRoom, parseRoomName } from './room-name.ts'
import { ROOT_NAMES } from './root-names.ts'
import { decodeUp, encodeMark } from './up.ts'

describe('what old tabs rely on and must not change by accident', () => {
  it('keeps the numbers of messages', () => {
    expect({ ...MESSAGE, ...SYNC, ...AUTH }).toEqual({
      sync: 0,
      awareness: 1,
      auth: 2,
      queryAwareness: 3,
      saved: 100,
      mark: 101,
      cursors: 102,
      refused: 103,
      reached: 104,
      step1: 0,
      step2: 1,
      update: 2,
      permissionDenied: 0,
    })
  })

  it('keeps the bytes of our own messages', () => {
    expect([...encodeMark(7)]).toEqual([101, 7])
    expect([...encodeSaved(300)]).toEqual([100, 172, 2])
    expect([...encodeRefused(1, 'no')]).toEqual([103, 1, 2, 110, 111])
    expect([...encodeReached({ epoch: 1, n: 300 })]).toEqual([104, 1, 172, 2])
    expect([...encodeDenied('no')]).toEqual([2, 0, 2, 110, 111])
    expect([...encodeStep1(new Uint8Array([0]))]).toEqual([0, 0, 1, 0])
  })

  it('keeps the close codes: 44xx stay away, 45xx come back', () => {
    expect(Object.values(CLOSE).map((row) => [row.code, row.id])).toEqual([
      [4401, 'sign-in'],
      [4403, 'no-access'],
      [4404, 'no-board'],
      [4410, 'reload'],
      [4422, 'refused'],
      [4503, 'draining'],
      [4513, 'too-slow'],
      [4529, 'too-fast'],
    ])
    for (const row of Object.values(CLOSE)) expect(row.comesBack).toBe(row.code >= 4500)
    expect(closeCode(4422)).toBe(CLOSE.refused)
    expect(closeCode(1006)).toBeNull()
  })

  it('keeps the names at the root of a layer', () => {
    expect(ROOT_NAMES).toEqual(['items', 'places', 'relations', 'strokes', 'prose', 'meta'])
  })
})

describe('messages from a client', () => {
  it('are read back as they were written', () => {
    expect(decodeUp(encodeMark(3))).toEqual({ type: 'mark', n: 3 })
    expect(decodeUp(encodeStep1(new Uint8Array([1, 5, 9])))).toEqual({
      type: 'step1',
      vector: new Uint8Array([1, 5, 9]),
    })
    expect(decodeUp(new Uint8Array([3]))).toEqual({ type: 'query-awareness' })
  })

  it.each([
    ['nothing', []],
    ['an unknown type', [77]],
    ['an unknown sync type', [0, 9]],
    ['a block longer than the message', [0, 2, 200, 1, 1, 2, 3]],
    ['a number that never ends', [101, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
    ['bytes after the end', [101, 1, 0]],
  ])('with %s are bad, not thrown', (_name, bytes) => {
    expect(decodeUp(new Uint8Array(bytes)).type).toBe('bad')
  })

  it('never throw, whatever the bytes', () => {
    const random = seededRandom(1)
    for (let i = 0; i < 20_000; i++) {
      const bytes = new Uint8Array(Math.floor(random() * 12)).map(() =>
        Math.floor(random() * (i % 2 ? 4 : 256)),
      )
      decodeUp(bytes)
      decodeDown(bytes)
    }
  })

  it('are never read past their end into the memory behind them', () => {
    const memory = new Uint8Array([0, 2, 10, 1, 2, 3, 115, 101, 99, 114, 101, 116, 33])
    expect(decodeUp(memory.subarray(0, 6))).toEqual({ type: 'bad', reason: 'ends too early' })
  })
})

describe('messages from the server', () => {
  it('saved, refused and reached are read by our client, all others are left to the provider', () => {
    expect(decodeDown(encodeSaved(4))).toEqual({ type: 'saved', n: 4 })
    expect(decodeDown(encodeRefused(4, 'reader'))).toEqual({ type: 'refused', n: 4, reason: 'reader' })
    const reach = { epoch: 2, n: 70_000 }
    expect(decodeDown(encodeReached(reach))).toEqual({ type: 'reached', reach })
    expect(decodeDown(encodeReached(reach).subarray(0, 2))).toBeNull()
    expect(decodeDown(encodeStep1(new Uint8Array([0])))).toBeNull()
    const cut = encoding.createEncoder()
    encoding.writeVarUint(cut, MESSAGE.refused)
    expect(decodeDown(encoding.toUint8Array(cut))).toBeNull()
  })
})

describe('how far somebody has come', () => {
  it('is written as two numbers, and anything else is none', () => {
    expect(formatReach({ epoch: 3, n: 41 })).toBe('3.41')
    expect(parseReach('3.41')).toEqual({ epoch: 3, n: 41 })
    for (const text of ['', '3', '3.', '-1.2', '1.2.3', '1e3.2', '99999999999999999.1', null, undefined])
      expect(parseReach(text)).toBeNull()
  })

  it('is further in a later epoch, or at a later row of the same', () => {
    const at = (epoch: number, n: number) => ({ epoch, n })
    expect(furtherReach(at(1, 5), at(1, 6))).toEqual(at(1, 6))
    expect(furtherReach(at(2, 1), at(1, 6))).toEqual(at(2, 1))
    expect(furtherReach(null, at(0, 0))).toEqual(at(0, 0))
    expect(furtherReach(null, null)).toBeNull()
  })
})

describe('rooms and layers', () => {
  it.each(['common.b1', 'conduct.b1', 'agents.b1', 'own.b1', 'story.b1.m1'])('%s is a room', (name) => {
    const room = parseRoomName(name)
    expect(room && formatRoomName(room)).toBe(name)
  })

  it.each([
    '',
    'common',
    'common.',
    'common.b.c',
    'own.b.m',
    'story.b',
    'story.b.m.x',
    'secret.b',
    'common.b/../x',
    'common.é',
  ])('%j is none', (name) => expect(parseRoomName(name)).toBeNull())

  it('the own room is that of whoever connects', () => {
    expect(layerOfRoom({ kind: 'own', board: 'b' }, 'ann')).toEqual({ kind: 'own', member: 'ann' })
    expect(layerOfRoom({ kind: 'story', board: 'b', member: 'bob' }, 'ann')).toEqual({
      kind: 'story',
      member: 'bob',
    })
  })

  it('a layer is stored under a name that reads back', () => {
    for (const name of ['common', 'conduct', 'agents', 'own.ann', 'story.bob']) {
      const layer = parseLayer(name)
      expect(layer && formatLayer(layer)).toBe(name)
    }
    for (const name of ['', 'own', 'common.ann', 'own.a.b', 'what']) expect(parseLayer(name)).toBeNull()
  })
})

describe('who may read and write a layer', () => {
  const table = (may: typeof mayRead, own: boolean) =>
    ROLES.map((role) => `${role}: ${LAYER_KINDS.filter((kind) => may(kind, role, own)).join(' ')}`)

  it('reads', () => {
    expect(table(mayRead, true)).toEqual([
      'owner: common conduct agents own story',
      'facilitator: common conduct agents own story',
      'deputy: common conduct agents own story',
      'agent: common conduct agents own story',
      'participant: common conduct own story',
      'observer: common conduct story',
    ])
    expect(table(mayRead, false)[0]).toBe('owner: common conduct agents')
  })

  it('writes', () => {
    expect(table(mayWrite, true)).toEqual([
      'owner: common agents own story',
      'facilitator: common agents own story',
      'deputy: common agents own story',
      'agent: common agents own story',
      'participant: common own story',
      'observer: ',
    ])
    expect(table(mayWrite, false)[0]).toBe('owner: common agents')
  })
})

describe('presence', () => {
  it('keeps what a client may say and drops the rest', () => {
    expect(
      readPresence({
        cursor: { x: 1, y: 2, z: 3 },
        selection: ['a', 7, 'b'],
        viewport: { x: 0, y: 0, zoom: 1, w: Number.NaN },
        drag: [{ id: 'a', x: 1, y: 1, by: 'z' }, { id: 'b' }, 'no'],
        typing: 'a',
        follows: 5,
        user: { name: 'Mallory' },
        mood: 'x',
      }),
    ).toEqual({
      cursor: { x: 1, y: 2 },
      selection: ['a', 'b'],
      viewport: { x: 0, y: 0, zoom: 1 },
      drag: [{ id: 'a', x: 1, y: 1 }],
      typing: 'a',
      follows: null,
    })
  })

  it('keeps where somebody is and what they ask, and nothing that is no word', () => {
    const where = { view: 'record', at: 'summary' }
    const asks = { id: 'once', view: 'map', look: { x: 1, y: 2, zoom: 1, w: 3, h: 4 } }
    expect(readPresence({ where: { ...where, more: 1 }, asks: { ...asks, more: 1 } })).toEqual({
      where,
      asks,
    })
    for (const view of ['<b>', '', 7, 'x'.repeat(21)])
      expect(readPresence({ where: { view }, asks: { id: 'a', view } })).toEqual({ where: null, asks: null })
    expect(readPresence({ asks: { view: 'map' } })).toEqual({ asks: null })
  })

  it('keeps the newest points of a line that is being drawn, whole ones alone, and nothing else about it', () => {
    const ink = { kind: 'pen', colour: 'blue', width: 'fine', points: [1, 2, 3, 4], count: 2 }
    expect(readPresence({ ink: { ...ink, id: 'a', more: 1 } })).toEqual({ ink })
    const many = Array.from({ length: 5 * LIMITS.presencePoints }, (_, i) => i)
    expect(readPresence({ ink: { ...ink, points: many } }).ink?.points).toEqual(
      many.slice(-2 * LIMITS.presencePoints),
    )
    expect(readPresence({ ink: { ...ink, colour: 7, width: 'x'.repeat(99) } }).ink).toMatchObject({
      colour: '',
      width: 'x'.repeat(16),
    })
    for (const wrong of [
      null,
      1,
      { ...ink, kind: 'brush' },
      { ...ink, points: [1] },
      { ...ink, points: ['a', 'b'] },
    ])
      expect(readPresence({ ink: wrong })).toEqual({ ink: null })
    expect(readPresence({ ink: { ...ink, points: [1, 2, Number.NaN] } }).ink?.points).toEqual([1, 2])
  })

  it('keeps a text cursor, to the depth it has', () => {
    const anchor = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 }
    expect(readPresence({ cursor: { anchor, head: { ...anchor, more: [[[]]] } } })).toEqual({
      cursor: { anchor, head: anchor },
    })
  })

  it.each([null, 1, 'x', [], undefined])('of %j is nothing', (value) =>
    expect(readPresence(value)).toEqual({}),
  )
})

describe('102 cursors', () => {
  it('come back as they went, whole and within bounds', () => {
    const cursors = [
      { client: 4294967295, x: 0, y: -1 },
      { client: 1, x: 63.4, y: -64.6 },
      { client: 2, x: 1e300, y: -1e300 },
    ]
    expect(decodeCursors(encodeCursors(cursors))).toEqual([
      { client: 4294967295, x: 0, y: -1 },
      { client: 1, x: 63, y: -65 },
      { client: 2, x: 2 ** 30, y: -(2 ** 30) },
    ])
  })

  it('are nothing else, and cut short they are nothing', () => {
    expect(decodeCursors(encodeSaved(1))).toBeNull()
    const bytes = encodeCursors([{ client: 1, x: 2, y: 3 }])
    for (let end = 0; end < bytes.length; end++) expect(decodeCursors(bytes.subarray(0, end))).toBeNull()
  })
})

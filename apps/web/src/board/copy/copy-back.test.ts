import { apply, type LayerName, parseCommands, read } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyText, readCopyText } from '../../session/copy-file.ts'
import { bringBack } from './copy-back.ts'

type Docs = Map<LayerName, Y.Doc>
const id = (name: string): string => name.padEnd(21, '0')
const add = (name: string, text: string, layer: LayerName = 'common', more: object = {}) => ({
  do: 'add',
  id: id(name),
  type: 'note',
  layer,
  fields: { text },
  ...more,
})

function run(docs: Docs, ...raw: unknown[]): void {
  const parsed = parseCommands(raw)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
}

function board(...raw: unknown[]): Docs {
  const docs: Docs = new Map([
    ['common', new Y.Doc()],
    ['conduct', new Y.Doc()],
    ['own', new Y.Doc()],
  ])
  run(docs, ...raw)
  return docs
}

function cloned(docs: Docs): Docs {
  return new Map(
    [...docs].map(([layer, doc]) => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return [layer, copy]
    }),
  )
}

/** Through the file, as a person does it. */
function back(from: Docs, to: Docs, boards: readonly [string, string] = ['b', 'b']) {
  const live = { docs: from, snapshot: read(from) }
  const copy = readCopyText(copyText({ board: boards[0], live } as never, new Date(0)))
  if (!copy) throw new Error('the file does not read')
  return bringBack(copy, boards[1], to, countedIds('new'))
}

const words = (docs: Docs) =>
  [...read(docs).items.values()].map((item) => ('text' in item ? item.text : item.type)).sort()

describe('a copy that is brought back', () => {
  it('adds what the board does not have, private words to the private layer, arrows with them', () => {
    const server = board(add('a', 'both have it'))
    const mine = cloned(server)
    run(mine, add('b', 'refused on the way'), add('c', 'for me alone', 'own'))
    run(mine, { do: 'connect', id: id('r'), from: id('b'), to: id('a'), kind: 'relates-to' })
    const brought = back(mine, server)
    expect(brought.added.map((item) => item.id)).toEqual([id('b'), id('c')])
    run(server, ...brought.commands)
    expect(words(server)).toEqual(['both have it', 'for me alone', 'refused on the way'])
    expect(server.get('common')?.getMap('items').has(id('c'))).toBe(false)
    expect(read(server).relations.size).toBe(1)
  })

  it('makes everything new: no letter stays under the hand that was refused', () => {
    const server = board(add('a', 'both'))
    const mine = cloned(server)
    run(mine, add('b', 'mine'))
    const hand = mine.get('common')?.clientID ?? 0
    run(server, ...back(mine, server).commands)
    expect(server.get('common')?.store.clients.has(hand)).toBe(false)
  })

  it('joins words that both went on with', () => {
    const server = board(add('a', 'the pager was quiet'))
    const mine = cloned(server)
    run(server, { do: 'set', id: id('a'), fields: { text: 'At first the pager was quiet' } })
    run(mine, { do: 'set', id: id('a'), fields: { text: 'the pager was quiet until 23:10' } })
    const brought = back(mine, server)
    expect([brought.added.length, brought.changed.length]).toEqual([0, 1])
    run(server, ...brought.commands)
    expect(words(server)).toEqual(['At first the pager was quiet until 23:10'])
  })

  it('takes nothing away, and does not bring back what others deleted', () => {
    const server = board(add('a', 'deleted in the copy'), add('b', 'deleted on the board'))
    const mine = cloned(server)
    run(mine, { do: 'remove', ids: [id('a')] }, { do: 'set', id: id('b'), fields: { text: 'went on' } })
    run(server, { do: 'remove', ids: [id('b')] })
    run(server, ...back(mine, server).commands)
    expect(words(server)).toEqual(['deleted in the copy'])
  })

  it('leaves alone what was deleted and restored in the copy and deleted on the board', () => {
    for (const hand of [1, 4_000_000_000]) {
      const server = board(add('a', 'argued about'), add('b', 'stays'))
      const mine = cloned(server)
      const common = mine.get('common')
      if (common) common.clientID = hand
      run(mine, { do: 'remove', ids: [id('a')] })
      run(mine, { do: 'restore', ids: [id('a')] }, add('c', 'new'))
      run(server, { do: 'remove', ids: [id('a')] })
      run(server, ...back(mine, server).commands)
      expect(words(server)).toEqual(['new', 'stays'])
    }
  })

  it('takes nothing from a file that only the server writes', () => {
    const server = board(add('a', 'x'))
    const mine = cloned(server)
    mine.set('conduct', board(add('b', 'smuggled')).get('common') ?? new Y.Doc())
    expect(back(mine, server).commands).toEqual([])
  })

  it('brings nothing the second time', () => {
    const server = board(add('a', 'x'))
    const mine = cloned(server)
    run(mine, add('b', 'y', 'common', { place: { x: 5, y: 5, w: 100, h: 80 } }))
    run(server, ...back(mine, server).commands)
    expect(read(server).items.get(id('b') as never)?.place).toMatchObject({ x: 5, y: 5 })
    expect(back(mine, server).commands).toEqual([])
  })

  it('comes whole into another board, under new ids', () => {
    const mine = board(add('a', 'one'), add('b', 'two'))
    run(mine, { do: 'connect', id: id('r'), from: id('a'), to: id('b'), kind: 'relates-to' })
    const other = board(add('a', 'something else under that id'))
    const brought = back(mine, other, ['b', 'another'])
    run(other, ...brought.commands)
    expect(words(other)).toEqual(['one', 'something else under that id', 'two'])
    expect(read(other).relations.size).toBe(1)
  })

  it('leaves out what lies in a layer that this person does not have here, and counts it', () => {
    const mine = board(add('a', 'private', 'own'))
    const observer = board()
    observer.delete('own')
    const brought = back(mine, observer)
    expect([brought.commands.length, brought.left]).toEqual([0, 1])
  })
})

describe('a file', () => {
  it('that is something else, or was bent, is no copy and breaks nothing', () => {
    for (const text of ['', '{}', 'services:\n  a:', '{"format":"second-story board copy"', '[1,2]'])
      expect(readCopyText(text)).toBeNull()
    const server = board(add('a', 'x'))
    const live = { docs: server, snapshot: read(server) }
    const copy = readCopyText(copyText({ board: 'b', live } as never, new Date(0)))
    const bent = { ...copy, layers: new Map([['common' as const, Uint8Array.of(9, 9, 9, 1)]]) }
    expect(bringBack(bent as never, 'b', server, countedIds('n')).commands).toEqual([])
  })
})

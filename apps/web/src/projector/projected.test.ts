import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardWith, idOf } from '../map/board-for-tests.ts'
import { People, type Shown } from '../presence/people.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Cell } from '../session/cell.ts'
import { projected } from './projected.ts'

const place = { x: 0, y: 0, w: 100, h: 50, parent: null, order: '' }

function open() {
  const live = boardWith(
    [
      { id: 'orders', fields: { name: 'orders' }, place },
      { id: 'secret', type: 'note', layer: 'own', fields: { text: 'only mine' }, place },
    ],
    [],
  )
  const said: Shown[] = []
  const session = {
    live,
    people: new People((shown) => said.push(shown)),
    me: new Cell({ account: 'ada', name: 'Ada', colour: 1, role: 'owner' }),
    text: () => new Y.Text(),
    layer: (name: string) => live.docs.get(name as never),
    mayWrite: () => true,
    mayFacilitate: () => true,
  } as unknown as BoardSession
  return { session, live, said, shown: projected(session, (work) => work()) }
}

describe('what a room is shown', () => {
  it('is what everybody reads: the private is not there, by no way of asking', () => {
    const { session, shown } = open()
    expect(session.live.snapshot.items.has(idOf('secret') as never)).toBe(true)
    const { snapshot, docs } = shown.session.live
    expect([...snapshot.items.values()].map((item) => item.layer)).toEqual(['common'])
    expect([...docs.keys()]).toEqual(['common'])
    expect(shown.session.text(idOf('secret') as never, 'text')).toBeNull()
    expect(shown.session.layer('own')).toBeUndefined()
    expect(JSON.stringify([...snapshot.items])).not.toContain('only mine')
  })

  it('follows what everybody writes, and a layer that is loaded anew', () => {
    const { live, shown } = open()
    const common = live.docs.get('common') as Y.Doc
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(common))
    live.addLayer('common', fresh)
    fresh.getMap('items').delete(idOf('orders'))
    expect(shown.session.live.snapshot.items.size).toBe(0)
    // a private layer that comes later stays out
    live.addLayer('agents', new Y.Doc())
    expect([...shown.session.live.docs.keys()]).toEqual(['common'])
  })

  it('writes nothing, and tells nobody anything of itself', () => {
    const { said, shown } = open()
    const { session } = shown
    expect(session.do([{ do: 'remove', ids: [idOf('orders')] }]).ok).toBe(false)
    expect(session.mayWrite() || session.mayFacilitate()).toBe(false)
    session.people.show({ cursor: { x: 1, y: 1 }, follows: 'ada' })
    expect(said).toEqual([])
    expect(session.live.snapshot.items.size).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { Stage, session } from '../testing/stage.ts'

describe('rule 6: presence is the server’s word', () => {
  const user = (account: string, role: string): object => ({
    account,
    name: account.toUpperCase(),
    colour: 1,
    role,
    kind: 'member',
  })

  it('identity comes from the session, and a client may say only what presence holds', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.join(2)
    stage.present(1, 7, 1, {
      cursor: { x: 1, y: 2 },
      user: { name: 'Boss', role: 'owner' },
      mood: 'x',
      walking: 'event',
    })
    stage.flush()
    const told = { cursor: { x: 1, y: 2 }, user: user('ann', 'participant') }
    expect(stage.take(2)).toEqual([`presence 7@2=${JSON.stringify(told)}`])
  })

  it.each([
    ['owner', true],
    ['facilitator', true],
    ['deputy', true],
    ['agent', false],
    ['participant', false],
    ['observer', false],
  ] as const)('who walks the events, and asks everybody to come: %s', (role, may) => {
    const stage = Stage.loaded()
    stage.join(1, session('ann', role))
    stage.present(1, 7, 1, {
      walking: 'event',
      asks: { id: 'once', view: 'map', look: { x: 1, y: 2, zoom: 1 } },
      where: { view: 'map' },
    })
    stage.flush()
    const told = stage.take(1).join()
    expect(told.includes('walking')).toBe(may)
    expect(told.includes('asks')).toBe(may)
    expect(told.includes('where')).toBe(true)
  })

  it('who may no longer lead no longer asks', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann', 'facilitator'))
    stage.present(1, 7, 1, { asks: { id: 'once', view: 'map' } })
    stage.flush()
    expect(stage.take(1).join()).toContain('asks')
    stage.handle({ type: 'access', connection: 1, session: session('ann', 'participant') })
    stage.flush()
    expect(stage.take(1).join()).not.toContain('asks')
  })

  it("others' states, which stock clients echo, are passed over", () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.join(2, session('bob'))
    stage.present(1, 7, 1, {})
    stage.present(2, 8, 1, {})
    stage.flush()
    stage.take(1)
    stage.present(2, 7, 99, { cursor: { x: 6, y: 6 } })
    stage.present(2, 7, 99, null)
    stage.present(2, 55, 1, {})
    stage.flush()
    expect(stage.take(1)).toEqual([])
    expect([...stage.disk.owners].sort()).toEqual([
      [7, 'ann'],
      [8, 'bob'],
    ])
  })

  it('a client that hears its own state and sends it back makes no news', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 3, {})
    stage.flush()
    stage.present(1, 7, 4, { user: user('ann', 'participant') })
    expect(stage.isAwake).toBe(false)
    stage.present(1, 7, 5, {})
    stage.flush()
    expect(stage.take(1).at(-1)).toMatch(/^presence 7@5=/)
  })

  it('who leaves is taken away; who comes sees everybody, a newcomer at clock 0 included', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 0, {})
    stage.flush()
    stage.open(2)
    expect(stage.take(2)).toEqual([
      'step1',
      `presence 7@1=${JSON.stringify({ user: user('ann', 'participant') })}`,
    ])
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    expect(stage.take(2)).toEqual(['presence 7@1=null'])
  })

  it('a state that is not renewed expires', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.join(2)
    stage.present(1, 7, 1, {})
    stage.flush()
    stage.take(2)
    stage.beat(44_000)
    stage.flush()
    expect(stage.take(2)).toEqual(['presence'])
    stage.beat(2000)
    stage.flush()
    expect(stage.take(2)).toEqual(['presence 7@2=null'])
  })

  it('a change of role is told', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ann'))
    stage.present(1, 7, 1, {})
    stage.flush()
    stage.take(1)
    stage.handle({ type: 'access', connection: 1, session: session('ann', 'observer') })
    stage.flush()
    expect(stage.take(1)).toEqual([`presence 7@3=${JSON.stringify({ user: user('ann', 'observer') })}`])
  })

  it('it lives on common alone', () => {
    const stage = Stage.loaded({ presence: false })
    stage.open(1)
    stage.join(2)
    stage.present(1, 7, 1, {})
    stage.send(1, new Uint8Array([3]))
    stage.flush()
    expect([...stage.take(1), ...stage.take(2)].filter((word) => word.startsWith('presence'))).toEqual([])
  })

  it('every client hears something at least every 25 s', () => {
    const stage = Stage.loaded({ presence: false })
    stage.join(1)
    let silence = 0
    for (let second = 0; second < 100; second++) {
      stage.beat(1000)
      silence = stage.take(1).length > 0 ? 0 : silence + 1
      expect(silence).toBeLessThan(25)
    }
  })

  it('more than presence may hold is dropped', () => {
    const stage = Stage.loaded()
    stage.join(1)
    stage.present(1, 7, 1, { typing: 'x'.repeat(70_000) })
    stage.tick()
    expect(stage.take(1)).toEqual([])
    expect(stage.closes).toEqual([])
  })
})

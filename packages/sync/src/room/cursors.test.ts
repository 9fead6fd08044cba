import { describe, expect, it } from 'vitest'
import { Stage } from '../testing/stage.ts'

/** `people` connections that show themselves under clients 101, 102 …; the first sends a mark, as our own client does. */
function crowd(people: number): Stage {
  const stage = Stage.loaded()
  for (let id = 1; id <= people; id++) {
    stage.join(id)
    stage.present(id, 100 + id, 1, { cursor: { x: 0, y: 0 }, selection: [] })
  }
  stage.mark(1, 1)
  stage.flush()
  for (let id = 1; id <= people; id++) stage.take(id)
  return stage
}

describe('rule 5: cursors in short', () => {
  it('go to our own client above a handful of people, and as awareness to a stock client', () => {
    const stage = crowd(7)
    stage.present(3, 103, 2, { cursor: { x: 10.4, y: -3 }, selection: [] })
    stage.present(4, 104, 2, { cursor: { x: 5, y: 6 }, selection: [] })
    stage.flush()
    expect(stage.take(1)).toEqual(['cursors 103:10,-3 104:5,6'])
    expect(stage.take(2).join()).toMatch(/^presence 103@3=.*"x":10.4.* 104@3=/)
  })

  it('are awareness for everybody among a few', () => {
    const stage = crowd(6)
    stage.present(3, 103, 2, { cursor: { x: 10, y: -3 }, selection: [] })
    stage.flush()
    expect(stage.take(1).join()).toContain('presence 103@3')
  })

  it('carry where somebody points last within the tick', () => {
    const stage = crowd(7)
    for (let x = 1; x <= 5; x++) stage.present(3, 103, 1 + x, { cursor: { x, y: 0 }, selection: [] })
    stage.flush()
    expect(stage.take(1)).toEqual(['cursors 103:5,0'])
  })

  it('are awareness when anything else about the person changes, or the cursor comes or goes', () => {
    const stage = crowd(7)
    stage.present(3, 103, 2, { cursor: { x: 1, y: 1 }, selection: ['a'] })
    stage.present(4, 104, 2, { cursor: null, selection: [] })
    stage.present(5, 105, 2, { cursor: { x: 9, y: 9 }, selection: [] })
    stage.flush()
    const [first, second] = stage.take(1)
    expect(first).toMatch(/^presence 103@3=.* 104@3=/)
    expect(second).toBe('cursors 105:9,9')
    stage.present(4, 104, 3, { cursor: { x: 2, y: 2 }, selection: [] })
    stage.flush()
    expect(stage.take(1).join()).toMatch(/^presence 104@4=/)
  })

  it('move nobody who has left, and who comes later sees where they point', () => {
    const stage = crowd(8)
    stage.present(3, 103, 2, { cursor: { x: 7, y: 7 }, selection: [] })
    stage.handle({ type: 'closed', connection: 3 })
    stage.present(4, 104, 2, { cursor: { x: 8, y: 8 }, selection: [] })
    stage.flush()
    expect(stage.take(1)).toEqual(['presence 103@3=null', 'cursors 104:8,8'])
    stage.open(20)
    expect(stage.take(20).join()).toContain('"x":8')
  })

  it('are told again to a slow reader who missed some', () => {
    const stage = crowd(7)
    stage.handle({ type: 'missed-presence', connection: 2 })
    expect(stage.take(2).join()).toMatch(/^presence 101@.* 107@/)
  })
})

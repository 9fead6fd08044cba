import { describe, expect, it } from 'vitest'
import { Stage, session } from '../testing/stage.ts'
import { writeAwareness, writeEntries } from './awareness.ts'

const CURSOR = { cursor: { x: 1, y: 2 } }

/** One account with two tabs: connection 1 shows itself as client 7, connection 2 says nothing about itself. */
function twoTabs(): Stage {
  const stage = Stage.loaded()
  stage.join(1, session('ada'))
  stage.join(2, session('ada'))
  stage.present(1, 7, 1, CURSOR)
  stage.flush()
  return stage
}

/** What a stock client does with what it hears: it sends it back. */
function echo(stage: Stage, id: number): void {
  for (const words of stage.take(id)) {
    const [, client, clock, json] = /^presence (\d+)@(\d+)=(.+)$/.exec(words) ?? []
    if (client === undefined || clock === undefined || json === undefined) continue
    stage.send(id, writeAwareness([{ client: Number(client), clock: Number(clock), json }]))
  }
}

describe('rule 6: a client that shows nothing of itself echoes what it hears', () => {
  it('and does not become the tab of the same account that it heard of', () => {
    const stage = twoTabs()
    stage.take(1)
    for (let n = 0; n < 3; n++) {
      echo(stage, 2)
      echo(stage, 1)
      stage.flush()
    }
    expect(stage.take(1)).toEqual([])
    stage.handle({ type: 'closed', connection: 2 })
    stage.flush()
    expect(stage.take(1)).toEqual([])
  })

  it('and does not become somebody who has left', () => {
    const stage = twoTabs()
    stage.take(2)
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    echo(stage, 2)
    stage.present(2, 8, 1, CURSOR)
    stage.flush()
    expect(stage.take(2)).toEqual([expect.stringMatching(/^presence 8@/)])
  })

  it('and does not take a client of another node for its account before the claim of that node is here', () => {
    const stage = Stage.loaded({ nodes: true })
    stage.join(2, session('ada'))
    const bytes = writeEntries([{ client: 7, clock: 3, json: JSON.stringify({ user: { account: 'bo' } }) }])
    stage.handle({ type: 'heard-presence', node: 'other', bytes, whole: true })
    stage.tick()
    echo(stage, 2)
    stage.tick()
    expect(stage.append).toBeNull()
  })

  it('and may show itself later, under a client that was here before', () => {
    const stage = twoTabs()
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    stage.take(2)
    stage.present(2, 7, 4, CURSOR)
    stage.flush()
    expect(stage.take(2)).toEqual([expect.stringMatching(/^presence 7@/)])
  })

  it('and one that was told what it said before does not unsay what it has said since', () => {
    const stage = Stage.loaded()
    stage.join(1, session('ada'))
    stage.join(2, session('bo'))
    // it was here before, and comes back: the server tells it under a clock of its own
    stage.present(1, 7, 9, CURSOR)
    stage.flush()
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    stage.open(3, session('ada'))
    stage.present(3, 7, 1, CURSOR)
    stage.flush()
    stage.present(3, 7, 2, { cursor: { x: 5, y: 5 } })
    echo(stage, 3)
    stage.flush()
    expect(stage.take(2).at(-1)).toContain('"x":5')
  })
})

describe('rule 8: who missed presence', () => {
  it('hears also who has left since', () => {
    const stage = twoTabs()
    stage.handle({ type: 'closed', connection: 1 })
    stage.flush()
    stage.take(2)
    stage.handle({ type: 'missed-presence', connection: 2 })
    expect(stage.take(2)).toEqual([expect.stringMatching(/^presence 7@\d+=null$/)])
  })
})

describe('a clock that is set back', () => {
  it('by an hour neither silences a room nor keeps those who are gone', () => {
    const stage = twoTabs()
    stage.now = 3_600_000
    stage.beat(0)
    stage.now = 0
    stage.beat(0)
    stage.take(2)
    for (let n = 0; n < 25; n++) stage.beat()
    stage.flush()
    expect(stage.take(2)).not.toEqual([])
  })
})

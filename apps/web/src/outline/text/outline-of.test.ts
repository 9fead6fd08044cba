import { type ItemId, itemId } from '@second-story/board'
import { describe, expect, it } from 'vitest'
import { at, TestBoard } from '../test-board.ts'
import { countOf, groupsOf, linesOf, type OutlineGroup } from './outline.ts'
import { outlineOf } from './outline-of.ts'
import { randomBoard } from './random-board.ts'

const say = (when: { at: string | null; words: string }): string => when.at?.slice(11, 16) ?? when.words

/** The outline as one would write it down: `## Our system`, `- orders`, `  - calls payment`. */
function written(groups: readonly OutlineGroup[]): string[] {
  return groups.flatMap((group) => {
    const lines = group.lines.flatMap((line) => [
      `- ${[line.words, line.detail].filter(Boolean).join(' | ')}`,
      ...line.links.map((link) => `  - ${link.words}`),
    ])
    const inner = written(group.groups)
    const head = `${'#'.repeat(group.level)} ${group.title}`
    return lines.length + inner.length > 0 || group.holder ? [head, ...lines, ...inner] : []
  })
}

function inBoundary(board: TestBoard, name: string, parent: string, type = 'component'): string {
  const id = board.makeId()
  const place = { x: 30, y: 60, w: 140, h: 60, parent }
  board.do([{ do: 'add', id, type, fields: { name }, place }])
  return id
}

describe('the outline of a board', () => {
  it('has boundaries as headings, and reads arrows from both ends with their direction', () => {
    const board = new TestBoard()
    const web = board.add('component', { name: 'web', kind: 'client' }, [0, 600])
    const production = board.add('boundary', { name: 'Production' }, [0, 0])
    const orders = inBoundary(board, 'orders', production)
    const zone = inBoundary(board, 'Zone a', production, 'boundary')
    const payment = inBoundary(board, 'payment', zone)
    board.connect(web, 'calls', orders)
    board.connect(orders, 'calls', payment, 'sync')
    board.connect(orders, 'network', payment)
    expect(written(outlineOf(board.shot, { say }))).toEqual([
      '## Our system',
      '- web',
      '  - calls orders',
      '### Production',
      '- orders',
      '  - calls payment (sync)',
      '  - shares a network with payment',
      '  - called by web',
      '#### Zone a',
      '- payment',
      '  - shares a network with orders',
      '  - called by orders (sync)',
    ])
  })

  it('tells how it came about by time and by part, then what helped, and the rest', () => {
    const board = new TestBoard()
    const late = board.add('event', { text: 'data gone', when: at(40) })
    board.add('event', { text: 'load rises', when: at(5) })
    const alike = board.add('factor', { text: 'names alike', marks: ['surprise'] })
    board.add('factor', { text: 'mail refused', kind: 'hid' })
    board.add('factor', { text: 'late evening', kind: 'context' })
    board.add('factor', { text: 'a copy was at hand', kind: 'limited' })
    board.add('note', { text: 'ask the network team' })
    board.add('question', { text: 'When did a restore last work?', answered: true })
    board.add('insight', { text: 'alarms can be quiet', whoNowKnows: 'on call' })
    board.add('frame', { name: 'For Monday' })
    board.add('idea', { text: 'rename the hosts', reviewer: 'platform' })
    board.connect(alike, 'contributed-to', late)
    expect(written(outlineOf(board.shot, { say }))).toEqual([
      '## How it came about',
      '### Timeline',
      '- load rises | 14:05',
      '- data gone | 14:40',
      '  - fed by names alike',
      '### Came together',
      '- names alike | surprise',
      '  - fed into data gone',
      '### Made it harder',
      '- mail refused',
      '### Background',
      '- late evening',
      '## What helped',
      '- a copy was at hand',
      '## Questions',
      '- When did a restore last work? | answered',
      '## Insights',
      '- alarms can be quiet | on call',
      '## Notes',
      '- ask the network team',
      '## Frames',
      '- For Monday | empty',
      '## Parked',
      '- rename the hosts | platform looks at it later',
    ])
  })

  it('keeps the line of what others deleted while somebody here writes in it', () => {
    const board = new TestBoard()
    const id = itemId(board.add('component', { name: 'orders' }, [0, 0]))
    board.do([{ do: 'remove', ids: [id] }])
    expect(linesOf(outlineOf(board.shot, { say }))).toEqual([])
    expect(linesOf(outlineOf(board.shot, { say, held: id }))[0]?.item.deleted).not.toBeNull()
  })

  it('keeps what lay in a deleted boundary under the one round it', () => {
    const board = new TestBoard()
    const region = board.add('boundary', { name: 'Region' }, [0, 0])
    const zone = inBoundary(board, 'Zone', region, 'boundary')
    inBoundary(board, 'orders', zone)
    board.do([{ do: 'remove', ids: [zone] }])
    expect(written(outlineOf(board.shot, { say }))).toEqual(['## Our system', '### Region', '- orders'])
  })

  it('keeps the identity of lines in which nothing changed', () => {
    const board = new TestBoard()
    const a = board.add('component', { name: 'a' }, [0, 0])
    const b = board.add('component', { name: 'b' }, [200, 0])
    board.add('component', { name: 'c' }, [400, 0])
    board.connect(a, 'calls', b)
    const before = outlineOf(board.live, { say })
    board.do([{ do: 'set', id: b, fields: { name: 'bee' } }])
    const after = outlineOf(board.live, { say, before })
    const [was, is] = [linesOf(before), linesOf(after)]
    expect(is.map((line, at) => line === was[at])).toEqual([false, false, true])
    expect(is[0]?.links[0]?.words).toBe('calls bee')
  })
})

it('names every item exactly once, and every arrow once at each of its ends, whatever the board', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const board = randomBoard(seed).shot
    const groups = outlineOf(board, { say })
    const named = linesOf(groups).map((line) => line.item.id)
    expect([...named].sort(), `seed ${seed}`).toEqual([...board.items.keys()].sort())
    const keys = groupsOf(groups).map(({ key }) => key)
    expect(new Set(keys).size, `seed ${seed}`).toBe(keys.length)
    expect(groups.reduce((sum, one) => sum + countOf(one), 0)).toBe(
      named.length - groupsOf(groups).filter(({ holder }) => holder).length,
    )
    const said = linesOf(groups).flatMap((line) => line.links.map((link) => `${line.item.id} ${link.id}`))
    const ends = [...board.relations.values()].flatMap(({ id, from, to }) =>
      [...new Set<ItemId>([from, to])].map((end) => `${end} ${id}`),
    )
    expect([...said].sort(), `seed ${seed}`).toEqual(ends.sort())
  }
}, 30_000)

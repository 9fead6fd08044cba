import { type BoardSnapshot, SAMPLES } from '@second-story/board'
import { seededRandom, shuffled } from '@second-story/std'
import { expect, test } from 'vitest'
import { toHtml } from '../html/to-html.ts'
import { toJson } from '../json/to-json.ts'
import { toMarkdown } from '../markdown/to-markdown.ts'
import type { Line, Section, SectionKey, WrittenRecord } from '../record.ts'
import { add, buildBoard, connect, prose } from '../testing/build-board.ts'
import { composeRecord } from './compose-record.ts'
import { factorSentences, flat, systemSentences } from './sentences.ts'

function section(record: WrittenRecord, key: SectionKey): Section {
  const found = record.sections.find((one) => one.key === key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}

function lines(record: WrittenRecord, key: SectionKey): readonly Line[] {
  return section(record, key).blocks.flatMap((block) => {
    switch (block.block) {
      case 'groups':
        return block.groups.flatMap((group) => group.lines)
      case 'timeline':
        return block.days.flatMap((day) => day.entries)
      case 'questions':
        return block.questions
      default:
        return []
    }
  })
}

const said = (record: WrittenRecord, key: SectionKey): string[] =>
  lines(record, key).map((line) => flat(line.words))

function everything(board: BoardSnapshot): string {
  const record = composeRecord(board)
  return [toMarkdown(record), toHtml(record), toJson(board)].join('\n\n')
}

const when = (more: Record<string, unknown>) => ({
  precision: 'exact',
  at: null,
  end: null,
  words: '',
  zone: 'UTC',
  order: '',
  ...more,
})

test('a review has its sections in their order, and says of empty ones that this is fine', () => {
  const record = composeRecord(buildBoard([prose('summary', 'It was down.')]))
  expect(record.sections.map((one) => one.key)).toEqual([
    'summary',
    'impact',
    'system',
    'description',
    'timeline',
    'factors',
    'harder',
    'helped',
    'surprises',
    'learnt',
    'questions',
  ])
  expect(section(record, 'summary').blocks).toHaveLength(1)
  expect(section(record, 'learnt').blocks).toEqual([])
  expect(toMarkdown(record)).toContain('## What we learnt\n\n_None written, and that is fine._')
  expect(toHtml(record)).toContain('None written, and that is fine.')
})

test('on a Chaos Day the sketch comes second; a blank board leaves out what is empty', () => {
  const chaos = composeRecord(buildBoard([], { kind: 'chaos-day' }))
  expect(chaos.sections.slice(0, 2).map((one) => one.key)).toEqual(['summary', 'system'])
  const blank = composeRecord(buildBoard([], { kind: 'blank' }))
  expect(blank.sections.map((one) => one.key)).toEqual(['summary', 'impact', 'description'])
})

test('only what is common is read: nothing private is in any export', () => {
  const common = [add('orders', 'component', { name: 'orders' }), add('load', 'factor', { text: 'Load' })]
  const secret = { layer: 'own' }
  const board = buildBoard([
    ...common,
    add('mine', 'component', { name: 'CANARY' }, secret),
    add('quiet', 'factor', { text: 'CANARY', marks: ['surprise'] }, secret),
    add('thought', 'insight', { text: 'CANARY' }, secret),
    add('ask', 'question', { text: 'CANARY' }, secret),
    add('then', 'event', { text: 'CANARY' }, secret),
    connect('quiet', 'about', 'orders'),
    connect('load', 'relates-to', 'quiet', 'CANARY'),
  ])
  expect(everything(board)).not.toContain('CANARY')
  expect(everything(board)).toBe(everything(buildBoard(common)))
})

test('events left out of the record are nowhere in it, not even behind an arrow', () => {
  const board = buildBoard([
    add('load', 'factor', { text: 'Load' }),
    add('lunch', 'event', { text: 'CANARY', leaveOutOfRecord: true }),
    connect('load', 'contributed-to', 'lunch'),
  ])
  expect(everything(board)).not.toContain('CANARY')
})

test('parked ideas come in only where the facilitator says so', () => {
  const commands = [add('idea', 'idea', { text: 'Alert on refused mail', reviewer: 'Platform team' })]
  expect(everything(buildBoard(commands))).not.toContain('refused mail')
  const record = composeRecord(buildBoard(commands, { parkedInRecord: true }))
  expect(said(record, 'parked')).toEqual(['Alert on refused mail'])
})

test('the timeline is told by day, in the zone of the board', () => {
  const board = buildBoard(
    [
      add('b', 'event', {
        text: 'Data removed',
        when: when({ precision: 'approx', at: '2017-01-31T23:27:00Z' }),
      }),
      add('a', 'event', { text: 'Pager', when: when({ at: '2017-01-31T21:00:00Z' }) }),
    ],
    { zone: 'Europe/Berlin' },
  )
  const record = composeRecord(board)
  const [block] = section(record, 'timeline').blocks
  expect(
    block?.block === 'timeline' && block.days.map((day) => [day.title, day.entries.map((one) => one.when)]),
  ).toEqual([
    ['31 January 2017', ['22:00']],
    ['1 February 2017', ['~00:27']],
  ])
  expect(record.dates).toBe('31 January 2017, 22:00 to 1 February 2017, 00:27')
  expect(record.times).toBe('All times in Europe/Berlin (GMT+1).')
})

test('the web of factors as text says every arrow of the picture', () => {
  const board = buildBoard([
    add('primary', 'component', { name: 'Primary' }),
    add('spam', 'factor', { text: 'Spam', kind: 'contributed-to', level: 'external' }),
    add('single', 'factor', { text: 'One primary', kind: 'enabled' }),
    add('wiki', 'factor', { text: 'Wikis apart', kind: 'limited' }),
    add('late', 'factor', { text: 'Late', kind: 'context' }),
    add('load', 'event', { text: 'Load rises' }),
    add('gone', 'event', { text: 'Data removed' }),
    connect('spam', 'contributed-to', 'load'),
    connect('single', 'enabled', 'load'),
    connect('spam', 'about', 'primary'),
    connect('wiki', 'limited', 'gone'),
    connect('late', 'relates-to', 'gone'),
    connect('load', 'led-to', 'gone'),
    connect('load', 'shaped', 'late'),
  ])
  expect(factorSentences(board)).toEqual([
    'Came together: One primary; fed into “Load rises”, together with “Spam”.',
    'Came together: Spam; fed into “Load rises”; in Primary; outside world.',
    'Helped: Wikis apart; held back “Data removed”.',
    'Background: Late; goes with “Data removed”; shaped by “Load rises”.',
    'From event to event: “Load rises” fed into “Data removed”.',
  ])
})

test('the system as text says what each component does', () => {
  const board = buildBoard([
    add('orders', 'component', { name: 'orders', technology: 'Java' }),
    add('db', 'component', { name: 'orders-db', kind: 'datastore' }),
    add('pay', 'component', { name: 'payment', kind: 'external', control: 'not-ours' }),
    connect('orders', 'calls', 'pay', 'http'),
    connect('orders', 'writes', 'db'),
  ])
  expect(systemSentences(board)).toEqual([
    'orders (service, Java) writes to orders-db, calls payment (http).',
    'orders-db (datastore).',
    'payment (external); not ours.',
  ])
})

test('what helped also holds luck and what went well; a risk is still there', () => {
  const record = composeRecord(
    buildBoard([
      add('a', 'factor', { text: 'A copy made by hand', kind: 'helped', marks: ['luck'] }),
      add('b', 'factor', { text: 'Open notes', kind: 'context', marks: ['went-well'] }),
      add('c', 'factor', { text: 'One replica', kind: 'risk', marks: ['surprise'] }),
      add('d', 'factor', { text: 'Silent tool', kind: 'hid' }),
      add('q', 'question', { text: 'Who knew?', answered: false }),
      add('r', 'question', { text: 'Answered?', answered: true }),
      add('i', 'insight', { text: 'Waiting looks like hanging' }),
    ]),
  )
  expect(said(record, 'helped')).toEqual(['A copy made by hand', 'Open notes'])
  expect(said(record, 'harder')).toEqual(['Silent tool'])
  expect(said(record, 'surprises')).toEqual(['One replica'])
  expect(said(record, 'questions')).toEqual(['Who knew?', 'One replica'])
  expect(said(record, 'learnt')).toEqual(['Waiting looks like hanging'])
})

test('sources are numbered as they are first cited, the same one once', () => {
  const log = { id: 'x', kind: 'log', title: 'Postmortem', url: 'https://example.org/p' }
  const record = composeRecord(
    buildBoard([
      add('a', 'event', { text: 'one', when: when({ at: '2017-01-31T21:00:00Z' }), sources: [log] }),
      add('b', 'event', {
        text: 'two',
        when: when({ at: '2017-01-31T22:00:00Z' }),
        sources: [
          { id: 'm', kind: 'memory', title: '' },
          { ...log, id: 'y', excerpt: 'It hung.' },
        ],
      }),
    ]),
  )
  expect(record.sources.map((source) => [source.number, source.kind, source.title])).toEqual([
    [1, 'log', 'Postmortem'],
    [2, 'from memory', 'from memory'],
  ])
  expect(lines(record, 'timeline').map((line) => [line.sources, line.excerpts])).toEqual([
    [[1], []],
    [[1, 2], ['It hung.']],
  ])
})

for (const sample of SAMPLES) {
  test(`${sample.name}: equal boards give equal bytes, in whatever order they were written`, () => {
    const { commands, conduct } = sample.build()
    const first = everything(buildBoard(JSON.parse(JSON.stringify(commands)), conduct))
    const adds = commands.filter((command) => command.do === 'add')
    const parents = adds.filter((command) => command.type === 'boundary' || command.type === 'frame')
    const others = adds.filter((command) => !parents.includes(command))
    const rest = commands.filter((command) => command.do !== 'add')
    for (let seed = 1; seed <= 4; seed += 1) {
      const random = seededRandom(seed)
      const mixed = [...shuffled(parents, random), ...shuffled(others, random), ...shuffled(rest, random)]
      expect(everything(buildBoard(JSON.parse(JSON.stringify(mixed)), conduct))).toBe(first)
    }
  })
}

test('no word ranks or names a root', () => {
  const { commands, conduct } = SAMPLES[0]?.build() ?? { commands: [], conduct: {} }
  const text = everything(buildBoard(JSON.parse(JSON.stringify(commands)), conduct))
  expect(text).not.toMatch(/root cause|main cause|most important/i)
})

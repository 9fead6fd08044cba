import { id } from './story.ts'

type Box = readonly [x: number, y: number, w: number, h: number]

const KINDS = [
  'service',
  'datastore',
  'cache',
  'queue',
  'gateway',
  'job',
  'function',
  'client',
  'role',
  'external',
  'observability',
  'unknown',
]

/** One of each shape and arrow that a map can show, side by side on about 1300 by 640 units. */
export function oneOfEach(): readonly unknown[] {
  return [
    add('region', 'boundary', [0, 0, 640, 380], { name: 'Region north', kind: 'region' }),
    add('team', 'boundary', [24, 40, 400, 190], { name: 'Team checkout', kind: 'team', tint: 'b' }),
    add('page', 'frame', [0, 430, 640, 190], { name: 'A frame' }),
    ...KINDS.map((kind, at) =>
      add(
        kind,
        'component',
        [48 + (at % 3) * 200, 70 + Math.floor(at / 3) * 76 + (at > 5 ? 20 : 0), 144, 56],
        {
          name: kind === 'client' ? 'A name that is cut because it is long' : kind,
          kind,
          technology: 'tech 1.2',
        },
      ),
    ),
    add('theirs', 'component', [24, 470, 144, 56], { name: 'theirs', control: 'not-ours' }),
    add('off', 'component', [24, 546, 144, 56], { name: 'off limits', offLimits: true }),
    add('note', 'note', [200, 466, 168, 88], { text: 'A note of\nseveral words that run over two lines' }),
    add('asked', 'question', [420, 466, 184, 88], { text: 'Who else knew of it?' }),
    add('words', 'text', [200, 572, 240, 32], { text: 'Words straight on the page', size: 'title' }),
    event('exact', [700, 40], 'Load rises', { precision: 'exact', at: at('22:10') }),
    event('about', [700, 100], 'A page goes out', { precision: 'approx', at: at('22:40') }, [
      { id: 'log', kind: 'log', title: 'Broker log', url: 'https://example.org/log' },
    ]),
    event('while', [700, 160], 'Quiet', { precision: 'range', at: at('22:50'), end: at('23:20') }),
    event('drained', [700, 220], 'Drained', { precision: 'unknown', words: 'after midnight' }),
    factor('came', 'contributed-to', [960, 40], 'The queue had no bound', ['surprise']),
    factor('harder', 'made-difficult', [960, 150], 'The alarm looked elsewhere', ['luck', 'still-there']),
    factor('helped', 'helped', [960, 260], 'A runbook was at hand', ['went-well']),
    factor('context', 'context', [960, 370], 'It was the week of the sale', ['normal-work']),
    factor('risk', 'risk', [960, 480], 'It may come again', []),
    add('learnt', 'insight', [700, 300, 184, 80], { text: 'An alarm can be quiet', whoNowKnows: 'on call' }),
    add('sketch', 'note', [700, 430, 168, 88], { text: 'Beside the web' }),
    connect('service', 'calls', 'datastore', 'https'),
    connect('datastore', 'replicates-to', 'cache'),
    connect('queue', 'publishes', 'gateway'),
    connect('function', 'reads', 'client'),
    connect('service', 'calls', 'queue'),
    connect('role', 'calls', 'role'),
    connect('came', 'contributed-to', 'exact'),
    connect('harder', 'hid', 'about'),
    connect('helped', 'limited', 'drained'),
    connect('context', 'relates-to', 'helped'),
    connect('harder', 'supports', 'while'),
    connect('came', 'made-worse', 'harder'),
    connect('came', 'about', 'queue'),
    connect('learnt', 'from', 'helped'),
  ]
}

function at(clock: string): string {
  return `2024-11-29T${clock}:00Z`
}

function event(
  name: string,
  [x, y]: readonly [number, number],
  text: string,
  when: Record<string, unknown>,
  sources: readonly unknown[] = [],
): unknown {
  const full = { at: null, end: null, words: '', zone: 'UTC', order: '', ...when }
  return add(name, 'event', [x, y, 184, 44], { text, when: full, sources })
}

function factor(
  name: string,
  kind: string,
  [x, y]: readonly [number, number],
  text: string,
  marks: readonly string[],
): unknown {
  return add(name, 'factor', [x, y, 224, 80], { text, kind, marks, level: 'tooling' })
}

function add(name: string, type: string, [x, y, w, h]: Box, fields: object): unknown {
  return { do: 'add', id: id(name), type, fields, place: { x, y, w, h } }
}

function connect(from: string, kind: string, to: string, label = ''): unknown {
  return { do: 'connect', id: id(`${from}-${kind}-${to}`), from: id(from), to: id(to), kind, label }
}

/** An id of the right length that says what it is. */
export function id(name: string): string {
  return `${name}-${'0'.repeat(21)}`.slice(0, 21)
}

/** A small incident, made up for these tests: something for every section of the record. */
export function storyOfANight(): readonly unknown[] {
  return [
    add('orders', 'component', { name: 'orders' }, [0, 0]),
    add('broker', 'component', { name: 'broker', kind: 'queue' }, [320, 0]),
    connect('orders', 'publishes', 'broker'),
    event('rises', 'The queue grows', at('22:10'), 0, {
      sources: [{ id: 'log', kind: 'log', title: 'Broker log', url: 'https://example.org/log' }],
    }),
    event('page', 'A page goes out', at('22:40'), 160),
    event('lunch', 'Lunch is late', at('22:45'), 320, { leaveOutOfRecord: true }),
    event('drained', 'The queue is drained', { precision: 'unknown', words: 'after midnight' }, 480),
    factor('unbounded', 'The queue had no bound', 'contributed-to', 0),
    factor('quiet', 'The alarm looked at another queue', 'made-difficult', 120),
    factor('runbook', 'A runbook for draining was at hand', 'helped', 240),
    factor('late', 'It was the week of the sale', 'context', 360),
    connect('unbounded', 'contributed-to', 'rises'),
    connect('quiet', 'hid', 'rises'),
    connect('runbook', 'helped', 'drained'),
    connect('late', 'relates-to', 'rises'),
    connect('lunch', 'relates-to', 'late'),
    connect('unbounded', 'about', 'broker'),
    add('learnt', 'insight', { text: 'An alarm can be quiet because it looks elsewhere' }, [900, 480]),
    add('asked', 'question', { text: 'Which other queues have no bound?' }, [900, 600]),
    add('parked', 'idea', { text: 'Bound every queue' }),
  ]
}

function at(clock: string): Record<string, unknown> {
  return { precision: 'exact', at: `2024-11-29T${clock}:00Z` }
}

function event(
  name: string,
  text: string,
  when: Record<string, unknown>,
  y: number,
  more: Record<string, unknown> = {},
): unknown {
  const full = { precision: 'exact', at: null, end: null, words: '', zone: 'UTC', order: '', ...when }
  return add(name, 'event', { text, when: full, ...more }, [900, y])
}

function factor(name: string, text: string, kind: string, y: number): unknown {
  const marks = name === 'quiet' ? ['surprise'] : []
  return add(name, 'factor', { text, kind, marks }, [1300, y])
}

function add(name: string, type: string, fields: object, at?: readonly [number, number]): unknown {
  const place = at ? { x: at[0], y: at[1], w: 176, h: 72 } : undefined
  return { do: 'add', id: id(name), type, fields, ...(place ? { place } : {}) }
}

function connect(from: string, kind: string, to: string): unknown {
  return { do: 'connect', id: id(`${from}-${kind}-${to}`), from: id(from), to: id(to), kind }
}

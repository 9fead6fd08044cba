import { seededRandom } from '@second-story/std'

const WORDS =
  'gateway queue billing ledger search cache worker retry latency staffing budget morale outage alert deploy review backlog schema tenant audit risk delay cost load'.split(
    ' ',
  )
const KINDS = ['service', 'datastore', 'cache', 'queue', 'gateway', 'job'] as const

export function benchId(kind: string, n: number): string {
  return `${kind}${'0'.repeat(21)}`.slice(0, 21 - String(n).length) + n
}

/** Commands for a board of `n` components on a jittered grid with 1.3 arrows each, the same for the same seed. */
export function makeBoard(n: number, seed = 7): unknown[] {
  const random = seededRandom(seed)
  const columns = Math.max(1, Math.round(Math.sqrt(n * 1.6)))
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? 'load'
  const commands: unknown[] = []
  for (let i = 0; i < n; i++) {
    commands.push({
      do: 'add',
      id: benchId('n', i),
      type: 'component',
      fields: {
        name: `${word()} ${word()} ${i}`,
        kind: KINDS[Math.floor(random() * KINDS.length)],
        technology: word(),
      },
      place: {
        x: Math.round((i % columns) * 208 + random() * 24),
        y: Math.round(Math.floor(i / columns) * 112 + random() * 24),
        w: 144,
        h: 56,
      },
    })
  }
  for (let i = 0; i < Math.floor(n * 1.3); i++) {
    const from = i % n
    const step =
      random() < 0.9 ? Math.round((random() - 0.5) * 6) + columns * Math.round((random() - 0.5) * 4) : 0
    const near = from + step
    const to = step !== 0 && near >= 0 && near < n ? near : Math.floor(random() * n)
    if (to === from) continue
    commands.push({
      do: 'connect',
      id: benchId('r', i),
      from: benchId('n', from),
      to: benchId('n', to),
      kind: 'calls',
    })
  }
  return commands
}

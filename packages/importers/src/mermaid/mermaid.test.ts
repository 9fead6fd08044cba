import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const SHOP = `---
title: The shop
---
%%{init: {"theme": "dark"}}%%
flowchart LR
  classDef hot fill:#f00
  user([User]) -->|HTTPS| edge{{"Edge<br/>(Envoy)"}}:::hot
  subgraph core [Core systems]
    direction TB
    edge --> web(Web) & api["API #quot;v2#quot;"]
    api -- "reads from" --> db[(Orders DB)]
    subgraph "Async part"
      bus@{ shape: das, label: "Kafka" }
    end
  end
  api ==> bus -.->|events| worker-1; worker-1 <--> db
  web --- pay.ment ~~~ x
  Internet --> core
  click web "javascript:alert(1)"
  click api href "https://example.com/api"
  class web hot
  evil["<img src=x onerror=alert(1)><script>x</script>"]
`

test('subgraphs become boundaries, nodes components by shape and words, links arrows', () => {
  const t = new TestBoard()
  const result = t.import({ text: SHOP })
  expect(result.format).toBe('mermaid')
  expect(t.components).toEqual({
    User: 'client',
    Edge: 'gateway, Envoy',
    Web: 'service',
    'API "v2"': 'service',
    'Orders DB': 'datastore',
    Kafka: 'queue',
    'worker-1': 'service',
    'pay.ment': 'service',
    x: 'service',
    Internet: 'external',
    '<script>x</script>': 'service',
  })
  expect(t.arrows).toEqual([
    'API "v2" publishes Kafka',
    'API "v2" reads Orders DB reads from',
    'Edge calls API "v2"',
    'Edge calls Web',
    'Internet calls Core systems',
    'Kafka publishes worker-1 events',
    'Orders DB calls worker-1',
    'User calls Edge HTTPS',
    'Web network pay.ment',
    'worker-1 calls Orders DB',
  ])
  expect(t.insides['Async part']).toEqual(['Kafka'])
  expect(t.insides['Core systems']).toContain('Async part')
  expect(result.notes.map((note) => `${note.line ?? ''} ${note.message}`)).toEqual([
    ' The link of “web” is not http, https or mailto and was left out.',
    '6 3 lines about looks or direction were left out.',
  ])
})

test('a flowchart in a Markdown file is read with the lines of that file', () => {
  const t = new TestBoard()
  const text =
    '# Shop\n\n```mermaid\nsequenceDiagram\n a->>b: x\n```\n\n```mermaid\ngraph TD\n a --> b\n !!! ?\n```\n'
  const bad = tryImport({ name: 'README.md', text })
  expect(bad).toMatchObject({ ok: false, error: { line: 11 } })
  t.import({ name: 'README.md', text: text.replace(' !!! ?\n', ' (( odd\n') })
  expect(t.arrows).toEqual(['a calls b'])
})

test.each([
  ['flowchart TD\n a[open --> b', 'malformed', 2, 3],
  ['flowchart TD\n a["open --> b', 'malformed', 2, 3],
  ['flowchart TD\n a -->|open b', 'malformed', 2, 7],
  ['flowchart TD\n a -- open b', 'malformed', 2, 4],
  ['flowchart TD\n a -->', 'malformed', 2, 3],
  ['flowchart TD\n subgraph x\n a', 'malformed', 2, 2],
  ['flowchart TD\n end', 'malformed', 2, 2],
  [`flowchart TD\n${'subgraph a\n'.repeat(1_000)}`, 'too-deep', 22, 1],
  [
    `flowchart TD\n${Array.from({ length: 200 }, (_, i) => `a${i}`).join(' & ')} --> ${Array.from({ length: 200 }, (_, i) => `b${i}`).join(' & ')}`,
    'too-many',
    2,
    null,
  ],
  ['flowchart TD\n %% nothing\n', 'nothing-to-draw', undefined, null],
])('%# a broken or hostile flowchart gives a sentence with its place', (text, id, line, column) => {
  const result = tryImport({ name: 'a.mmd', text })
  if (result.ok) throw new Error('imported')
  expect([result.error.id, result.error.line]).toEqual([id, line])
  if (column !== null) expect(result.error.column).toBe(column)
})

test('a diagram of another kind says that only flowcharts are read', () => {
  const result = tryImport({ name: 'a.mmd', text: 'sequenceDiagram\n a->>b: hi' })
  expect(result).toMatchObject({ ok: false, error: { id: 'malformed', line: 1 } })
})

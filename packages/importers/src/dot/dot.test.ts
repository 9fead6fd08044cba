import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const SHOP = `/* the shop */
digraph Shop {
  rankdir=LR; node [shape=box];
  # left by a preprocessor
  subgraph cluster_core {
    label = "Core & Co";
    web [label="Web\\n(nginx)"]
    orders;
    subgraph cluster_data { label=<<b>Data</b> store>; db [shape=cylinder, label="orders"] }
  }
  user -> web:http:n [label="HTTPS"]
  web -> {orders, "pay" + "ment"} -> db;
  orders -> bus [label=<publishes<br/>orders>];
  bus [label="{<p>bus|Kafka}", shape=record, URL="javascript:alert(1)"]
  payment [URL="https://example.com/pay"]
  db -> db2 [dir=both, label="replicates"]
  "<script>alert(1)</script>" -> web
}`

test('clusters become boundaries, nodes components, edges arrows with their words', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'shop.dot', text: SHOP })
  expect(result.format).toBe('dot')
  expect(t.components).toEqual({
    Web: 'gateway, nginx',
    orders: 'datastore',
    user: 'client',
    bus: 'queue, Kafka',
    payment: 'service',
    db2: 'datastore',
    '<script>alert(1)</script>': 'service',
  })
  expect(t.arrows).toEqual([
    '<script>alert(1)</script> calls Web',
    'Web calls orders',
    'Web calls payment',
    'db2 replicates-to orders replicates',
    'orders calls orders',
    'orders publishes bus publishes orders',
    'orders replicates-to db2 replicates',
    'payment calls orders',
    'user calls Web HTTPS',
  ])
  expect(t.insides).toEqual({
    Shop: ['Core & Co', '<script>alert(1)</script>', 'bus', 'db2', 'payment', 'user'].sort(),
    'Core & Co': ['Data store', 'Web', 'orders'],
    'Data store': ['orders'],
  })
  expect(result.notes).toEqual([
    { message: 'The link of “bus” is not http, https or mailto and was left out.', line: 13, column: 13 },
  ])
})

test('a graph of terraform has resources, and arrows that say what is built first', () => {
  const t = new TestBoard()
  const result = t.import({
    text: `digraph {
  compound = "true"
  subgraph "root" {
    "[root] aws_db_instance.main (expand)" [label = "aws_db_instance.main", shape = "box"]
    "[root] aws_lambda_function.fn (expand)" [label = "aws_lambda_function.fn", shape = "box"]
    "[root] provider[\\"registry.terraform.io/hashicorp/aws\\"]" [label = "provider", shape = "diamond"]
    "[root] aws_lambda_function.fn (expand)" -> "[root] aws_db_instance.main (expand)"
    "[root] var.region" -> "[root] root"
  }
}`,
  })
  expect(t.components).toEqual({
    'aws_db_instance.main': 'datastore',
    'aws_lambda_function.fn': 'function',
  })
  expect(t.arrows).toEqual(['aws_lambda_function.fn depends-on aws_db_instance.main'])
  expect(result.notes[0]?.message).toMatch(/^3 providers/)
})

test.each([
  ['digraph { a -> }', 'malformed', 1, 16],
  ['digraph {\n a -> b', 'malformed', 2, 8],
  ['digraph {\n a [label="x }', 'malformed', 2, 11],
  ['digraph {\n a [label=<b }', 'malformed', 2, 11],
  ['digraph { a ? b }', 'malformed', 1, 13],
  [`digraph { ${'{'.repeat(1_000)}`, 'too-deep', 1, 31],
  [
    `digraph { {${'a b c d e f g '.repeat(30)} x1 x2} -> {${Array.from({ length: 3_000 }, (_, i) => `y${i}`).join(' ')}} }`,
    'too-many',
    1,
    null,
  ],
  ['digraph {}', 'nothing-to-draw', undefined, null],
])('%# a broken or hostile graph gives a sentence with its place', (text, id, line, column) => {
  const result = tryImport({ name: 'a.dot', text })
  if (result.ok) throw new Error('imported')
  expect([result.error.id, result.error.line]).toEqual([id, line])
  if (column !== null) expect(result.error.column).toBe(column)
})

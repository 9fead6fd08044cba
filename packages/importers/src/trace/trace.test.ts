import { flowsOf, stepsOf } from '@second-story/board'
import { countedIds } from '@second-story/std'
import { expect, test } from 'vitest'
import { importText } from '../import-text.ts'
import { takeChanges } from '../merge/take.ts'
import { TestBoard, tryImport } from '../testing.ts'

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } })
const resource = (service: string, spans: object[]) => ({
  resource: { attributes: [attribute('service.name', service)] },
  scopeSpans: [{ spans: spans.map((span) => ({ traceId: 't', ...span })) }],
})
const OTLP = {
  resourceSpans: [
    resource('web', [
      { spanId: '1', kind: 2, name: 'GET /' },
      {
        spanId: '2',
        parentSpanId: '1',
        kind: 3,
        name: 'orders',
        attributes: [attribute('rpc.system', 'grpc')],
      },
      {
        spanId: '9',
        parentSpanId: '1',
        kind: 3,
        name: 'pay',
        attributes: [attribute('peer.service', 'payments.example'), attribute('http.method', 'POST')],
        status: { code: 2 },
      },
    ]),
    resource('orders', [
      {
        spanId: '3',
        parentSpanId: '2',
        kind: 2,
        name: 'Place',
        attributes: [attribute('rpc.system', 'grpc')],
      },
      {
        spanId: '4',
        parentSpanId: '3',
        kind: 3,
        name: 'INSERT',
        attributes: [attribute('db.system', 'postgresql'), attribute('db.name', 'orders-db')],
      },
      {
        spanId: '5',
        parentSpanId: '3',
        kind: 'SPAN_KIND_PRODUCER',
        name: 'send',
        attributes: [attribute('messaging.system', 'kafka')],
      },
    ]),
    resource('mailer', [
      {
        spanId: '6',
        parentSpanId: '5',
        kind: 5,
        name: 'process',
        attributes: [attribute('messaging.system', 'kafka')],
      },
      { spanId: '7', parentSpanId: 'lost', kind: 2, name: 'x' },
    ]),
    resource('', [{ spanId: '8' }]),
  ],
}
const ARROWS = [
  'mailer consumes kafka 1 call',
  'orders calls orders-db 1 call',
  'orders publishes kafka 1 call',
  'web calls orders gRPC, 1 call',
  'web calls payments.example HTTP, 1 call, 1 failed',
]

test('an OTLP trace says who called whom, and whom they reached that sent nothing', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'a.json', text: JSON.stringify(OTLP) })
  expect(result.format).toBe('otlp-trace')
  expect(t.components).toEqual({
    web: 'service',
    orders: 'service',
    mailer: 'service',
    kafka: 'queue, kafka',
    'orders-db': 'datastore, postgresql',
    'payments.example': 'service',
  })
  expect(t.arrows).toEqual(ARROWS)
  expect(result.notes.map((note) => note.message)).toEqual([
    '1 steps without the name of a service were left out.',
    '1 steps whose caller is not in this file begin on their own.',
  ])
})

test('the same trace as Jaeger has it gives the same', () => {
  const tags = (given: Record<string, string>) =>
    Object.entries(given).map(([key, value]) => ({ key, value }))
  const span = (spanID: string, parent: string, processID: string, given: Record<string, string>) => ({
    traceID: 't',
    spanID,
    operationName: 'x',
    processID,
    references: parent === '' ? [] : [{ refType: 'CHILD_OF', traceID: 't', spanID: parent }],
    tags: tags(given),
  })
  const text = JSON.stringify({
    data: [
      {
        traceID: 't',
        processes: {
          p1: { serviceName: 'web' },
          p2: { serviceName: 'orders' },
          p3: { serviceName: 'mailer' },
        },
        spans: [
          span('1', '', 'p1', { 'span.kind': 'server' }),
          span('2', '1', 'p1', { 'span.kind': 'client' }),
          span('9', '1', 'p1', {
            'span.kind': 'client',
            'peer.service': 'payments.example',
            'http.method': 'POST',
            error: 'true',
          }),
          span('3', '2', 'p2', { 'span.kind': 'server', 'rpc.system': 'grpc' }),
          span('4', '3', 'p2', { 'span.kind': 'client', 'db.system': 'postgresql', 'db.name': 'orders-db' }),
          span('5', '3', 'p2', { 'span.kind': 'producer', 'messaging.system': 'kafka' }),
          span('6', '5', 'p3', { 'span.kind': 'consumer', 'messaging.system': 'kafka' }),
        ],
      },
    ],
  })
  const t = new TestBoard()
  expect(t.import({ text }).format).toBe('jaeger-trace')
  expect(t.arrows).toEqual(ARROWS)
})

test('a Zipkin trace: sides that share an id, and a broker named as the other side', () => {
  const text = JSON.stringify([
    { traceId: 't', id: '1', kind: 'CLIENT', localEndpoint: { serviceName: 'web' } },
    {
      traceId: 't',
      id: '1',
      kind: 'SERVER',
      shared: true,
      localEndpoint: { serviceName: 'orders' },
      tags: { 'http.method': 'GET' },
    },
    {
      traceId: 't',
      id: '2',
      parentId: '1',
      kind: 'PRODUCER',
      localEndpoint: { serviceName: 'orders' },
      remoteEndpoint: { serviceName: 'kafka' },
    },
    {
      traceId: 't',
      id: '3',
      parentId: '2',
      kind: 'CONSUMER',
      localEndpoint: { serviceName: 'mailer' },
      remoteEndpoint: { serviceName: 'kafka' },
    },
  ])
  const t = new TestBoard()
  expect(t.import({ text }).format).toBe('zipkin-trace')
  expect(t.arrows).toEqual([
    'mailer consumes kafka 1 call',
    'orders publishes kafka 1 call',
    'web calls orders HTTP, 1 call',
  ])
})

test('steps that are their own callers are read, and a trace of nobody is refused', () => {
  const loop = JSON.stringify([
    { traceId: 't', id: '1', parentId: '2', localEndpoint: { serviceName: 'a' } },
    { traceId: 't', id: '2', parentId: '1', localEndpoint: { serviceName: '__proto__' } },
  ])
  const t = new TestBoard()
  t.import({ text: loop })
  expect(t.arrows).toEqual(['__proto__ calls a 1 call', 'a calls __proto__ 1 call'])
  const nobody = tryImport({ text: '[{"traceId": "t", "id": "1", "localEndpoint": {}}]' })
  expect(nobody).toMatchObject({ ok: false, error: { id: 'nothing-to-draw', line: 1 } })
})

const said = (t: TestBoard) => {
  const [flow] = flowsOf(t.board)
  if (!flow) throw new Error('no flow')
  const name = (id: string | undefined): string => {
    const item = id ? t.board.items.get(id as never) : undefined
    return item && 'name' in item ? item.name : '?'
  }
  return stepsOf(t.board, flow).map(({ arrow, at, words }) =>
    arrow ? `${name(arrow.from)} > ${name(arrow.to)}: ${words}` : `${name(at?.id)}: ${words}`,
  )
}

test('a trace is a flow too: callers before those they call, in the order in which they began', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'a.json', text: JSON.stringify(OTLP) })
  expect(said(t)).toEqual([
    'web > orders: Place',
    'orders > orders-db: INSERT',
    'orders > kafka: send',
    'mailer > kafka: process',
    'web > payments.example: pay, failed',
  ])
  // what is counted as added are things and arrows
  expect(result.added).toEqual({ items: 6, relations: 5 })
})

test('the same trace again adds no flow; another of the same request changes it, unless people wrote in it', () => {
  const spans = (...names: string[]) =>
    JSON.stringify([
      {
        traceId: String(names.length),
        id: '1',
        name: 'GET /',
        localEndpoint: { serviceName: 'web' },
        timestamp: 1,
      },
      ...names.map((name, at) => ({
        traceId: String(names.length),
        id: String(at + 2),
        parentId: '1',
        name,
        timestamp: 100 - at,
        localEndpoint: { serviceName: 'orders' },
      })),
    ])
  const t = new TestBoard()
  t.import({ name: 'z.json', text: spans('second', 'first') })
  expect(said(t)).toEqual(['web > orders: first', 'web > orders: second'])
  t.import({ name: 'z.json', text: spans('b', 'b', 'a') })
  expect(flowsOf(t.board)).toHaveLength(1)
  expect(said(t)).toEqual(['web > orders: a', 'web > orders: b, 2 times'])
  const [flow] = flowsOf(t.board)
  const [step] = flow?.steps ?? []
  if (!flow || !step) throw new Error('it has steps')
  const { id, ...value } = step
  t.apply([{ do: 'put', id: flow.id, field: 'steps', entry: id, value: { ...value, words: 'ours' } }])
  const offered = t.import({ name: 'z.json', text: spans('c') }).changes.find((one) => one.type === 'flow')
  expect(offered).toMatchObject({ does: 'change', why: 'changed-here', taken: false })
  expect(said(t)).toContain('web > orders: ours')
})

test('a step whose arrow is left out stands on what was reached', () => {
  const t = new TestBoard()
  const result = importText({
    board: t.board,
    makeId: countedIds('x'),
    name: 'a.json',
    text: JSON.stringify(OTLP),
  })
  if (!result.ok) throw new Error(result.error.message)
  const taken = result.changes.filter((one) => one.does !== 'connect').map(({ id }) => id)
  t.apply(JSON.parse(JSON.stringify(takeChanges(result.steps, new Set(taken)))))
  expect(said(t)[0]).toBe('orders: Place')
})

test('a circle of callers and a thousand steps are a flow that ends', () => {
  const loop = Array.from({ length: 1_000 }, (_, at) => ({
    traceId: 't',
    id: String(at),
    parentId: String((at + 1) % 1_000),
    name: `n${at}`,
    localEndpoint: { serviceName: `s${at % 7}` },
  }))
  const t = new TestBoard()
  const result = t.import({ text: JSON.stringify(loop) })
  expect(flowsOf(t.board)[0]?.steps).toHaveLength(200)
  expect(result.notes.map(({ message }) => message)).toContain('A flow keeps its first 200 steps.')
})

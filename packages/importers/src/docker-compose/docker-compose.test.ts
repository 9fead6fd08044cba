import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const SHOP = `
name: shop
x-common: &common
  restart: always
  environment: &env
    LOG_LEVEL: info
services:
  web:
    <<: *common
    image: registry.example.com:5000/acme/web:2.1.0
    ports: ["8080:80"]
    depends_on: [orders]
    environment:
      <<: *env
      ORDERS_URL: http://orders:80/api
  orders:
    build: ./orders
    environment:
      - DB_HOST=orders-db
      - DATABASE_PASSWORD=orders-db
      - AMQP_URL=amqp://guest:guest@bus:5672
      - CART_ADDR
    depends_on:
      orders-db:
        condition: service_healthy
    links:
      - sessions:cache
  orders-db:
    image: postgres:16.2-alpine
  bus:
    image: rabbitmq:3.13-management
  sessions:
    image: docker.io/library/redis:7@sha256:0123456789abcdef
  cart:
    image: acme/cart:\${CART_TAG:-1.4}
    command: ["--session-store", "redis://cache:6379"]
    hostname: cart
  mailer-worker:
    image: acme/mailer-worker
    environment: { BUS: "amqp://bus", SMTP: "smtp://mail.example.com:25" }
  load-test:
    image: acme/load-test:1.0
    command: "-d 60 -h web"
  edge:
    image: traefik:v3.1
    labels: [ "service.criticality=high" ]
`

test('services become components whose kind and technology are guessed from image and name', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'docker-compose.yml', text: SHOP })
  expect(result.format).toBe('docker-compose')
  expect(result.added.items).toBe(9)
  expect(t.components).toEqual({
    web: 'service, image 2.1.0',
    orders: 'service, built from ./orders',
    'orders-db': 'datastore, postgres 16.2',
    bus: 'queue, rabbitmq 3.13',
    sessions: 'cache, redis 7',
    cart: 'service, image 1.4',
    'mailer-worker': 'service',
    'load-test': 'client, image 1.0',
    edge: 'gateway, traefik 3.1',
  })
})

test('links, addresses in settings and in commands become arrows, start-up order a quiet kind of its own', () => {
  const t = new TestBoard()
  t.import({ name: 'docker-compose.yml', text: SHOP })
  expect(t.arrows).toEqual([
    'load-test calls web',
    'mailer-worker consumes bus',
    'orders calls cart',
    'orders calls orders-db',
    'orders calls sessions',
    'orders depends-on orders-db',
    'orders publishes bus',
    'web calls orders http',
    'web depends-on orders',
  ])
})

test('a link’s alias is known only to whom it was given', () => {
  const t = new TestBoard()
  t.import({ text: SHOP })
  expect(t.arrows).not.toContain('cart calls sessions')
})

test('a setting whose value merely equals a service’s name is no address', () => {
  const t = new TestBoard()
  t.import({ text: 'services: {app: {environment: {DB_USER: user, MODE: user}}, user: {image: a}}' })
  expect(t.arrows).toEqual([])
})

test('the values of settings never reach the board', () => {
  const t = new TestBoard()
  const result = t.import({
    text: 'services: {app: {environment: {DB_URL: "postgres://joe:hunter2@db/app", KEY: s3cr3t-key}}, db: {image: postgres}}',
  })
  expect(JSON.stringify(result)).not.toMatch(/hunter2|s3cr3t/)
  expect(t.arrows).toEqual(['app calls db'])
})

test('names in braces are filled in from the file beside it, or by their default, or tell whom they mean', () => {
  const text = `
services:
  shop:
    environment:
      - DB=\${STORE:-none}:5432
      - PAY=http://\${PAYMENT_HOST}:80
      - QUOTE_ADDR
  astronomy-db: { image: "\${PG_IMAGE}" }
  payment: { image: x/payment }
  quote: { image: x/quote }
`
  const t = new TestBoard()
  t.import({ text })
  expect(t.arrows).toEqual(['shop calls payment http', 'shop calls quote'])
  const filled = new TestBoard()
  filled.import({ text, env: 'STORE=astronomy-db # the store\nPG_IMAGE="postgres:18.4"\n' })
  expect(filled.arrows).toContain('shop calls astronomy-db')
  expect(filled.components['astronomy-db']).toBe('datastore, postgres 18.4')
})

test('names that stand for themselves a million times over are left as they are', () => {
  const t = new TestBoard()
  const env = 'A=$B$B$B$B$B$B$B$B$B$B\nB=$C$C$C$C$C$C$C$C$C$C\nC=$A$A$A$A$A$A$A$A$A$A'
  t.import({ text: 'services: {a: {image: "$A", environment: ["X=$A"]}}', env })
  expect(Object.keys(t.components)).toEqual(['a'])
})

test('a service that is only named stands there as unknown, and a note says where it is named', () => {
  const t = new TestBoard()
  const result = t.import({ text: 'services:\n  app:\n    image: a\n    depends_on:\n      - ghost\n' })
  expect(t.components).toEqual({ app: 'service, a', ghost: 'unknown' })
  expect(result.notes).toEqual([{ message: '“ghost” is named here but not described.', line: 5, column: 9 }])
})

test('what is not understood is noted with its line, the rest is imported', () => {
  const t = new TestBoard()
  const result = t.import({
    text: 'include: [other.yml]\nservices:\n  app:\n    extends: {service: base, file: base.yml}\n  odd: 17\n  bare:\n',
  })
  expect(Object.keys(t.components)).toEqual(['app', 'bare'])
  expect(result.notes.map((note) => `${note.line} ${note.message}`)).toEqual([
    '1 Other files that this one includes were not read.',
    '4 “app” builds on “base” in base.yml; only what stands here was read.',
    '5 “odd” is not described as a service and was left out.',
    '6 “bare” is named but not described.',
  ])
})

test('telemetry from everyone to one collector is left out with a note', () => {
  const services = ['a', 'b', 'c', 'd', 'e'].map(
    (name) =>
      `  ${name}: {image: x, environment: ["OTEL_EXPORTER_OTLP_ENDPOINT=http://otel-collector:4318"]}`,
  )
  const t = new TestBoard()
  const result = t.import({
    text: `services:\n  otel-collector: {image: otel/collector}\n${services.join('\n')}`,
  })
  expect(t.arrows).toEqual([])
  expect(result.notes[0]?.message).toBe(
    '5 services send telemetry to “otel-collector”; these arrows are left out.',
  )
})

test.each([
  ['[1, 2]', 'not-a-mapping', 1, 1],
  ['just words', 'not-a-mapping', 1, 1],
  ['version: "3"\nvolumes: {}', 'no-services', 1, 1],
  ['version: "3"\nservices: "web, db"', 'no-services', 2, 11],
  ['version: "3"\nservices:\n  - web\n  - db', 'no-services', 3, 3],
  ['services:', 'no-services', 1, 10],
  ['services: {}', 'no-services', 1, 1],
  ['services:\n  web: {image: [a\n', 'malformed', 3, 1],
  ['services:\n  web:\n    image: a\n   ports: b', 'malformed', 4, 1],
  ['services:\n  web: *nobody\n  a: [', 'malformed', 3, 7],
  ['services: {a: {image: b}}\n---\nservices: {}', 'malformed', 2, 1],
  [`services: {a: ${'['.repeat(3_000)}}`, 'too-deep', 1, null],
  [
    `services:\n  a:\n${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i + 4)}k:`).join('\n')}`,
    'too-deep',
    null,
    null,
  ],
])('%# a hostile or broken file gives a sentence and its position: %j', (text, id, line, column) => {
  const result = tryImport({ name: 'compose.yaml', text })
  if (result.ok) throw new Error('imported')
  expect(result.error.id).toBe(id)
  if (line !== null) expect(result.error.line).toBe(line)
  if (column !== null) expect(result.error.column).toBe(column)
  expect(result.error.message).toMatch(/^Line \d+, column \d+: .*\.$/s)
})

test('a bomb of aliases is refused at once, wherever it is looked at', () => {
  const levels = 'bcdefghij'.split('').map((name, i) => {
    const below = 'abcdefghij'[i]
    return `x-${name}: &${name} {<<: [${Array(9).fill(`*${below}`).join(', ')}]}`
  })
  const text = `x-a: &a {k: v, l: w}\n${levels.join('\n')}\nservices:\n  web: *j\n`
  const result = tryImport({ name: 'compose.yaml', text })
  if (result.ok) throw new Error('imported')
  expect(result.error.id).toBe('too-entangled')
})

test('a list that holds itself is refused or read, never followed for ever', () => {
  const result = tryImport({
    name: 'compose.yaml',
    text: 'services: &s\n  web: &w\n    <<: *w\n    depends_on: *s\n',
  })
  expect(result.ok).toBe(false)
})

test('keys that name what every object has are plain names', () => {
  const t = new TestBoard()
  t.import({
    text: 'services:\n  __proto__: {image: mongo, environment: {__proto__: "http://constructor:80"}}\n  constructor: {image: redis}\n  toString: {depends_on: [hasOwnProperty]}',
  })
  expect(
    Object.entries(t.components)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['constructor', 'hasOwnProperty', 'toString'])
  expect(t.arrows).toEqual(['__proto__ calls constructor http', 'toString depends-on hasOwnProperty'])
  expect(({} as Record<string, unknown>).image).toBeUndefined()
})

test('more services than a map can show are refused with their number', () => {
  const many = Array.from({ length: 501 }, (_, i) => `  s${i}: {image: a}`).join('\n')
  const result = tryImport({ text: `services:\n${many}` })
  expect(result).toMatchObject({ ok: false, error: { id: 'too-many', line: 1 } })
})

import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const BASE = `services:
  shop: {image: acme/shop:1, environment: {DB: "postgres://db/app", MODE: live}, depends_on: [db]}
  db: {image: "postgres:16"}
`

test('files laid over one change what they say again, add the rest, and are one system', () => {
  const t = new TestBoard()
  const result = t.import({
    name: 'compose.yaml',
    text: BASE,
    env: 'BUS_HOST=bus',
    overlays: [
      {
        name: 'compose.full.yaml',
        text: 'services:\n  shop: {image: "acme/shop:2", environment: ["BUS=kafka://$BUS_HOST:9092"], depends_on: [bus]}\n  bus: {image: kafka}\n',
      },
      { name: 'compose.dev.yaml', text: 'services:\n  db: {image: "postgres:17"}\n  odd: 5\n' },
    ],
  })
  expect(t.components).toEqual({
    shop: 'service, image 2',
    db: 'datastore, postgres 17',
    bus: 'queue, kafka',
  })
  expect(t.arrows).toEqual([
    'shop calls db',
    'shop depends-on bus',
    'shop depends-on db',
    'shop publishes bus',
  ])
  expect(result.notes).toEqual([
    {
      message: '“odd” is not described as a service and was left out.',
      file: 'compose.dev.yaml',
      line: 3,
      column: 3,
    },
  ])
})

test('a broken file laid over names itself, and nothing is added', () => {
  const result = tryImport({
    name: 'compose.yaml',
    text: BASE,
    overlays: [{ name: 'over.yaml', text: 'services: [a]' }],
  })
  expect(result).toMatchObject({ ok: false, error: { id: 'no-services' } })
  if (!result.ok) expect(result.error.message).toMatch(/^over\.yaml: Line 1, column 11: /)
})

test('a service that builds on another of the same file has what that one has', () => {
  const t = new TestBoard()
  t.import({
    text: 'services:\n  base: {image: acme/base:3, environment: {PEER: "http://peer:80"}}\n  app: {extends: {service: base}}\n  peer: {image: nginx}\n  a: {extends: b}\n  b: {extends: a}\n',
  })
  expect(t.components.app).toBe('service, base 3')
  expect(t.arrows).toEqual(['app calls peer http', 'base calls peer http'])
})

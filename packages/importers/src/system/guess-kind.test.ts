import { expect, test } from 'vitest'
import { drawnKind } from './drawn-component.ts'
import { guessArrow } from './guess-arrow.ts'
import { guessKind } from './guess-kind.ts'

test.each([
  ['mysql-exporter', 'observability'],
  ['db-migrate', 'job'],
  ['queue-master', null],
  ['orders queue', 'queue'],
  ['Load Generator', 'client'],
  ['aws_db_instance.main', 'datastore'],
  ['aws_api_gateway_rest_api.x', 'gateway'],
  ['postgres15', 'datastore'],
  ['catalogue', null],
  ['', null],
])('%s is taken for %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind)
})

test('a drawing has people and the outside; words say more than its shapes do of stores', () => {
  expect(drawnKind('End user', '', null)).toBe('client')
  expect(drawnKind('Internet', '', null)).toBe('external')
  expect(drawnKind('user', '', 'datastore')).toBe('client')
  expect(drawnKind('events', 'Kafka', 'datastore')).toBe('queue')
  expect(drawnKind('orders', '', 'datastore')).toBe('datastore')
  expect(drawnKind('orders', '', null)).toBe('service')
})

test('words on an arrow say its kind, else what it joins does', () => {
  expect(guessArrow('service', 'datastore', 'reads from')).toBe('reads')
  expect(guessArrow('service', 'datastore', 'stores orders')).toBe('writes')
  expect(guessArrow('service', 'service', 'stores orders')).toBe('calls')
  expect(guessArrow('service', 'queue', '')).toBe('publishes')
  expect(guessArrow('service', 'queue', 'consumes')).toBe('consumes')
  expect(guessArrow('observability', 'service', '')).toBe('monitors')
  expect(guessArrow('datastore', 'datastore', 'replicates')).toBe('replicates-to')
  expect(guessArrow('service', 'service', 'gRPC')).toBe('calls')
})

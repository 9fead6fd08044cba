import { expect, test } from 'vitest'
import { configHelp, readConfig } from './config.ts'
import { addressesOf } from './lifecycle/listen.ts'
import { assertNode } from './lifecycle/node-version.ts'

test('an empty environment is a usual server', () => {
  const config = readConfig({}, '/srv/apps/server/dist')
  expect(config).toMatchObject({
    port: 3000,
    host: null,
    publicUrl: null,
    signUp: 'open',
    samples: true,
    trustProxy: 0,
  })
  expect(config.webDir).toBe('/srv/apps/web/dist')
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'board.example.org'],
  ['PUBLIC_URL', 'https://board.example.org/sub'],
  ['PUBLIC_URL', 'ftp://board.example.org'],
  ['SIGN_UP', 'maybe'],
  ['SAMPLES', 'yes'],
  ['TRUST_PROXY', 'true'],
  ['LOG_LEVEL', 'loud'],
  ['DATA_DIR', ''],
  ['DATABASE_URL', 'mysql://host/name'],
  ['DATABASE_URL', 'postgres://'],
  ['DATABASE_URL', './data'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'http://host'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/x')).toThrow(name)
})

test('a database, and a Redis beside it', () => {
  const both = { DATABASE_URL: 'postgres://me:word@host/name', REDIS_URL: 'rediss://host:1' }
  expect(readConfig(both, '/x')).toMatchObject({ databaseUrl: both.DATABASE_URL, redisUrl: both.REDIS_URL })
  expect(readConfig({}, '/x')).toMatchObject({ databaseUrl: null, redisUrl: null })
  expect(() => readConfig({ REDIS_URL: both.REDIS_URL }, '/x')).toThrow(
    'REDIS_URL is set without DATABASE_URL',
  )
})

test('a password in a refused address is not printed', () => {
  const refused = (): unknown => readConfig({ DATABASE_URL: 'mysql://me:secret@host/name' }, '/x')
  expect(refused).toThrow('DATABASE_URL')
  expect(refused).not.toThrow('secret')
})

test('the help names every variable', () => {
  for (const name of [
    'PORT',
    'HOST',
    'DATA_DIR',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'SIGN_UP',
    'SAMPLES',
    'LOG_LEVEL',
    'DATABASE_URL',
    'REDIS_URL',
  ])
    expect(configHelp()).toContain(name)
})

test('an old Node is one line', () => {
  expect(() => assertNode('18.20.0')).toThrow('Node 18.20.0 is too old')
  expect(() => assertNode('20.18.9')).toThrow()
  expect(() => assertNode('20.19.0')).not.toThrow()
  expect(() => assertNode('24.1.0')).not.toThrow()
})

test('what is printed is where people find it', () => {
  const at = (env: Record<string, string>) => addressesOf(readConfig(env, '/x'))
  expect(at({})[0]).toBe('http://localhost:3000')
  expect(at({ HOST: '127.0.0.1', PORT: '80' })).toEqual(['http://127.0.0.1:80'])
  expect(at({ HOST: '::1' })).toEqual(['http://[::1]:3000'])
  expect(at({ PUBLIC_URL: 'https://board.example.org' })).toEqual(['https://board.example.org'])
})

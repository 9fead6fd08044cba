import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBoard, TestApp, type TestPerson } from '../testing/test-app.ts'

let host: TestApp
let ada: TestPerson
let token: string
beforeEach(async () => {
  host = await TestApp.start({ ARRIVALS: '5', TRUST_PROXY: '1' })
  ada = await host.signUp('Ada')
  token = (await ada.post(`/api/boards/${await makeBoard(ada)}/invites`, { role: 'participant' })).body.token
})
afterEach(() => host.stop())

const from = (address: string) => ({ 'x-forwarded-for': address })
const joins = (address: string) =>
  host.nobody().post(`/api/invites/${token}/accept`, { name: 'a guest' }, from(address))

test('one address makes so many guests, then waits; others go on', async () => {
  for (let i = 0; i < 5; i++) expect((await joins('192.0.2.1')).status).toBe(200)
  const { status, body } = await joins('192.0.2.1')
  expect([status, body.error.id]).toEqual([429, 'too-many-arrivals'])
  expect((await joins('192.0.2.2')).status).toBe(200)
})

test('accounts count with them, and many addresses of one IPv6 network are one', async () => {
  const signUp = (n: number) => {
    const body = { name: 'Bob', email: `bob${n}@example.test`, password: 'long enough' }
    return host.nobody().post('/api/accounts', body, from(`2001:db8:1:2::${n}`))
  }
  for (let i = 1; i <= 4; i++) expect((await signUp(i)).status).toBe(201)
  expect((await joins('2001:db8:1:2:ffff::9')).status).toBe(200)
  expect((await signUp(5)).status).toBe(429)
})

test('who has an account joins whatever happened at that address', async () => {
  for (let i = 0; i < 6; i++) await joins('192.0.2.1')
  const bob = await host.signUp('Bob')
  expect((await bob.post(`/api/invites/${token}/accept`, {}, from('192.0.2.1'))).status).toBe(200)
})

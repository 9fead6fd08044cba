import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestApp } from '../testing/test-app.ts'

let host: TestApp
beforeEach(async () => {
  host = await TestApp.start()
})
afterEach(() => host.stop())

const ADA = { name: 'Ada', email: 'Ada@Example.test', password: 'a long enough password' }

test('signing up signs in, and the first account owns the server', async () => {
  const ada = host.nobody()
  expect((await ada.get('/api/server')).body.empty).toBe(true)
  const answer = await ada.post('/api/accounts', ADA)
  expect(answer.status).toBe(201)
  expect(answer.body.account).toMatchObject({
    name: 'Ada',
    email: 'ada@example.test',
    serverOwner: true,
    kind: 'member',
  })
  expect(answer.body.account.colour).toBeGreaterThanOrEqual(1)
  expect(answer.body.account.colour).toBeLessThanOrEqual(6)
  expect((await ada.get('/api/me')).body.account.id).toBe(answer.body.account.id)
  const bob = await host.signUp('Bob')
  expect((await bob.get('/api/me')).body.account.serverOwner).toBe(false)
  expect((await bob.get('/api/server')).body.empty).toBe(false)
})

test('of two who come first at the same moment one owns the server, and where strangers may not sign up the other is one', async () => {
  const both = (one: TestApp) =>
    Promise.all(
      ['Ada', 'Bob'].map((name) =>
        one.nobody().post('/api/accounts', { ...ADA, name, email: `${name}@example.test` }),
      ),
    )
  const open = await both(host)
  expect(open.map(({ body }) => body.account.serverOwner).sort()).toEqual([false, true])
  const invited = await TestApp.start({ SIGN_UP: 'invited' })
  expect((await both(invited)).map(({ status }) => status).sort()).toEqual([201, 403])
  await invited.stop()
})

test('the cookie is HttpOnly and Lax, and over https bound to the host', async () => {
  const plain = await host.nobody().post('/api/accounts', ADA)
  expect(plain.headers.getSetCookie()).toHaveLength(1)
  expect(plain.headers.getSetCookie()[0]).toMatch(/^second-story=\w+;.*HttpOnly;.*SameSite=Lax/)
  expect(plain.headers.getSetCookie()[0]).not.toContain('Secure')
  const secure = await TestApp.start({ PUBLIC_URL: 'https://board.example.test' })
  const answer = await secure.nobody().post('/api/accounts', ADA)
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-second-story=\w+;.*Path=\/;.*HttpOnly;.*Secure;/)
  expect(answer.headers.get('strict-transport-security')).toBeTruthy()
  await secure.stop()
})

test('what lies on disk is neither the session nor the password', async () => {
  const ada = host.nobody()
  await ada.post('/api/accounts', ADA)
  const session = ada.cookie.split('=')[1] ?? ''
  const rows = JSON.stringify([
    await host.sql('select * from sessions'),
    await host.sql('select * from accounts'),
  ])
  expect(session.length).toBeGreaterThan(20)
  expect(rows).not.toContain(session)
  expect(rows).not.toContain(ADA.password)
  expect(rows).toContain('$argon2id$')
})

test('a wrong password and an unknown address get one answer', async () => {
  await host.nobody().post('/api/accounts', ADA)
  const wrong = await host.nobody().post('/api/sessions', { email: ADA.email, password: 'not it at all' })
  const unknown = await host
    .nobody()
    .post('/api/sessions', { email: 'nobody@example.test', password: 'not it at all' })
  expect(wrong.status).toBe(401)
  expect(unknown.status).toBe(401)
  expect(wrong.body).toEqual(unknown.body)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const ada = await host.signUp('Ada')
  const { cookie } = ada
  expect((await ada.delete('/api/sessions/current')).status).toBe(204)
  expect((await ada.get('/api/me')).body).toEqual({ account: null })
  expect((await host.nobody().get('/api/me', { cookie })).body).toEqual({ account: null })
})

test('a malformed cookie is nobody, not an error', async () => {
  for (const cookie of [
    'second-story=%',
    'second-story=%E0%A4%A',
    '=;;=',
    'second-story="',
    'a=b; second-story=\u0001',
  ])
    expect((await host.nobody().get('/api/me', { cookie })).body, cookie).toEqual({ account: null })
})

test('guessing is slowed down, whatever the case of the address, and honest people get in from elsewhere', async () => {
  const trusting = await TestApp.start({ TRUST_PROXY: '1' })
  await trusting.nobody().post('/api/accounts', ADA)
  const from = (ip: string, email: string, password: string) =>
    trusting.nobody().post('/api/sessions', { email, password }, { 'x-forwarded-for': ip })
  for (let i = 0; i < 10; i++) {
    const email = i % 2 ? ADA.email : ADA.email.toLowerCase()
    expect((await from('10.0.0.1', email, `guess ${i}`)).status).toBe(401)
  }
  expect((await from('10.0.0.1', ADA.email, ADA.password)).status).toBe(429)
  expect((await from('10.0.0.2', ADA.email, ADA.password)).status).toBe(201)
  await trusting.stop()
})

test('an address is taken once, in any case', async () => {
  await host.nobody().post('/api/accounts', ADA)
  const again = await host.nobody().post('/api/accounts', { ...ADA, email: 'ADA@example.TEST' })
  expect(again.status).toBe(409)
  expect(again.body.error.id).toBe('email-taken')
})

test('what does not fit is refused with a sentence', async () => {
  const post = (change: object) => host.nobody().post('/api/accounts', { ...ADA, ...change })
  expect((await post({ password: 'short' })).status).toBe(422)
  expect((await post({ email: 'no address' })).status).toBe(422)
  expect((await post({ name: '   ' })).status).toBe(422)
  expect((await post({ name: 5 })).status).toBe(400)
  expect((await post({ name: 'x'.repeat(10_000) })).body.error.message).toContain('name')
})

test('on a server for the invited, only the first account and guests sign up', async () => {
  const invited = await TestApp.start({ SIGN_UP: 'invited' })
  const ada = await invited.signUp('Ada')
  const refused = await invited.nobody().post('/api/accounts', { ...ADA, email: 'b@example.test' })
  expect(refused.body.error.id).toBe('invited-only')
  const board = (await ada.post('/api/boards', { kind: 'blank', title: 'x' })).body.id
  const guest = await invited.joins(ada, board, 'participant', invited.nobody())
  const upgraded = await guest.post('/api/accounts', { ...ADA, email: 'c@example.test' })
  expect(upgraded.status).toBe(201)
  expect(upgraded.body.account).toMatchObject({ id: guest.account, kind: 'member', serverOwner: false })
  expect((await guest.get(`/api/boards/${board}`)).body.role).toBe('participant')
  await invited.stop()
})

test('a server owner hands out a reset link; it works once, and signs out everywhere', async () => {
  const ada = await host.signUp('Ada')
  const bob = await host.signUp('Bob')
  const made = await ada.post(`/api/accounts/${bob.account}/resets`)
  expect(made.status).toBe(201)
  expect(made.body.url).toContain(made.body.token)
  const elsewhere = host.nobody()
  expect(
    (await elsewhere.post(`/api/resets/${made.body.token}`, { password: 'a new password' })).status,
  ).toBe(200)
  expect((await elsewhere.get('/api/me')).body.account.id).toBe(bob.account)
  expect((await bob.get('/api/me')).body).toEqual({ account: null })
  expect(
    (await host.nobody().post(`/api/resets/${made.body.token}`, { password: 'another one' })).status,
  ).toBe(404)
  const old = { email: 'bob@example.test', password: 'Bob has a password' }
  expect((await host.nobody().post('/api/sessions', old)).status).toBe(401)
  expect((await host.nobody().post('/api/sessions', { ...old, password: 'a new password' })).status).toBe(201)
})

test('a reset link is over after a day', async () => {
  const ada = await host.signUp('Ada')
  const bob = await host.signUp('Bob')
  const { token } = (await ada.post(`/api/accounts/${bob.account}/resets`)).body
  host.clock.advance(24 * 60 * 60_000)
  const late = await host.nobody().post(`/api/resets/${token}`, { password: 'a new password' })
  expect(late.status).toBe(410)
})

test('a token acts as its maker until it ends', async () => {
  const ada = await host.signUp('Ada')
  const { token, id } = (await ada.post('/api/tokens', { name: 'script', expiresInDays: 1 })).body
  const asScript = () => host.nobody().get('/api/me', { authorization: `Bearer ${token}` })
  expect((await asScript()).body.account.id).toBe(ada.account)
  expect((await ada.get('/api/tokens')).text).not.toContain(token)
  host.clock.advance(24 * 60 * 60_000)
  expect((await asScript()).status).toBe(401)
  const lasting = (await ada.post('/api/tokens', { name: 'other' })).body
  expect((await ada.delete(`/api/tokens/${lasting.id}`)).status).toBe(204)
  expect((await host.nobody().get('/api/me', { authorization: `Bearer ${lasting.token}` })).status).toBe(401)
  expect(id).not.toBe(lasting.id)
})

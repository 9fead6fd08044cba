import { beforeEach, expect, test, vi } from 'vitest'

// the others have a cheap stand-in
let passwords: typeof import('./passwords.ts')
beforeEach(async () => {
  vi.doUnmock('@node-rs/argon2')
  vi.resetModules()
  passwords = await import('./passwords.ts')
})

test('a password is hashed with Argon2id and what OWASP asks for, never alike twice', async () => {
  const [one, two] = [await passwords.hashPassword('a password'), await passwords.hashPassword('a password')]
  for (const hash of [one, two]) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
})

test('the right one is right, another is not, and without an account none is', async () => {
  const hash = await passwords.hashPassword('a password')
  expect(await passwords.isRight(hash, 'a password')).toBe(true)
  expect(await passwords.isRight(hash, 'a passwore')).toBe(false)
  expect(await passwords.isRight(null, 'nobody')).toBe(false)
})

test('looking for an account that is not there takes the work of one that is', async () => {
  const hash = await passwords.hashPassword('a password')
  const argon = await import('@node-rs/argon2')
  const verified: string[] = []
  vi.doMock('@node-rs/argon2', () => ({
    ...argon,
    verify: (known: string, password: string) => {
      verified.push(known)
      return argon.verify(known, password)
    },
  }))
  vi.resetModules()
  passwords = await import('./passwords.ts')
  await passwords.isRight(hash, 'a password')
  await passwords.isRight(null, 'a password')
  const cost = (known: string | undefined): string => known?.split('$').slice(0, 4).join('$') ?? ''
  expect(verified).toHaveLength(2)
  expect(cost(verified[1])).toBe(cost(verified[0]))
  vi.doUnmock('@node-rs/argon2')
})

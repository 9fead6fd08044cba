import { vi } from 'vitest'

/** Tests sign up hundreds of people: what makes guessing dear would be most of their time. `passwords.test.ts` has the real cost. */
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 }

vi.mock('@node-rs/argon2', async (load) => {
  const argon = await load<{ hash(password: string, cost: typeof CHEAP): Promise<string> }>()
  return { ...argon, hash: (password: string) => argon.hash(password, CHEAP) }
})

import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's default) with OWASP's parameters; about 80 ms off the main thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Nobody's password: verified against where there is no account, so that both answers take equally long. */
let nobody: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** True when the password is right; null, for no account, takes as long and is false. */
export async function isRight(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody')
  const right = await verify(passwordHash ?? (await nobody), password)
  return right && passwordHash !== null
}

import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits for a link or a token; what is kept is `hashOf` it. */
export function makeSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** SHA-256: enough for what is random already, so that whoever reads the data folder cannot use what they find. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** A Yjs client and the account it belongs to. */
export type Claim = readonly [client: number, account: string]

/** The account under which the server itself writes. */
export const SERVER = '#server'

/**
 * Who owns which Yjs client on one layer: the member on whose connection it was first seen, for ever (SPEC.md rule 3).
 * Serves the gate alone.
 */
export class Owners {
  readonly #owners = new Map<number, string>()

  load(claims: Iterable<Claim>): void {
    for (const [client, account] of claims) if (!this.#owners.has(client)) this.#owners.set(client, account)
  }

  mayUse(client: number, account: string): boolean {
    const owner = this.#owners.get(client)
    return owner === undefined || owner === account
  }

  /** True when the client had no owner before. */
  claim(client: number, account: string): boolean {
    if (this.#owners.has(client)) return false
    this.#owners.set(client, account)
    return true
  }
}

/** What one member may take of the server's time, in ms: so much at once, and so much of every second. */
export const SHARE = { atOnceMs: 500, perSecondMs: 400 } as const

/** Time that a member's messages may still take. */
interface Purse {
  leftMs: number
  countedAt: number
}

/**
 * Nobody takes the server for themselves (SPEC.md rule 13): what a member's messages cost is measured, and who has used their
 * share is read from more slowly. No message is refused for it; an honest person never notices.
 */
export class FairShare {
  readonly #purses = new Map<string, Purse>()

  /** Takes `ms` from the account; returns for how long to stop reading, 0 for not at all. */
  spend(account: string, ms: number, now: number): number {
    const purse = this.#purse(account, now)
    purse.leftMs -= ms
    return purse.leftMs >= 0 ? 0 : Math.min(1000, (-purse.leftMs / SHARE.perSecondMs) * 1000)
  }

  #purse(account: string, now: number): Purse {
    const purse = this.#purses.get(account) ?? { leftMs: SHARE.atOnceMs, countedAt: now }
    this.#purses.set(account, purse)
    const earned = ((now - purse.countedAt) / 1000) * SHARE.perSecondMs
    purse.leftMs = Math.min(SHARE.atOnceMs, purse.leftMs + earned)
    purse.countedAt = now
    return purse
  }

  /** Forgets who has their full share again. */
  tidy(now: number): void {
    for (const account of this.#purses.keys()) {
      if (this.#purse(account, now).leftMs >= SHARE.atOnceMs) this.#purses.delete(account)
    }
  }
}

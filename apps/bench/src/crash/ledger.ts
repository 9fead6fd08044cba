/** One person's nth edit, as one number. */
const factOf = (person: number, n: number): number => person * 1e8 + n

/** What must never be missing from a board again: what was acknowledged, and what somebody else saw. */
export class Ledger {
  readonly #acknowledged = new Set<number>()
  readonly #seen = new Set<number>()

  get acknowledged(): number {
    return this.#acknowledged.size
  }

  get seen(): number {
    return this.#seen.size
  }

  acknowledge(person: number, n: number): void {
    this.#acknowledged.add(factOf(person, n))
  }

  /** `signs`: person, number, person, number … as `receiver` heard them. */
  see(receiver: number, signs: readonly number[]): void {
    for (let i = 0; i < signs.length; i += 2) {
      const person = signs[i] as number
      if (person !== receiver) this.#seen.add(factOf(person, signs[i + 1] as number))
    }
  }

  /** What is missing among the signs that a newcomer was sent. */
  missing(signs: readonly number[]): Missing {
    const there = new Set<number>()
    for (let i = 0; i < signs.length; i += 2) there.add(factOf(signs[i] as number, signs[i + 1] as number))
    const count = (facts: ReadonlySet<number>): number => {
      let lost = 0
      for (const fact of facts) if (!there.has(fact)) lost++
      return lost
    }
    return { acknowledged: count(this.#acknowledged), seen: count(this.#seen) }
  }
}

/** How many edits are missing that had been acknowledged, and that others had seen. */
export interface Missing {
  readonly acknowledged: number
  readonly seen: number
}

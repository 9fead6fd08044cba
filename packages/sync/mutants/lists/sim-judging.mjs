/**
 * Ways to break what is let in, and from whom (rules 2, 3): the simulator must catch them by itself.
 * @type {import('../break.mjs').Mutants}
 */
export const SIM_JUDGING = [
  {
    name: 'the gate sees no gaps',
    rule: 2,
    edits: [
      {
        file: 'gate/judge.ts',
        find: "if (first.clock > next) return { type: 'early', reason: 'gap' }",
        replace: '',
      },
    ],
  },
  {
    name: 'deletions may go past what is known',
    rule: 2,
    edits: [
      {
        file: 'gate/judge.ts',
        find: "return { type: 'early', reason: 'deletes what nobody wrote' }",
        replace: 'continue',
      },
    ],
  },
  {
    name: 'nobody owns anything',
    rule: 3,
    edits: [
      {
        file: 'gate/owners.ts',
        find: 'return owner === undefined || owner === account',
        replace: 'return owner === undefined || account !== undefined',
      },
    ],
  },
  {
    name: 'what the room has is judged, not stripped',
    rule: 3,
    edits: [
      {
        file: 'gate/judge.ts',
        find: 'const first = structs[0]\n    if (first === undefined) continue',
        replace:
          "if (!rules.mayUse(section.client)) return { type: 'refused', reason: 'of another' }\n    const first = structs[0]\n    if (first === undefined) continue",
      },
    ],
  },
  {
    name: 'who changes nodes faster than the log is refused for good',
    rule: 3,
    edits: [
      {
        file: 'room/reception.ts',
        find: 'this.#layer.isClaiming(client) || (this.#hasNodes && returns.take(now))',
        replace: 'Number.isNaN(now)',
      },
    ],
  },
  {
    name: 'presence is told before the log says whose a client is',
    rule: 3,
    edits: [
      {
        file: 'room/room.ts',
        find: 'this.#options.nodes && this.#layer.isClaimed(client)',
        replace: 'client < 0',
      },
    ],
  },
  {
    name: 'the store takes the claim of another account',
    rule: 3,
    edits: [
      {
        file: 'simulation/store.ts',
        find: "      return { refused: 'claimed' }",
        replace: '      owners = []',
      },
    ],
  },
]

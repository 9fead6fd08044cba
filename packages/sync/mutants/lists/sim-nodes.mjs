/**
 * Ways to break what several nodes do together (rules 11, 14): the simulator must catch them by itself.
 * @type {import('../break.mjs').Mutants}
 */
export const SIM_NODES = [
  {
    name: 'the people of a node that is gone stay',
    rule: 11,
    edits: [{ file: 'room/people-elsewhere.ts', find: '<= NODE_GONE_MS', replace: '<= 1e9' }],
  },
  {
    name: 'of two nodes the lower clock is told',
    rule: 11,
    edits: [
      {
        file: 'room/presence.ts',
        find: 'if (entry.json ===',
        replace: "if (entry.json !== '') return entry\n    if (entry.json ===",
      },
    ],
  },
  {
    name: 'rows of other nodes are taken over in any order',
    rule: 11,
    edits: [
      { file: 'room/layer-state.ts', find: 'if (row.n !== this.#log.head + 1) return null', replace: '' },
    ],
  },
  {
    name: 'a gap before our own row is not seen',
    rule: 11,
    edits: [{ file: 'room/stored-log.ts', find: 'return n > this.#head + 1', replace: 'return n < 0' }],
  },
  {
    name: 'our own row is taken as it was written, whatever came before it',
    rule: 11,
    edits: [
      {
        file: 'room/stored-log.ts',
        find: 'if (!this.isLearned || !this.#follow(runs)) return this.land(row)',
        replace: 'if (!this.isLearned) return this.land(row)',
      },
    ],
  },
  {
    name: 'who comes back from another node leaves a gap in a row',
    rule: 11,
    edits: [
      {
        file: 'room/outbox.ts',
        find: 'run.end > (stored.get(run.client) ?? 0)',
        replace: 'run.end > (stored.get(-1) ?? 0)',
      },
    ],
  },
  {
    name: 'what two rows hold is not cut',
    rule: 11,
    edits: [
      { file: 'room/stored-log.ts', find: 'return isNew ? update :', replace: 'return update ? update :' },
    ],
  },
  {
    name: 'a failed read is not tried again',
    rule: 11,
    edits: [
      {
        file: 'room/following.ts',
        find: '  readFailed(): void {\n    this.#isReading = false',
        replace: '  readFailed(): void {',
      },
    ],
  },
  {
    name: "anybody writes under the server's client",
    rule: 14,
    edits: [
      {
        file: 'simulation/store.ts',
        find: '=> hand.holder === holder || hand.until < now)',
        replace: '=> hand.holder !== holder)',
      },
    ],
  },
]

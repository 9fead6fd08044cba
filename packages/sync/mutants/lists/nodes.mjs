/**
 * Ways to break what several nodes do together (rules 11, 14): the tests must catch them.
 * @type {import('../break.mjs').Mutants}
 */
export const NODES = [
  {
    name: "anybody writes under the server's client",
    rule: 14,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'this.take(wholeOf(update), SERVER)',
        replace:
          'this.#known.learn(wholeOf(update).sections, wholeOf(update).deleted)\n    this.#outbox.take(wholeOf(update))',
      },
    ],
  },
  {
    name: 'an append is told before rows of other nodes that lie before it',
    rule: 11,
    edits: [
      { file: 'room/following.ts', find: 'n !== null && this.#layer.isGapBefore(n)', replace: 'n === -1' },
    ],
  },
  {
    name: 'a row is taken over before those that lie before it',
    rule: 11,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'if (row.n !== this.#log.head + 1)',
        replace: 'if (row.n <= this.#log.head)',
      },
    ],
  },
  {
    name: 'what two rows hold is taken over twice',
    rule: 11,
    edits: [
      {
        file: 'room/stored-log.ts',
        find: 'return isNew ? update : readUpdate',
        replace: 'return isNew || true ? update : readUpdate',
      },
    ],
  },
  {
    name: 'owners are known on their own node alone',
    rule: 11,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'this.#owners.load(owners)\n    return this.#land(row)',
        replace: 'return this.#land(row)',
      },
    ],
  },
  {
    name: 'the people of a node that is gone stay',
    rule: 11,
    edits: [
      { file: 'room/people-elsewhere.ts', find: 'now - node.heardAt <= NODE_GONE_MS', replace: 'now >= 0' },
    ],
  },
]

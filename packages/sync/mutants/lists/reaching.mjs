/**
 * Ways to break what is told of how far somebody has come (rule 1): both the tests and the simulator must catch them.
 * @type {import('../break.mjs').Mutants}
 */
export const REACHING = [
  {
    name: 'a client is told that it has come as far as what is being appended',
    rule: 1,
    tests: 'reaching',
    edits: [
      {
        file: 'room/reaching.ts',
        find: 'n: this.#layer.head }',
        replace: 'n: this.#layer.head + (this.#layer.isSettled ? 0 : 1) }',
      },
    ],
  },
  {
    name: 'what was folded away counts as known',
    rule: 1,
    tests: 'reaching',
    edits: [
      {
        file: 'room/reaching.ts',
        find: 'since.n >= this.#layer.through && since.n',
        replace: 'since.n',
      },
    ],
  },
  {
    name: 'deletions after the row that a client names are not sent',
    rule: 1,
    tests: 'reaching',
    edits: [
      {
        file: 'room/stored-layer.ts',
        find: '(since !== null && piece.n > since) || !piece.spans.isCoveredBy(vector)',
        replace: '!piece.spans.isCoveredBy(vector)',
      },
    ],
  },
]

/**
 * Ways to break what is let in, and from whom (rules 2, 3): the tests must catch them.
 * @type {import('../break.mjs').Mutants}
 */
export const JUDGING = [
  {
    name: 'circles of references pass',
    rule: 2,
    edits: [
      {
        file: 'gate/order.ts',
        find: "return stuck ? { refused: 'circular reference' } : null",
        replace: 'return stuck ? null : null',
      },
    ],
  },
  {
    name: 'a struct may name itself',
    rule: 2,
    edits: [
      {
        file: 'gate/order.ts',
        find: 'const missing = this.#missingFor(struct)',
        replace: 'const missing = struct.originClient === section.client ? null : this.#missingFor(struct)',
      },
    ],
  },
  {
    name: 'parents are not looked at',
    rule: 2,
    edits: [
      {
        file: 'gate/order.ts',
        find: 'this.#gate === null ? null : this.#checkParent(struct, this.#gate)',
        replace: 'null as OrderProblem | null',
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
    name: 'a client may come twice in one update',
    rule: 2,
    edits: [
      {
        file: 'update/read.ts',
        find: "if (seen.has(section.client)) throw new Malformed('client twice')",
        replace: '',
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
    name: 'owners are not kept',
    rule: 3,
    edits: [
      {
        file: 'room/outbox.ts',
        find: 'this.#taken.claims.push(claim)',
        replace: 'this.#taken.claims.push()',
      },
    ],
  },
  {
    name: 'what the room has is judged again',
    rule: 3,
    edits: [
      {
        file: 'gate/judge.ts',
        find: 'const first = structs[0]\n    if (first === undefined) continue',
        replace:
          "if (!rules.mayUse(section.client)) return { type: 'foreign', reason: '' }\n    const first = structs[0]\n    if (first === undefined) continue",
      },
    ],
  },
  {
    name: 'shared types are nested without end',
    rule: 2,
    edits: [
      { file: 'gate/order.ts', find: 'struct.isType && struct.depth > LIMITS.typeDepth', replace: 'false' },
    ],
  },
  {
    name: 'a neighbour’s depth is not looked at',
    rule: 2,
    edits: [
      {
        file: 'gate/lists.ts',
        find: 'return left ?? right ?? GONE',
        replace: 'return { list: left?.list ?? NOWHERE, depth: 1 }',
      },
    ],
  },
  {
    name: 'what a backup lacks is refused',
    rule: 3,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'this.#isHealing || this.#owners.mayUse',
        replace: 'this.#owners.mayUse',
      },
    ],
  },
]

/**
 * Ways to break what bounds the work of a layer and keeps it in one shape; `tests` says which part of the tests must catch it.
 * @type {import('../break.mjs').Mutants}
 */
export const WORK = [
  {
    name: 'nobody looks how much walking an update makes',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [
      {
        file: 'gate/judge.ts',
        find: "return known.work.admits(update, rules.account ?? '', layer) ? null : 'too much written at one place'",
        replace: 'return known.work.admits(update, rules.account ?? "", layer) ? null : null',
      },
    ],
  },
  {
    name: 'a second item at one origin is no matter',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [
      {
        file: 'gate/crowding.ts',
        find: 'this.#crowd(origin, siblings, this.#piecesBefore(originClient, originClock))',
        replace: 'return',
      },
    ],
  },
  {
    name: 'those who name other beginnings of a list are no matter',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [{ file: 'gate/crowding.ts', find: 'this.#crowd(NONE, ++this.#lone)', replace: 'this.#lone++' }],
  },
  {
    name: 'what will be walked over later is not feared',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [{ file: 'gate/crowding.ts', find: 'this.exposure += siblings + 1', replace: '' }],
  },
  {
    name: 'a key set again without knowing is no matter',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [
      {
        file: 'gate/crowding.ts',
        find: 'if (!this.#hasKey(start)) this.#keys.add(start)',
        replace: 'if (start !== 0) this.#keys.add(start)',
      },
    ],
  },
  {
    name: 'only the same right origin is weighed',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [
      {
        file: 'gate/weight.ts',
        find: 'siblings.length - 1 - (depths[i] ?? 0)',
        replace: '0 * siblings.length - (depths[i] ?? 0)',
      },
    ],
  },
  {
    name: 'what builds on a crowded item weighs nothing',
    rule: 2,
    tests: 'src/gate/weight',
    edits: [
      {
        file: 'gate/weight.ts',
        find: 'const before = origin < 0 ? 0 : (walkers[origin] ?? 0)',
        replace: 'const before = 0',
      },
    ],
  },
  {
    name: 'whoever writes at the head of a list is taken for an enemy',
    rule: 2,
    tests: 'src/honest',
    edits: [
      { file: 'gate/work.ts', find: 'unweighed: 250_000', replace: 'unweighed: -1e15' },
      { file: 'gate/work.ts', find: 'layer: 5_000_000', replace: 'layer: 5' },
    ],
  },
  {
    name: 'lists of values grow without end',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      { file: 'gate/value-runs.ts', find: 'run.length > VALUES_SIDE_BY_SIDE', replace: 'run.length < 0' },
    ],
  },
  {
    name: 'an item may lie between two lists',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      {
        file: 'gate/order.ts',
        find: 'left !== null && right !== null && left.list !== right.list',
        replace: 'left !== left',
      },
    ],
  },
  {
    name: 'an item may lie before a value',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      {
        file: 'gate/order.ts',
        find: "if (right?.list === UNDER_A_KEY) return 'beside a value'",
        replace: '',
      },
    ],
  },
  {
    name: 'what lies under one key may be cut by a deletion',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      {
        file: 'gate/order.ts',
        find: '({ client, clock, length }) =>\n        this.#isCut(client, clock, known) || this.#isCut(client, clock + length, known)',
        replace: '() => false',
      },
    ],
  },
  {
    name: 'what lies under one key may be cut by a value',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      {
        file: 'gate/order.ts',
        find: 'this.#isCut(originClient, originClock + 1, known)',
        replace: 'struct.length < 0',
      },
    ],
  },
  {
    name: 'several values under one key are refused',
    rule: 2,
    tests: 'src/simulation',
    edits: [
      {
        file: 'gate/order.ts',
        find: 'if (root !== null && !roots.has(root))',
        replace:
          "if (isBundle(struct)) return { refused: 'several values' }\n    if (root !== null && !roots.has(root))",
      },
    ],
  },
  {
    name: 'where stored structs lie is questioned again',
    rule: 9,
    tests: 'src/gate/stored',
    edits: [
      {
        file: 'gate/order.ts',
        find: 'return new Ordering(sections, known, null).run()',
        replace:
          "return findOrder(sections, known as Knowledge, new Set(['items', 'places', 'relations', 'strokes', 'prose', 'meta']))",
      },
    ],
  },
  {
    name: 'the count of structs is believed',
    rule: 2,
    tests: 'src/gate/bombs',
    edits: [
      { file: 'update/read.ts', find: "if (n > most) throw new Malformed('too many structs')", replace: '' },
    ],
  },
]

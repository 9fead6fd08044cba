/**
 * Ways to break how a layer is served before the gate has learned it (rule 1); some the tests must catch, some the simulator.
 * @type {import('../break.mjs').Mutants}
 */
export const LEARNING = [
  {
    name: 'what is learned in slices is not put in order',
    rule: 1,
    tests: 'src/gate/learning',
    edits: [{ file: 'gate/learning.ts', find: 'if (this.#mustWait(i, struct)) {', replace: 'if (i < 0) {' }],
  },
  {
    name: 'what is learned in slices lies at no depth',
    rule: 1,
    tests: 'src/gate/learning',
    edits: [
      { file: 'gate/learning.ts', find: 'struct.depth = depth\n', replace: 'struct.depth = depth - depth\n' },
    ],
  },
  {
    name: 'what is learned in slices lies in no list',
    rule: 1,
    tests: 'src/gate/learning',
    edits: [
      { file: 'gate/learning.ts', find: 'struct.list = list\n', replace: 'struct.list = list - list\n' },
    ],
  },
  {
    name: 'the work of what is learned in slices is not counted',
    rule: 2,
    tests: 'src/gate/learning',
    edits: [{ file: 'gate/work.ts', find: '    this.#crowding.add(client, struct)\n', replace: '' }],
  },
  {
    name: 'what a digest says of structs is believed',
    rule: 10,
    tests: 'src/gate/learning',
    edits: [{ file: 'gate/learning.ts', find: 'if (clock !== stretch.end)', replace: 'if (clock < 0)' }],
  },
  {
    name: 'at a glance deletions are nothing',
    rule: 2,
    tests: 'src/gate/learning',
    edits: [
      {
        file: 'gate/glance.ts',
        find: 'known.isDeleted(client, clock, length))',
        replace: 'known.isDeleted(client, clock, length) || client >= 0)',
      },
    ],
  },
  {
    name: 'what a digest says to be deleted is not served',
    rule: 1,
    tests: 'src/room/lazy',
    edits: [
      {
        file: 'gate/knowledge.ts',
        find: 'else this.#stored.addUnread(deleted)',
        replace: '',
      },
    ],
  },
  {
    name: 'what waits for the gate is without bounds',
    rule: 1,
    tests: 'src/room/lazy',
    edits: [
      {
        file: 'room/intake.ts',
        find: 'if (!this.#waiting.add(id, bytes)) {',
        replace: 'if (!this.#waiting.add(id, bytes) && now < 0) {',
      },
    ],
  },
  {
    name: 'what was replaced is kept until it is learned',
    rule: 1,
    tests: 'src/room/lazy',
    edits: [
      { file: 'room/room.ts', find: 'if (epoch !== undefined) this.#intake.learnAll(now)', replace: '' },
    ],
  },
]

/** @type {import('../break.mjs').Mutants} */
export const SIM_LEARNING = [
  {
    name: 'what is to be judged is judged before the gate has learned',
    rule: 1,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'if (!this.isLearned) return glance(bytes, this.#known)',
        replace: 'if (bytes.length === 0) return glance(bytes, this.#known)',
      },
    ],
  },
  {
    name: 'a mark is answered before what was held is judged',
    rule: 4,
    edits: [
      {
        file: 'room/intake.ts',
        find: 'this.#isLoaded && !this.#waiting.has(id)',
        replace: 'this.#isLoaded',
      },
    ],
  },
  {
    name: 'what was held is forgotten when the gate has learned',
    rule: 1,
    edits: [
      {
        file: 'room/intake.ts',
        find: 'if (this.#layer.isLearned) this.#takeWaiting(now)',
        replace: 'if (this.#layer.isLearned) this.#waiting.takeAll()',
      },
    ],
  },
]

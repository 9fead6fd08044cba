/**
 * Ways to break the engine on purpose: each edits source text, and the tests must fail. `find` must occur exactly once.
 * @type {readonly { name: string, rule: number, tests?: string, edits: readonly { file: string, find: string, replace: string }[] }[]}
 */
export const MUTANTS = [
  {
    name: 'saved is told before it is on disk',
    rule: 4,
    edits: [
      {
        file: 'room/audience.ts',
        find: 'connection.answers(this.#layer.stored)',
        replace: 'connection.answers(this.#layer.accepted)',
      },
    ],
  },
  {
    name: 'an edit is told before it is on disk',
    rule: 4,
    edits: [
      {
        file: 'room/room.ts',
        find: "if (append !== null) this.#audience.push({ type: 'append', ...append })",
        replace:
          "if (append !== null) this.#audience.push({ type: 'append', ...append })\n    if (append?.bytes) this.#audience.tellUpdate(append.bytes, now)",
      },
    ],
  },
  {
    name: 'deletions are served before they are on disk',
    rule: 4,
    edits: [
      {
        file: 'gate/knowledge.ts',
        find: 'this.#fresh.merge(deleted)',
        replace: 'this.#stored.merge(deleted)',
      },
    ],
  },
  {
    name: 'compaction lets out deletions that are not on disk',
    rule: 4,
    edits: [
      {
        file: 'gate/knowledge.ts',
        find: 'this.#stored.merge(deletedBy(update))',
        replace: 'this.#stored.merge(deletedBy(update))\n    this.#stored.merge(this.#fresh)',
      },
    ],
  },
  {
    name: 'a mark is answered though what came before it was left out',
    rule: 4,
    edits: [
      {
        file: 'room/connection.ts',
        find: 'const needs = this.leftOut ? null : accepted',
        replace: 'const needs = accepted',
      },
    ],
  },
  {
    name: 'messages are taken before the layer is loaded',
    rule: 1,
    edits: [
      {
        file: 'room/room.ts',
        find: 'if (this.#waiting === null) this.#reception.greet(connection, now)',
        replace: 'this.#reception.greet(connection, now)',
      },
    ],
  },
  {
    name: 'step 2 carries no deletions',
    rule: 1,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'encodeStep2(writeUpdate([], this.#known.storedDeletes))',
        replace: 'encodeStep2(writeUpdate([], new DeleteSet()))',
      },
    ],
  },
  {
    name: 'joined rows lose their deletions',
    rule: 1,
    edits: [{ file: 'room/stored-layer.ts', find: 'deleted.merge(whole.deleted)', replace: '' }],
  },
  {
    name: 'letters typed before the step 2 close the connection',
    rule: 1,
    edits: [
      {
        file: 'room/reception.ts',
        find: 'if (isStep2 || connection.asked >= ASKED_AT_MOST) {',
        replace: 'if (isStep2 || reason) {',
      },
    ],
  },
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
        find: 'this.#roots === null ? null : this.#checkParent(struct, this.#roots)',
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
    name: 'presence is relayed as it comes',
    rule: 6,
    edits: [
      {
        file: 'room/presence.ts',
        find: 'const presence = readPresence(state)',
        replace: 'const presence = state as Presence',
      },
    ],
  },
  {
    name: "others' presence may be spoken for",
    rule: 6,
    edits: [
      {
        file: 'room/presence.ts',
        find: 'if (shown !== undefined) return shown.client === client',
        replace: 'if (shown !== undefined) return true',
      },
    ],
  },
  {
    name: 'silence',
    rule: 6,
    edits: [
      {
        file: 'room/room.ts',
        find: 'if (now - connection.lastToldAt >= this.#options.heartbeatMs)',
        replace: 'if (now < connection.lastToldAt)',
      },
    ],
  },
  {
    name: 'readers may write',
    rule: 7,
    edits: [
      {
        file: 'room/reception.ts',
        find: 'else if (!connection.session.mayWrite)',
        replace: 'else if (!connection.session.account)',
      },
    ],
  },
  {
    name: 'a reader may delete what is not on disk yet',
    rule: 7,
    edits: [{ file: 'document/deletions.ts', find: 'return !waits && ', replace: 'return ' }],
  },
  {
    name: 'the role is looked at only at connect',
    rule: 7,
    edits: [{ file: 'room/room.ts', find: '    connection.session = session\n', replace: '' }],
  },
  {
    name: 'a room rests before everything is on disk',
    rule: 9,
    edits: [
      {
        file: 'room/room.ts',
        find: 'this.#layer.isSettled',
        replace: 'this.#layer.accepted >= 0',
      },
    ],
  },
  {
    name: 'what failed to be stored is forgotten',
    rule: 9,
    edits: [
      {
        file: 'room/outbox.ts',
        find: '    this.#taken = batch\n    this.#appending = null',
        replace: '    this.#appending = null',
      },
    ],
  },
  {
    name: 'compaction drops rows that came meanwhile',
    rule: 10,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'this.#stored.dropRows(through)',
        replace: 'this.#stored.dropRows(through + 1e9)',
      },
    ],
  },
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
    name: 'a mark is refused for what came after it',
    rule: 7,
    edits: [
      {
        file: 'room/connection.ts',
        find: 'refusal: mark.refusal })',
        replace: 'refusal: mark.refusal ?? this.refusal })',
      },
    ],
  },
  {
    name: 'what was left out and then refused is called saved',
    rule: 7,
    edits: [{ file: 'room/connection.ts', find: 'mark.refusal ??= this.refusal', replace: '' }],
  },
  {
    name: 'whoever asks for the layer over and over gets it',
    rule: 1,
    edits: [{ file: 'room/reception.ts', find: 'if (connection.step1s.take(now)) ', replace: 'if (true) ' }],
  },
  {
    name: 'a document is built whenever a reader wants it',
    rule: 7,
    edits: [{ file: 'room/reception.ts', find: 'return looks.take(now) && ', replace: 'return ' }],
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
        file: 'gate/order.ts',
        find: 'return left ?? right ?? GONE',
        replace: 'return { list: left?.list ?? NOWHERE, depth: 1 }',
      },
    ],
  },
  {
    name: 'cursors in short go to stock clients',
    rule: 5,
    edits: [
      {
        file: 'room/audience.ts',
        find: 'everybody.filter((connection) => connection.isOurs)',
        replace: 'everybody',
      },
    ],
  },
  {
    name: 'a selection that changes with the cursor is not told',
    rule: 5,
    edits: [{ file: 'room/presence.ts', find: 'person.still === still && isPoint', replace: 'isPoint' }],
  },
  {
    name: 'no limit to a backlog',
    rule: 8,
    edits: [{ file: 'room/backlog.ts', find: 'beside > BACKLOG.editBytes', replace: 'beside < 0' }],
  },
  {
    name: 'presence is kept for slow readers',
    rule: 8,
    edits: [{ file: 'room/backlog.ts', find: "kind === 'presence' && ", replace: "kind === 'opening' && " }],
  },
  {
    name: 'an opening counts as a backlog',
    rule: 8,
    edits: [
      {
        file: 'room/backlog.ts',
        find: "if (kind === 'opening') this.#openingEnds = this.#given",
        replace: '',
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
        find: 'if (row.n !== this.#head + 1)',
        replace: 'if (row.n <= this.#head)',
      },
    ],
  },
  {
    name: 'what two rows hold is taken over twice',
    rule: 11,
    edits: [
      {
        file: 'room/layer-state.ts',
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
        find: 'this.#owners.load(owners)\n    return this.#landOrReport(row)',
        replace: 'return this.#landOrReport(row)',
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

/**
 * Ways to break who sees and may do what, and who is slow (rules 5 to 8): the tests must catch them.
 * @type {import('../break.mjs').Mutants}
 */
export const PEOPLE = [
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
        find: '(this.#shown.get(connection)?.client ?? client) === client',
        replace: 'this.#shown.has(connection) || client >= 0',
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
    name: 'a document is built whenever a reader wants it',
    rule: 7,
    edits: [{ file: 'room/reception.ts', find: 'return looks.take(now) && ', replace: 'return ' }],
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
]

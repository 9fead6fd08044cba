/**
 * Ways to break who sees and may do what, and who is slow (rules 6 to 8): the simulator must catch them by itself.
 * @type {import('../break.mjs').Mutants}
 */
export const SIM_PEOPLE = [
  {
    name: 'presence is relayed as it comes',
    rule: 6,
    edits: [
      {
        file: 'room/presence.ts',
        find: '  const { walking: _walking, asks: _asks, ...rest } = presence',
        replace:
          '  if (session) return JSON.stringify(presence)\n  const { walking: _walking, asks: _asks, ...rest } = presence',
      },
      {
        file: 'room/presence.ts',
        find: 'const presence = readPresence(state)',
        replace: 'const presence = state as Presence',
      },
    ],
  },
  {
    name: 'an echo makes one of another',
    rule: 6,
    edits: [
      { file: 'room/presence.ts', find: 'if (isEcho || !mayUse(client))', replace: 'if (!mayUse(client))' },
    ],
  },
  {
    name: 'who has left stays',
    rule: 6,
    edits: [
      {
        file: 'room/audience.ts',
        find: 'this.#presence.leave(id)',
        replace: '',
      },
    ],
  },
  {
    name: 'a clock that is set back is believed',
    rule: 6,
    edits: [
      {
        file: 'room/steady-time.ts',
        find: 'if (now + this.#behind < this.#last) this.#behind = this.#last - now',
        replace: '',
      },
    ],
  },
  {
    name: 'who missed presence does not hear who has left',
    rule: 8,
    edits: [
      {
        file: 'room/presence.ts',
        find: 'withGone ? [...this.#told.gone, ...entries] : entries',
        replace: 'entries',
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
    name: 'the role is looked at only at connect',
    rule: 7,
    edits: [{ file: 'room/room.ts', find: '    connection.session = session\n', replace: '' }],
  },
  {
    name: 'no limit to what waits for a slow reader',
    rule: 8,
    edits: [
      {
        file: 'room/backlog.ts',
        find: "if (beside > BACKLOG.editBytes || waiting > BACKLOG.totalBytes) return 'close'",
        replace: '',
      },
    ],
  },
  {
    name: 'presence is not left out for a slow reader',
    rule: 8,
    edits: [
      {
        file: 'room/backlog.ts',
        find: "kind === 'presence' && beside > BACKLOG.presenceBytes",
        replace: "kind === 'presence' && beside < 0",
      },
    ],
  },
]

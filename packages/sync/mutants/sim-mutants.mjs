/**
 * Ways to break the engine, and the world around it, that the simulator must catch by itself: each edits source text.
 * `find` must occur exactly once.
 * @type {readonly { name: string, rule: number, edits: readonly { file: string, find: string, replace: string }[] }[]}
 */
export const SIM_MUTANTS = [
  {
    name: 'saved is told before fsync',
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
    name: 'saved is told of what was left out',
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
    name: 'an edit is told before it is appended',
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
    name: 'synchronous=OFF: a commit does not wait for the disk',
    rule: 4,
    edits: [
      {
        file: 'simulation/store.ts',
        find: '    this.#fsync()\n    this.#visible = layer',
        replace: '    this.#visible = layer',
      },
    ],
  },
  {
    name: 'a torn write is taken for a row after a loss of power',
    rule: 4,
    edits: [
      {
        file: 'simulation/store.ts',
        find: 'if (this.#cache !== null && !this.#cache.isWhole) this.#cache = null',
        replace: '',
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
    name: 'presence is relayed as it comes',
    rule: 6,
    edits: [
      {
        file: 'room/presence.ts',
        find: '  const said = walking !== undefined',
        replace: '  if (session) return JSON.stringify(presence)\n  const said = walking !== undefined',
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
  {
    name: 'a room rests before everything is on disk',
    rule: 9,
    edits: [{ file: 'room/room.ts', find: 'this.#layer.isSettled', replace: 'this.#layer.accepted >= 0' }],
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
    name: 'compaction drops rows that came meanwhile, in memory',
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
    name: 'compaction drops rows that came meanwhile, on disk',
    rule: 10,
    edits: [
      {
        file: 'simulation/store.ts',
        find: 'rows: layer.rows.filter((row) => row.n > through) }',
        replace: 'rows: [] }',
      },
    ],
  },
  {
    name: 'an older snapshot takes the place of a newer one',
    rule: 10,
    edits: [
      {
        file: 'simulation/store.ts',
        find: 'if (layer.through >= fold.through || layer.epoch',
        replace: 'if (layer.epoch',
      },
    ],
  },
  {
    name: 'rows of other nodes are taken over in any order',
    rule: 11,
    edits: [{ file: 'room/layer-state.ts', find: 'if (row.n !== this.#head + 1) return null', replace: '' }],
  },
  {
    name: 'a gap before our own row is not seen',
    rule: 11,
    edits: [{ file: 'room/layer-state.ts', find: 'return n > this.#head + 1', replace: 'return n < 0' }],
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
      { file: 'room/layer-state.ts', find: 'return isNew ? update :', replace: 'return update ? update :' },
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

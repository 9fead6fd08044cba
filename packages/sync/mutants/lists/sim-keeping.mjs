/**
 * Ways to break what is told, stored, folded and let go (rules 1, 4, 9, 10): the simulator must catch them by itself.
 * @type {import('../break.mjs').Mutants}
 */
export const SIM_KEEPING = [
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
    name: 'synchronous=OFF: a commit of many nodes does not wait for the disk',
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
    name: 'a commit is answered before the log is synced',
    rule: 4,
    edits: [
      {
        file: 'simulation/jobs.ts',
        find: 'return answer !== null && needs <= log.durable',
        replace: 'return answer !== null',
      },
    ],
  },
  {
    name: 'a sync counts what was committed while it went on',
    rule: 4,
    edits: [
      {
        file: 'simulation/log-disk.ts',
        find: 'this.#durable = reaches',
        replace: 'this.#durable = this.#committed',
      },
    ],
  },
  {
    name: 'another file than the log is synced',
    rule: 4,
    edits: [
      {
        file: 'simulation/log-disk.ts',
        find: 'if (!this.#hasHole) this.#keep(count)',
        replace: '',
      },
    ],
  },
  {
    name: 'what was read is told before it is on disk',
    rule: 4,
    edits: [
      {
        file: 'simulation/jobs.ts',
        find: 'if (answer !== null) job.needs',
        replace: "if (answer !== null && job.name === 'append') job.needs",
      },
    ],
  },
  {
    name: 'after a failed sync the next one is believed',
    rule: 4,
    edits: [
      {
        file: 'simulation/log-disk.ts',
        find: '    if (fails) return\n    this.opened()',
        replace: '    if (fails) return\n    this.#isBroken = false\n    this.#durable = this.#committed',
      },
    ],
  },
  {
    name: 'what a killed process left unsynced is taken to be on disk',
    rule: 4,
    edits: [
      {
        file: 'simulation/log-disk.ts',
        find: '    this.#keep(this.#written.length)\n',
        replace: '',
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
        replace: 'this.#stored.add(deleted)',
      },
    ],
  },
  {
    name: 'step 2 carries no deletions',
    rule: 1,
    edits: [
      {
        file: 'room/layer-state.ts',
        find: 'encodeStep2(this.#known.storedDeletes)',
        replace: 'encodeStep2(writeUpdate([], new DeleteSet()))',
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
        file: 'room/stored-log.ts',
        find: 'this.layer.dropRows(snapshot.through)',
        replace: 'this.layer.dropRows(snapshot.through + 1e9)',
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
]

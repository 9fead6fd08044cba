/**
 * Ways to break what is told, stored, folded and let go (rules 1, 4, 9, 10): the tests must catch them.
 * @type {import('../break.mjs').Mutants}
 */
export const KEEPING = [
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
        replace: 'this.#stored.add(deleted)',
      },
    ],
  },
  {
    name: 'compaction lets out deletions that are not on disk',
    rule: 4,
    edits: [
      {
        file: 'gate/knowledge.ts',
        find: 'this.#stored.add(deletedBy(update))',
        replace: 'this.#stored.add(deletedBy(update))\n    this.#stored.add(this.#fresh)',
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
        find: 'if (this.#intake.isLoaded) this.#reception.greet(connection, now)',
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
        find: 'encodeStep2(this.#known.storedDeletes)',
        replace: 'encodeStep2(writeUpdate([], new DeleteSet()))',
      },
    ],
  },
  {
    name: 'joined rows lose their deletions',
    rule: 1,
    edits: [{ file: 'room/stored-layer.ts', find: 'deleted.merge(spans.deletesIn(bytes))', replace: '' }],
  },
  {
    name: 'who has some of what a client wrote into the snapshot is given none of the rest',
    rule: 1,
    edits: [
      {
        file: 'room/snapshot-spans.ts',
        find: 'if (known >= end) return null',
        replace: 'if (known > clock) return null',
      },
    ],
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
        file: 'room/stored-log.ts',
        find: 'this.layer.dropRows(snapshot.through)',
        replace: 'this.layer.dropRows(snapshot.through + 1e9)',
      },
    ],
  },
  {
    name: 'whoever asks for the layer over and over gets it',
    rule: 1,
    edits: [{ file: 'room/reception.ts', find: 'if (connection.step1s.take(now)) ', replace: 'if (true) ' }],
  },
  {
    name: 'a client is told how far it has come before what it asked for was sent',
    rule: 1,
    tests: 'reaching',
    edits: [{ file: 'room/reaching.ts', find: 'isOurs && isAnswered &&', replace: 'isOurs &&' }],
  },
]

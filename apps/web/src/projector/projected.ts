import { type Applied, LiveBoard } from '@second-story/board'
import { People } from '../presence/people.ts'
import type { BoardSession } from '../session/board-session.ts'

/** Everybody on the board reads these, and only these are shown to a room. */
const SHARED = ['common', 'conduct'] as const

/** The board as a room may see it, and a way to let go of it. */
export interface Projected {
  readonly session: BoardSession
  readonly close: () => void
}

/**
 * The open board as it is shown to a room: read from the documents that everybody reads, so that a private sketch or quiet
 * writing is not hidden but not there; nothing is written, and nothing is told of this screen to others.
 */
export function projected(session: BoardSession, schedule: (work: () => void) => void): Projected {
  const live = sharedLive(session, schedule)
  const people = new People(() => {})
  const stops = [
    session.live.subscribe(() => follow(session, live)),
    session.people.list.subscribe(() => people.receive(session.people.all, true)),
    session.people.onMove((all) => people.receive(all, false)),
  ]
  people.receive(session.people.all, true)
  const refused: Applied = {
    ok: false,
    index: 0,
    refusal: { id: 'no-layer', message: 'A projector writes nothing.' },
  }
  const shown: BoardSession = {
    board: session.board,
    sample: session.sample,
    me: session.me,
    live,
    history: session.history,
    people,
    awareness: null,
    saved: session.saved,
    ready: session.ready,
    copy: session.copy,
    startOver: null,
    makeId: session.makeId,
    now: () => session.now(),
    run: () => refused,
    do: () => refused,
    undo: () => {},
    redo: () => {},
    mayWrite: () => false,
    mayFacilitate: () => false,
    layer: (name) => (name === 'common' || name === 'conduct' ? session.layer(name) : undefined),
    text: (id, field) => (live.snapshot.items.has(id) ? session.text(id, field) : null),
    prose: (section) => session.prose(section),
    conduct: () => Promise.resolve(),
    retry: () => session.retry(),
    forget: () => Promise.resolve(),
    close: () => {},
  }
  return {
    session: shown,
    close: () => {
      for (const stop of stops) stop()
      live.close()
    },
  }
}

function sharedLive(session: BoardSession, schedule: (work: () => void) => void): LiveBoard {
  const live = new LiveBoard(new Map(), schedule)
  follow(session, live)
  return live
}

/** A layer that was loaded anew is another document. */
function follow(session: BoardSession, live: LiveBoard): void {
  const [theirs, mine] = [session.live.docs, live.docs]
  for (const name of SHARED) {
    const doc = theirs.get(name)
    if (doc && doc !== mine.get(name)) live.addLayer(name, doc)
  }
}

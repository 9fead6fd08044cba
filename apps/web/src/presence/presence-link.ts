import type { Cursor, PresenceUser } from '@second-story/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { CursorTrack } from './cursor-track.ts'
import { People } from './people.ts'
import { onePerPerson, readPeople, readUser, slowPart } from './read-people.ts'
import { ShowPace } from './show-pace.ts'

/** The connection that presence travels on. */
export interface PresenceSource {
  readonly awareness: Awareness
  /** hears cursors that came in short, past awareness */
  onCursors(heard: (cursors: readonly Cursor[]) => void): void
}

export interface PresenceLink {
  readonly people: People
  /** Hears the server's word on this very connection: a role or name that changed. */
  onSelf(heard: (user: PresenceUser) => void): void
  /** Leaves: the others see it at once. */
  close(): void
}

/** Joins presence, as it travels, with people, as the screen sees them. */
export function linkPresence(source: PresenceSource, myAccount: string): PresenceLink {
  const { awareness } = source
  const pace = new ShowPace(
    (shown) => {
      const { user: _, ...said } = awareness.getLocalState() ?? {}
      awareness.setLocalState({ ...said, ...shown })
    },
    { now: () => performance.now(), after: (ms, work) => setTimeout(work, ms) },
  )
  const people = new People((shown) => {
    if (!isClosed) pace.show(shown)
  })
  const self = awareness.clientID
  const track = new CursorTrack()
  const frame = new OnceAFrame()
  let isClosed = false
  let slow = ''
  let hearSelf: (user: PresenceUser) => void = () => {}

  const receive = (): void => {
    const all = readPeople(awareness.getStates(), self, myAccount)
    const now = onePerPerson(track.placed(all), track.usedAt)
    const next = slowPart(now)
    people.receive(now, next !== slow)
    slow = next
  }
  const changed = ({
    added,
    updated,
    removed,
  }: Record<'added' | 'updated' | 'removed', readonly number[]>): void => {
    if (updated.includes(self)) {
      const user = readUser(awareness.getLocalState())
      if (user) hearSelf(user)
    }
    track.used([...added, ...updated])
    track.gone(removed)
    frame.ask('all', receive)
  }
  awareness.on('change', changed)
  source.onCursors((cursors) => {
    track.moved(cursors)
    frame.ask('cursors', () => people.move(track.cursors))
  })
  awareness.setLocalState({})
  return {
    people,
    onSelf: (heard) => {
      hearSelf = heard
    },
    close: () => {
      isClosed = true
      awareness.off('change', changed)
      awareness.setLocalState(null)
    },
  }
}

/** Runs what was asked for at most once a frame; a page that nobody sees still learns who is there. */
class OnceAFrame {
  readonly #asked = new Map<string, () => void>()

  ask(name: string, work: () => void): void {
    this.#asked.set(name, work)
    if (this.#asked.size > 1) return
    const run = (): void => {
      const works = [...this.#asked.values()]
      this.#asked.clear()
      for (const one of works) one()
    }
    if (document.visibilityState === 'visible') requestAnimationFrame(run)
    else setTimeout(run, 200)
  }
}

import type { PresenceUser } from '@second-story/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { People } from './people.ts'
import { readPeople, readUser, slowPart } from './read-people.ts'
import { ShowPace } from './show-pace.ts'

export interface PresenceLink {
  readonly people: People
  /** Hears the server's word on this very connection: a role or name that changed. */
  onSelf(heard: (user: PresenceUser) => void): void
  close(): void
}

/** Joins awareness, as it travels, with people, as the screen sees them. */
export function linkPresence(awareness: Awareness): PresenceLink {
  const pace = new ShowPace(
    (shown) => {
      const { user: _, ...said } = awareness.getLocalState() ?? {}
      awareness.setLocalState({ ...said, ...shown })
    },
    { now: () => performance.now(), after: (ms, work) => setTimeout(work, ms) },
  )
  const people = new People((shown) => pace.show(shown))
  const self = awareness.clientID
  let slow = ''
  let asked = false
  let hearSelf: (user: PresenceUser) => void = () => {}

  const receive = (): void => {
    asked = false
    const now = readPeople(awareness.getStates(), self)
    const next = slowPart(now)
    people.receive(now, next !== slow)
    slow = next
  }
  const changed = ({ updated }: { updated: readonly number[] }): void => {
    if (updated.includes(self)) {
      const user = readUser(awareness.getLocalState())
      if (user) hearSelf(user)
    }
    if (asked) return
    asked = true
    soon(receive)
  }
  awareness.on('change', changed)
  awareness.setLocalState({})
  return {
    people,
    onSelf: (heard) => {
      hearSelf = heard
    },
    close: () => awareness.off('change', changed),
  }
}

/** Once a frame; a page that nobody sees still learns who is there. */
function soon(work: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(work)
  else setTimeout(work, 200)
}

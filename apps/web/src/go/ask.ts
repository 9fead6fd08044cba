import type { PresenceAsk } from '@second-story/protocol'
import { useBoardUi } from '../board/board-ui.ts'
import type { ViewPlace } from '../board/use-view.ts'
import { isShareable } from '../map/live/shareable.ts'
import type { Person } from '../presence/people.ts'
import type { BoardSession } from '../session/board-session.ts'
import { mayLead } from '../timeline/follow.ts'
import { toast } from '../ui/toast.ts'
import { rowOf, showInPage } from './show-in-page.ts'
import { leaveHere, lookNow } from './trail.ts'
import { readSection } from './use-where.ts'
import { viewOfWord, wordOfView } from './where.ts'
import { say } from './words.ts'

/** So long an ask stands; whoever comes later is not asked. */
export const ASK_STANDS_MS = 12_000

export interface Asked {
  readonly ask: PresenceAsk
  readonly by: Person
}

/** By account: the ask that stood when we last looked, '' for none. */
export type Asks = ReadonlyMap<string, string>

export function standingAsks(people: readonly Person[]): Asks {
  return new Map(people.map(({ account, asks }) => [account, asks?.id ?? '']))
}

/**
 * The ask that is new since `before`. Of somebody who was not here then it is not: it stood before we met, and nobody who
 * comes late is taken away. What my own other tab asks is no news to me.
 */
export function newAsk(before: Asks, people: readonly Person[]): Asked | null {
  for (const by of people) {
    const known = before.get(by.account)
    if (!by.asks || by.isMe || !mayLead(by.role) || known === undefined || known === by.asks.id) continue
    return { ask: by.asks, by }
  }
  return null
}

let clearing: ReturnType<typeof setTimeout> | undefined

/** Asks everybody who is here to come to what this person sees. They may stay; nobody is told who did. */
export function askEveryone(session: BoardSession, { view }: ViewPlace): void {
  const others = session.people.list.get().filter(({ isMe }) => !isMe)
  const { walking } = useBoardUi.getState()
  const event = walking !== null && isShareable(session.live.snapshot, walking) ? walking : null
  const at = view === 'timeline' ? event : view === 'record' ? readSection.get() : null
  const look = view === 'map' ? lookNow() : null
  const ask: PresenceAsk = {
    id: session.makeId(),
    view: wordOfView(view),
    ...(at ? { at } : {}),
    ...(look ? { look } : {}),
  }
  session.people.show({ asks: ask })
  clearTimeout(clearing)
  clearing = setTimeout(() => session.people.show({ asks: null }), ASK_STANDS_MS)
  toast(say.askedSome(others.length), { key: 'asked' })
}

/** Goes where one was asked to; Back leads here again. */
export function come(place: ViewPlace, { ask }: Asked): void {
  leaveHere()
  const view = viewOfWord(ask.view)
  const { at } = ask
  if (ask.look) useBoardUi.getState().set({ look: { w: 0, h: 0, ...ask.look, at: Date.now() } })
  if (view !== place.view) place.go(view)
  if (at && view === 'timeline') showInPage(() => rowOf(at))
  if (at && view === 'record') showInPage(() => document.getElementById(at)?.closest('section') ?? null)
}

import { aboutOf, isId } from '@second-story/board'
import { MessageSquare, MessageSquareText } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { announce } from '../aloud/announce.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { type Action, useActions } from '../board/palette/action-registry.ts'
import type { ViewPlace } from '../board/use-view.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { toast } from '../ui/toast.ts'
import { useCommentsUi } from './comments-ui.ts'
import { oneLine, sayAbout } from './say-thread.ts'
import { commentHere, readThread } from './start.ts'
import { talkOf } from './talk.ts'
import { useMayTalk } from './use-threads.ts'
import { say } from './words.ts'

/** Comments on an open board, whatever view is in front: keys, the palette, links that land, and what is told in passing. */
export function useComments(place: ViewPlace, isPhone: boolean): void {
  const session = useSession()
  const may = useMayTalk()
  useEffect(() => {
    const rest = talkOf(session).wake()
    return () => {
      rest()
      useCommentsUi.getState().reset()
    }
  }, [session])
  useKeys({ 'shift+c': () => begin(session, place) }, { last: true })
  useLanding(place, isPhone)
  useTold(session, isPhone)
  useInPlace(place, isPhone)
  const actions = useMemo((): readonly Action[] => {
    const list: Action = {
      id: 'comments',
      label: say.allComments,
      others: 'threads mentions discussion talk',
      icon: <MessageSquareText />,
      run: () => showAll(isPhone),
    }
    const write: Action = {
      id: 'comment',
      label: say.new,
      others: 'comment thread note remark pin',
      keys: '⇧ C',
      icon: <MessageSquare />,
      run: () => void begin(session, place),
    }
    return may ? [write, list] : [list]
  }, [session, place, isPhone, may])
  useActions(actions)
}

function begin(session: BoardSession, place: ViewPlace): boolean {
  if (useBoardUi.getState().items.size !== 1 && place.view !== 'map') place.go('map')
  return commentHere(session)
}

export function showAll(isPhone: boolean): void {
  if (isPhone) useCommentsUi.getState().set({ sheet: true })
  else useBoardUi.getState().set({ panel: 'comments' })
}

/** What is read or begun where there is no map, or has no place on it, is read in the panel. */
function useInPlace({ view }: ViewPlace, isPhone: boolean): void {
  const session = useSession()
  const open = useCommentsUi((ui) => ui.open)
  const begun = useCommentsUi((ui) => ui.begun)
  useEffect(() => {
    if (isPhone || (open === null && begun === null)) return
    const board = session.live.snapshot
    const on = begun ?? (open ? board.comments.get(open)?.on : null)
    const isOnMap = view === 'map' && on && aboutOf(on, board).place !== null
    if (on && !isOnMap) useBoardUi.getState().set({ panel: 'comments' })
  }, [session, open, begun, view, isPhone])
}

/** A link to a thread opens it; `?mentions` opens what speaks to me. */
function useLanding({ go }: ViewPlace, isPhone: boolean): void {
  const session = useSession()
  const ready = useCell(session.ready)
  const named = window.location.hash.slice(1)
  const thread = useBoard((board) => (isId(named) ? (board.comments.get(named)?.thread ?? null) : null))
  useEffect(() => {
    if (!ready || thread === null) return
    history.replaceState(history.state, '', window.location.pathname)
    if (!isPhone) go('map')
    const first = session.live.snapshot.comments.get(thread)
    const item = first?.on?.item
    readThread(thread)
    if (item && session.live.snapshot.items.has(item))
      useBoardUi.getState().set({ reveal: { id: item, at: Date.now() } })
  }, [ready, thread, session, go, isPhone])
  useEffect(() => {
    if (!ready || !new URLSearchParams(window.location.search).has('mentions')) return
    history.replaceState(history.state, '', window.location.pathname)
    useCommentsUi.getState().set({ filter: 'mentions' })
    showAll(isPhone)
  }, [ready, isPhone])
}

/** Others' comments are said politely; one that speaks to me is told in passing. */
function useTold(session: BoardSession, isPhone: boolean): void {
  useEffect(() => {
    let before = session.live.snapshot.comments
    return session.live.subscribe(() => {
      const board = session.live.snapshot
      if (board.comments === before) return
      const me = session.me.get().account
      const fresh = [...board.comments.values()].filter(
        (one) => !before.has(one.id) && one.author !== me && one.removed === null,
      )
      before = board.comments
      const last = fresh.at(-1)
      // what was there before this page is no news
      if (!last || !session.ready.get()) return
      const on = last.on ?? board.comments.get(last.thread)?.on
      const where = on ? sayAbout(aboutOf(on, board)) : ''
      announce(say.said(last.by, where, oneLine(last.text)))
      const called = fresh.find((one) => one.mentions.includes(me))
      if (!called || useCommentsUi.getState().open === called.thread) return
      toast(say.spoken(called.by), {
        key: 'mention',
        action: {
          label: say.look,
          onPress: () => {
            if (!isPhone) useBoardUi.getState().set({ panel: 'comments' })
            readThread(called.thread)
          },
        },
      })
    })
  }, [session, isPhone])
}

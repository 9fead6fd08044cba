import { isId } from '@second-story/board'
import { useEffect, useRef, useState } from 'react'
import { type ViewPlace, viewOfPath } from '../board/use-view.ts'
import { nameOf } from '../outline/item-words.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { toast } from '../ui/toast.ts'
import { isWide } from '../ui/use-phone.ts'
import { land } from './go-there.ts'
import { type Landing, landingOf } from './landing.ts'
import { say } from './words.ts'

/** Words that came by a later change still count: a colleague may have sent the link before their edit was out. */
const PATIENCE_MS = 4_000

/** A link to a thing lands on it: selected, and glowing once; in the view that the address names. */
export function useLanding(place: ViewPlace, isPhone: boolean): void {
  const session = useSession()
  const ready = useCell(session.ready)
  const [named, setNamed] = useState(nameInAddress)
  const newest = useRef(place)
  newest.current = place
  useEffect(() => {
    const look = (): void => setNamed(nameInAddress())
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  useEffect(() => {
    if (!ready || named === null) return
    const asked = viewOfPath(window.location.pathname).named
    let stop = (): void => {}
    const look = (isLast: boolean): void => {
      const landing = landingOf(session.live.snapshot, named, asked, isPhone)
      if (landing.kind === 'absent' && !isLast) return
      stop()
      forgetName()
      setNamed(null)
      if (landing.kind === 'item' || landing.kind === 'arrow') land(session, newest.current, landing)
      else sayWhy(session, newest.current, landing)
    }
    const timer = setTimeout(() => look(true), PATIENCE_MS)
    const unheard = session.live.subscribe(() => look(false))
    stop = () => {
      clearTimeout(timer)
      unheard()
    }
    look(false)
    return stop
  }, [session, ready, named, isPhone])
}

function nameInAddress(): string | null {
  const named = window.location.hash.slice(1)
  return isId(named) ? named : null
}

function forgetName(): void {
  history.replaceState(history.state, '', `${window.location.pathname}${window.location.search}`)
}

/** What is gone may be brought back; of anything else nobody learns whether it ever was. */
function sayWhy(session: BoardSession, place: ViewPlace, landing: Landing): void {
  if (landing.kind !== 'deleted') {
    toast(say.absent)
    return
  }
  const { item } = landing
  const bringBack = (): void => {
    if (!session.do([{ do: 'restore', ids: [item.id] }]).ok) return
    const there = landingOf(session.live.snapshot, item.id, null, !isWide())
    if (there.kind === 'item') land(session, place, there)
  }
  toast(say.deletedSafe, {
    lead: say.deleted(nameOf(item)),
    ...(session.mayWrite() ? { action: { label: say.bringBack, onPress: bringBack } } : {}),
  })
}
